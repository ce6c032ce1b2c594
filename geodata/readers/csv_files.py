"""Files to lines: bytes, UTF-8 text and CSV (with a BOM, with `;` or tab too); a bad file is noted."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from geodata.problems import Report
from geodata.readers.tables import Table, to_table

SEPARATORS = (",", ";", "\t")
# Far above any table or text made by hand; a larger file is something else and would exhaust the memory.
LARGEST_FILE = 50_000_000


def read_bytes(path: Path, file: str, report: Report) -> bytes | None:
    """Read a file; `file` is its name in problems."""
    try:
        size = path.stat().st_size
        if size <= LARGEST_FILE:
            return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.note(file, f"the file cannot be read ({reason}).", "Check its name, its place and its rights.")
    else:
        limit = f"{LARGEST_FILE // 1_000_000} MB"
        report.note(file, f"the file is larger than {limit}.", "Split the collection.", value=str(size))
    return None


def decode(content: bytes, file: str, report: Report, encoding: str = "utf-8-sig") -> str | None:
    """Decode UTF-8, by default without a byte order mark."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02X}"
        report.note(
            file,
            f"the file is not UTF-8 (byte {error.start + 1} is {byte}).",
            'Save it again as UTF-8; spreadsheets call it "CSV UTF-8".',
            value=byte,
        )
        return None


def read_csv(path: Path, name: str, file: str, columns: Sequence[str], report: Report) -> Table:
    """Read a table from a CSV file."""
    lines = read_lines(path, file, columns, report)
    if lines is None:
        return Table(name=name, file=file)
    return to_table(name, file, lines, columns, report)


def read_lines(path: Path, file: str, columns: Sequence[str], report: Report) -> list[list[str]] | None:
    """Read the cells of a CSV file line by line, the header too; nothing where that fails, which is noted."""
    content = read_bytes(path, file, report)
    text = None if content is None else decode(content, file, report)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, columns))
    try:
        return list(reader)
    except csv.Error as error:
        message = f"the file is not a CSV table (line {reader.line_num}: {error})."
        report.note(file, message, "Look for a quotation mark that is never closed.")
        return None


def _separator(text: str, columns: Sequence[str]) -> str:
    """Return the separator that finds most of the columns in the first line."""
    header = text.partition("\n")[0]

    def found(separator: str) -> int:
        return len({cell.strip().strip('"') for cell in header.split(separator)}.intersection(columns))

    return max(SEPARATORS, key=found)
