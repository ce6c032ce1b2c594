"""XLSX workbooks: the same tables as sheets."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from geodata.problems import Report
from geodata.readers.csv_files import read_bytes
from geodata.readers.tables import Table, to_table
from geodata.schema.columns import COLUMNS, TABLES

Sheets = Mapping[str, Sequence[str]]

# A workbook is a ZIP file, and a small one can unfold to fill the memory.
LARGEST_UNFOLDED = 200_000_000
# The tables of collections; those of several stand one below another where documents name theirs.
_TABLES = {name: tuple(TABLES[name].columns) for name in COLUMNS}
# Column of text that is kept with the white space around it.
_RAW_COLUMN = "text"
# How a workbook writes a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19); half a surrogate
# pair is no character.
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")


def read_workbook(path: Path, file: str, report: Report) -> tuple[Table, ...]:
    """Read every sheet that is called like a table of a collection; other sheets are the author's own."""
    return read_sheets(path, file, report, _TABLES)


def read_sheets(path: Path, file: str, report: Report, sheets: Sheets) -> tuple[Table, ...]:
    """Read those of some sheets that a workbook has; `sheets` gives the columns of each."""
    content = read_bytes(path, file, report)
    if content is None:
        return ()
    try:
        return tuple(_tables(content, file, report, sheets)) if _fits(content, file, report) else ()
    # Damage makes the ZIP and XML readers raise whatever they happen to stumble over.
    except Exception as error:  # noqa: BLE001
        report.note(
            file,
            f"the workbook cannot be read ({type(error).__name__}).",
            "Save it again as XLSX, or each sheet as CSV.",
        )
        return ()


def _fits(content: bytes, file: str, report: Report) -> bool:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        report.note(file, "the file is not an XLSX workbook.", "Save it again as XLSX, or each sheet as CSV.")
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unfolded = sum(entry.file_size for entry in archive.infolist())
    if unfolded > LARGEST_UNFOLDED:
        limit = f"{LARGEST_UNFOLDED // 1_000_000} MB"
        report.note(file, f"the workbook unfolds to more than {limit}.", "Split the collection.")
    return unfolded <= LARGEST_UNFOLDED


def _tables(content: bytes, file: str, report: Report, sheets: Sheets) -> Iterator[Table]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not read
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for name, columns in sheets.items():
            if name in book.sheetnames:
                lines = _evened([_line(cells) for cells in book[name].iter_rows(values_only=True)])
                yield to_table(name, f"{file}, sheet {name}", lines, columns, report, raw_column=_RAW_COLUMN)


def _line(cells: Iterable[object]) -> list[str]:
    line = [_text(cell) for cell in cells]
    while line and not line[-1]:
        line.pop()
    return line


def _evened(lines: list[list[str]]) -> list[list[str]]:
    """Fill lines up to the header's length, for a sheet does not say where its empty cells end."""
    width = len(lines[0]) if lines else 0
    return [line + [""] * (width - len(line)) if line else line for line in lines]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # a spreadsheet keeps the year 2013 as 2013.0
    if isinstance(cell, float):
        return format(Decimal(str(cell)), "f")  # degrees near zero would be written as 1e-05
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell))
