"""Read an exported CSV again: the same claims, or every problem by row.

The table of an export is flat: it has no column for the labels, precision, scheme, value and note that some
kinds of claims have in their own tables. They are taken from the atlas's claim of the same id. A claim that
the atlas does not know is read where the table holds all that its kind needs.
"""

from collections.abc import Iterable
from pathlib import Path

from flows.export.flat_row import FlatRow, own_row
from flows.export.rows import COLUMNS
from flows.export.spreadsheet import ABOUT
from flows.i18n import translate as _
from flows.i18n import translate_count
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.readers.csv_files import read_lines
from geodata.readers.tables import Table, to_table
from geodata.validation.parse_claims import parse_claims


def reread_csv(path: Path, atlas: Atlas) -> tuple[Claim, ...]:
    """Read the claims of an exported CSV in the order of its rows, given the atlas with their documents.

    Raises AtlasError with every problem of the file, each with its row; then no claim is returned.
    """
    report = Report()
    table = _table(path, report)
    _note_repeated_ids(table, report)
    claims = tuple(claim for row in table.rows for claim in _claim(FlatRow(table, row, atlas, report)))
    if report.problems:
        raise AtlasError(report.problems)
    return claims


def compared(claims: Iterable[Claim], atlas: Atlas) -> str:
    """Say in a sentence how many claims are as in the atlas, changed and new."""
    found = list(claims)
    known = [atlas.claim(claim.id) for claim in found]
    new = known.count(None)
    same = sum(claim == other for claim, other in zip(found, known, strict=True))
    return _("{claims}: {same} as in the atlas, {changed} changed, {new} new.").format(
        claims=translate_count("{n} claim", "{n} claims", len(found)),
        same=same,
        changed=len(found) - same - new,
        new=new,
    )


def _table(path: Path, report: Report) -> Table:
    lines = read_lines(path, path.name, COLUMNS, report)
    if lines is None:
        return Table(name="claims", file=path.name)
    if lines and lines[0] and lines[0][-1].startswith(ABOUT):
        width = len(lines[0]) - 1
        # An empty cell under the stamp goes with it; any other is one too many, and stays to be told.
        lines = [lines[0][:width], *(line if any(line[width:]) else line[:width] for line in lines[1:])]
    return to_table("claims", path.name, lines, COLUMNS, report, optional=frozenset())


def _note_repeated_ids(table: Table, report: Report) -> None:
    first: dict[str, int] = {}
    for row in table.rows:
        ident = row.cells["id"]
        if ident and ident in first:
            message = f"id {in_quotation_marks(ident)} is already that of row {first[ident]}."
            report.note(table.file, message, "Keep one of them.", row=row.number, value=ident)
        first.setdefault(ident, row.number)


def _claim(flat: FlatRow) -> tuple[Claim, ...]:
    """Return the claim of a row, or none where its problems leave none to read."""
    table = own_row(flat)
    if table is None:
        return ()
    documents = flat.atlas.documents
    collection = documents[flat.cells["document"]].collection
    return parse_claims(table, collection, documents, flat.atlas.gazetteer, flat.report)
