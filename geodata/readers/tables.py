"""Rows: the cells of a table by column, and the header that a file has to begin with."""

import string
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.problems import CONTROL, INVISIBLE_SIGNS, Report, in_quotation_marks, named_signs
from geodata.readers.formulas import unescape_formula
from geodata.readers.names import closest_remedy, known_name
from geodata.schema.columns import COLLECTION, OPTIONAL, TABLES

# Names are short; comparing a whole paragraph with them would only take time.
LONGEST_COMPARED = 100
# Columns of words for people; in all others signs that nobody sees are no part of what a cell says.
_CODES = frozenset({COLLECTION, "language", "rule"})
_PROSE = {
    column.name for table in TABLES.values() for column in table.columns.values() if column.type == "text"
} - _CODES
_AROUND = string.whitespace + INVISIBLE_SIGNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: its row number as in a spreadsheet (the header is 1) and its cells by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of one table, and its file as problems call it; not `complete` where columns are missing."""

    name: str
    file: str
    rows: tuple[Row, ...] = ()
    complete: bool = False


def to_table(
    name: str,
    file: str,
    lines: Sequence[Sequence[str]],
    columns: Sequence[str],
    report: Report,
    *,
    raw_column: str = "",
    optional: frozenset[str] = OPTIONAL,
) -> Table:
    """Read lines of cells, the header first, as the rows of a table; empty lines are passed over.

    Cells lose the white space around them, but for those of `raw_column`; `optional` are columns that the
    table may do without.
    """
    header = [_column(cell, columns) for cell in lines[0]] if lines else []
    if not any(header) and any(map(any, lines)):
        report.note(file, "the header is missing.", f"Begin the first row with {','.join(columns)}.", row=1)
        return Table(name=name, file=file)
    if not any(header):
        report.note(file, "the file is empty.", f"Begin it with the header {','.join(columns)}.")
        return Table(name=name, file=file)
    if not _header_holds(file, header, columns, optional, report):
        return Table(name=name, file=file)
    rows = (
        _row(file, number, header, cells, report, raw_column)
        for number, cells in enumerate(lines[1:], start=2)
    )
    return Table(name=name, file=file, rows=tuple(row for row in rows if row), complete=True)


def _header_holds(
    file: str, header: list[str], columns: Sequence[str], optional: frozenset[str], report: Report
) -> bool:
    """Note every column that is missing, unknown or there twice; tell whether all needed ones are there."""
    for column, times in Counter(header).items():
        shown = in_quotation_marks(column)
        if column and times > 1:
            report.note(
                file, f"column {shown} stands there {times} times.", "Keep one of them.", row=1, value=column
            )
        if column and column not in columns:
            remedy = closest_remedy(column, columns, "columns")
            report.note(file, f"column {shown} is not known.", remedy, row=1, value=column)
    missing = [column for column in columns if column not in header and column not in optional]
    if missing:
        listed = ", ".join(missing)
        report.note(file, f"missing columns: {listed}.", "Add them, with empty cells if need be.", row=1)
    return not missing


def _column(cell: str, columns: Sequence[str]) -> str:
    """Return the column that a cell of the header names, or its words where it is none."""
    return cell if cell in columns else known_name(cell, columns) or _trimmed(cell)


def _trimmed(cell: str) -> str:
    """Return a cell without the white space and the invisible signs around it."""
    return cell.strip(_AROUND)


def _row(
    file: str, number: int, header: Sequence[str], cells: Sequence[str], report: Report, raw_column: str
) -> Row | None:
    if not any(cell.strip() for cell in cells):
        return None
    _note_odd_cells(file, number, header, cells, report)
    padded = [*cells, *[""] * (len(header) - len(cells))]
    found = zip(header, padded, strict=False)
    texts = {column: cell and _cell(column, cell, raw=column == raw_column) for column, cell in found}
    return Row(number=number, cells=texts)


def _cell(column: str, cell: str, *, raw: bool) -> str:
    if raw:
        return unescape_formula(cell)
    prose = cell.isascii() or column in _PROSE
    return unescape_formula(cell.strip() if prose else _trimmed(cell))


def _note_odd_cells(
    file: str, number: int, header: Sequence[str], cells: Sequence[str], report: Report
) -> None:
    """Note cells that are missing or one too many, under no name, or with signs that no page can show."""
    if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
        report.note(
            file,
            f"the row has {len(cells)} cells, the header {len(header)}.",
            "Look for a missing separator, or put a cell that holds one in quotation marks.",
            row=number,
        )
    if all(header) and not CONTROL.search("".join(cells)):
        return
    for at, (column, cell) in enumerate(zip(header, cells, strict=False), start=1):
        if not column and cell.strip():
            message = f"column {at} has no name, but says {in_quotation_marks(cell)} here."
            report.note(file, message, "Name it, or empty it.", row=number, value=cell)
        if CONTROL.search(cell):
            message = f"{column} holds {named_signs(CONTROL, cell)}, which no page can show."
            report.note(file, message, "Take it out.", row=number, value=cell)
