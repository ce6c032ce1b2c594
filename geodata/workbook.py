"""XLSX workbooks: the same tables as sheets."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from geodata.errors import Report
from geodata.reading import read_bytes
from geodata.tables import COLUMNS, Table, to_table

# A workbook is a ZIP file, and a small one can unfold to fill the memory.
LARGEST_UNFOLDED = 200_000_000


def read_workbook(path: Path, file: str, report: Report) -> tuple[Table, ...]:
    """Read every sheet that is called like a table of a collection; other sheets are the author's own."""
    content = read_bytes(path, file, report)
    if content is None:
        return ()
    try:
        return tuple(_tables(content, file, report)) if _fits(content, file, report) else ()
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


def _tables(content: bytes, file: str, report: Report) -> Iterator[Table]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not read
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for name in COLUMNS:
            if name in book.sheetnames:
                lines = [_line(cells) for cells in book[name].iter_rows(values_only=True)]
                yield to_table(name, f"{file}, sheet {name}", _evened(lines), COLUMNS[name], report)


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
    return str(cell)
