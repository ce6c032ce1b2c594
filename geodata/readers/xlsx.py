"""XLSX workbooks: the same tables as sheets."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from geodata.problems import Report, in_quotation_marks
from geodata.readers.csv_files import read_bytes
from geodata.readers.limits import TooMuchError, limits_of
from geodata.readers.names import OWN, closest_remedy, known_name
from geodata.readers.tables import Table, to_table
from geodata.readers.workbook import SheetRow, Workbook
from geodata.schema.columns import COLUMNS, TABLES

Sheets = Mapping[str, Sequence[str]]

# The tables of collections; those of several stand one below another where documents name theirs.
_TABLES = {name: tuple(TABLES[name].columns) for name in COLUMNS}
# What an export writes beside them for people.
_FOR_PEOPLE = ("readable", "about", "sources")
# Column of text that is kept with the white space around it.
_RAW_COLUMN = "text"
_SAVE_AGAIN = "Save it again as XLSX, or each sheet as CSV."


def read_workbook(path: Path, file: str, report: Report, beside: Iterable[str] = ()) -> tuple[Table, ...]:
    """Read every sheet that is called like a table of a collection.

    Other sheets are noted, but for those that are empty, that an export writes for people, that are named in
    `beside` and read by others, and the author's own, whose names begin with an underscore.
    """
    return _read(path, file, report, _TABLES, (*beside, *_FOR_PEOPLE))


def read_sheets(path: Path, file: str, report: Report, sheets: Sheets) -> tuple[Table, ...]:
    """Read those of some sheets that a workbook has; `sheets` gives the columns of each."""
    return _read(path, file, report, sheets, None)


def _read(
    path: Path, file: str, report: Report, sheets: Sheets, beside: Iterable[str] | None
) -> tuple[Table, ...]:
    content = read_bytes(path, file, report)
    if content is None:
        return ()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        report.note(file, "the file is not an XLSX workbook.", _SAVE_AGAIN)
        return ()
    try:
        book = Workbook(content, limits_of(report))
        if beside is not None:
            _note_other_sheets(book, file, report, (*sheets, *beside))
        return tuple(_tables(book, file, report, sheets))
    except TooMuchError as error:
        report.note(file, error.message, error.remedy)
    # Damage makes the ZIP and XML readers raise whatever they happen to stumble over.
    except Exception as error:  # noqa: BLE001
        report.note(file, f"the workbook cannot be read ({type(error).__name__}).", _SAVE_AGAIN)
    return ()


def _note_other_sheets(book: Workbook, file: str, report: Report, known: Sequence[str]) -> None:
    for sheet in book.sheets:
        own = sheet.strip().startswith(OWN) or known_name(sheet, known)
        if not own and next(book.rows(sheet), None):
            remedy = closest_remedy(sheet, known, "sheets")
            message = f"the sheet {in_quotation_marks(sheet)} is no table of a collection."
            report.note(
                file,
                message,
                f"{remedy} A sheet of your own begins with {OWN} and is left aside.",
                value=sheet,
            )


def _tables(book: Workbook, file: str, report: Report, sheets: Sheets) -> Iterator[Table]:
    for sheet in book.sheets:
        name = "" if sheet.strip().startswith(OWN) else known_name(sheet, sheets)
        if name:
            address = f"{file}, sheet {in_quotation_marks(sheet)[1:-1]}"
            lines = _lines(book.rows(sheet), address, report)
            yield to_table(name, address, lines, sheets[name], report, raw_column=_RAW_COLUMN)


def _lines(rows: Iterable[SheetRow], file: str, report: Report) -> list[list[str]]:
    """Return the lines of a sheet, row by row, filled up to the header's length, as its cells end nowhere."""
    lines: list[list[str]] = []
    for row in rows:
        for column in row.unvalued:
            message = f"column {column} holds a formula without its value."
            report.note(file, message, "Save the workbook in a spreadsheet program.", row=row.number)
        lines.extend([[]] * (row.number - 1 - len(lines)))
        lines.append(row.cells + [""] * (len(lines[0]) - len(row.cells)) if lines else row.cells)
    return lines
