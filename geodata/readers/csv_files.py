"""Files to lines: bytes, UTF-8 text and CSV (with a BOM, with `;` or tab too); a bad file is noted."""

import csv
import io
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from geodata.problems import Report
from geodata.readers.limits import Limits, TooMuchError, check_size, limits_of
from geodata.readers.names import fold_name
from geodata.readers.tables import Table, to_table

SEPARATORS = (",", ";", "\t")
# A line behind the last one: where it is read as part of a cell, a quotation mark was never closed.
_END = "\0end"
# Of a first line, this much is enough to find the separator.
_LONGEST_HEADER = 10_000


def read_bytes(path: Path, file: str, report: Report) -> bytes | None:
    """Read a file; `file` is its name in problems."""
    most = limits_of(report).file
    try:
        # A pipe would be waited for, and a device may have no end.
        if not stat.S_ISREG(path.stat().st_mode):
            remedy = "Put the file itself there."
            report.note(file, "this is no ordinary file, but a folder, a pipe or a device.", remedy)
            return None
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.note(file, f"the file cannot be read ({reason}).", "Check its name, its place and its rights.")
        return None
    if len(content) > most:
        report.note(file, f"the file is larger than {most // 1_000_000} MB.", "Split the collection.")
        return None
    return content


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
    if content is None or text is None:
        return None
    separator = _separator(text, columns)
    del text  # read once more as a stream, which needs a fourth of the memory
    try:
        return _rows(content, separator, limits_of(report))
    except TooMuchError as error:
        report.note(file, error.message, error.remedy)
    except csv.Error as error:
        report.note(file, f"the file is not a CSV table ({error}).", "Save it again as CSV.")
    return None


def _rows(content: bytes, separator: str, limits: Limits) -> list[list[str]]:
    rows: list[list[str]] = []
    lines = _Lines(content, limits.record)
    count = begun = 0
    try:
        reader = csv.reader(lines, delimiter=separator)
        for row in reader:
            if lines.ended and row == [_END]:
                return rows
            if lines.ended:
                break
            rows.append(row)
            count += len(row)
            check_size(len(rows), len(row), count, limits)
            lines.length, begun = 0, reader.line_num
    except csv.Error as error:
        if "field larger" not in str(error):
            raise
        message = f"line {begun + 1}: a cell holds more than {csv.field_size_limit():,} characters."
        raise TooMuchError(
            message, "Shorten it, or look for a quotation mark that is never closed."
        ) from None
    message = f"line {begun + 1}: a quotation mark is opened and never closed."
    raise TooMuchError(message, "Close it, or write two of them for one that stands in the text.")


class _Lines:
    """The lines of a file, then one that is not in it.

    `length` is that of the lines since it was set to nothing, and is bounded; `ended` tells that the last
    line was handed out.
    """

    def __init__(self, content: bytes, most: int) -> None:
        self._content, self._most = content, most
        self.length, self.ended = 0, False

    def __iter__(self) -> Iterator[str]:
        for line in io.TextIOWrapper(io.BytesIO(self._content), "utf-8-sig", newline=""):
            self.length += len(line)
            if self.length > self._most:
                message = f"a row holds more than {self._most:,} characters."
                raise TooMuchError(message, "Look for a quotation mark that is never closed.")
            yield line
        self.ended = True
        yield _END


def _separator(text: str, columns: Sequence[str]) -> str:
    """Return the separator that finds most of the columns in the first line."""
    header = text[:_LONGEST_HEADER].partition("\n")[0]

    def found(separator: str) -> int:
        cells = {fold_name(cell.strip().strip('"')) for cell in header.split(separator)}
        return len(cells.intersection(map(fold_name, columns)))

    return max(SEPARATORS, key=found)
