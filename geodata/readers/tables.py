"""Rows: the cells of a table by column, and the header that a file has to begin with."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.name_index import NameIndex
from geodata.problems import Report, in_quotation_marks
from geodata.readers.formulas import unescape_formula
from geodata.schema.columns import OPTIONAL

# Names are short; comparing a whole paragraph with them would only take time.
LONGEST_COMPARED = 100


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
    header = [cell.strip() for cell in lines[0]] if lines else []
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
            like = NameIndex((name, (name,)) for name in columns).closest(column[:LONGEST_COMPARED])
            remedy = f'Closest: "{like}".' if like else f"Known columns: {', '.join(columns)}."
            report.note(file, f"column {shown} is not known.", remedy, row=1, value=column)
    missing = [column for column in columns if column not in header and column not in optional]
    if missing:
        listed = ", ".join(missing)
        report.note(file, f"missing columns: {listed}.", "Add them, with empty cells if need be.", row=1)
    return not missing


def _row(
    file: str, number: int, header: Sequence[str], cells: Sequence[str], report: Report, raw_column: str
) -> Row | None:
    if not any(cell.strip() for cell in cells):
        return None
    if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
        report.note(
            file,
            f"the row has {len(cells)} cells, the header {len(header)}.",
            "Look for a missing separator, or put a cell that holds one in quotation marks.",
            row=number,
        )
    padded = [*cells, *[""] * (len(header) - len(cells))]
    found = zip(header, padded, strict=False)
    texts = {
        column: unescape_formula(cell if column == raw_column else cell.strip()) for column, cell in found
    }
    return Row(number=number, cells=texts)
