"""Read an exported CSV again: the same claims, or every problem by row.

The table of an export is flat: it has every column that any kind of claim has. A row is read as one of the
table of its kind, whether or not the atlas knows the claim.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.export.rows import COLUMNS, LINK
from flows.export.spreadsheet import ABOUT
from flows.i18n import translate as _
from flows.i18n import translate_count
from geodata.model.atlas import Atlas
from geodata.model.claims import CLAIM_KINDS, Claim
from geodata.name_index import NameIndex
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.readers.csv_files import read_lines
from geodata.readers.tables import LONGEST_COMPARED, Row, Table, to_table
from geodata.schema.columns import COLUMNS as OWN_COLUMNS
from geodata.schema.columns import FLAT, OPTIONAL
from geodata.validation.parse_claims import parse_claims

Texts = Mapping[str, str]
_TABLE_OF = {kind.kind: kind.table for kind in CLAIM_KINDS}


@dataclass(frozen=True, slots=True)
class _FlatRow:
    """A row, the atlas that it is read against, and the report of what is wrong with it."""

    table: Table
    row: Row
    atlas: Atlas
    report: Report

    @property
    def cells(self) -> Texts:
        """Return the cells by column."""
        return self.row.cells

    def note(self, message: str, remedy: str, value: str) -> None:
        """Note a problem of the row."""
        self.report.note(self.table.file, message, remedy, row=self.row.number, value=value)

    def knows(self, column: str, names: Iterable[str], otherwise: str) -> bool:
        """Tell whether a cell holds one of some names; noted where it does not."""
        value, listed = self.cells[column], list(names)
        if value not in listed:
            closest = NameIndex((name, (name,)) for name in listed).closest(value[:LONGEST_COMPARED])
            remedy = f'Closest: "{closest}".' if closest else otherwise
            self.note(f"{column} {in_quotation_marks(value)} is not known.", remedy, value)
        return value in listed


def reread_csv(path: Path, atlas: Atlas) -> tuple[Claim, ...]:
    """Read the claims of an exported CSV in the order of its rows, given the atlas with their documents.

    Raises AtlasError with every problem of the file, each with its row; then no claim is returned.
    """
    report = Report()
    table = _table(path, report)
    _note_repeated_ids(table, report)
    claims = tuple(claim for row in table.rows for claim in _claim(_FlatRow(table, row, atlas, report)))
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
    optional = (OPTIONAL - set(FLAT.own)) | {LINK}
    return to_table("claims", path.name, lines, COLUMNS, report, optional=optional)


def _note_repeated_ids(table: Table, report: Report) -> None:
    first: dict[str, int] = {}
    for row in table.rows:
        ident = row.cells["id"]
        if ident and ident in first:
            message = f"id {in_quotation_marks(ident)} is already that of row {first[ident]}."
            report.note(table.file, message, "Keep one of them.", row=row.number, value=ident)
        first.setdefault(ident, row.number)


def _claim(flat: _FlatRow) -> tuple[Claim, ...]:
    """Return the claim of a row, or none where its problems leave none to read."""
    table = _own_row(flat)
    if table is None:
        return ()
    documents = flat.atlas.documents
    collection = documents[flat.cells["document"]].collection
    return parse_claims(table, collection, documents, flat.atlas.gazetteer, flat.report)


def _own_row(flat: _FlatRow) -> Table | None:
    """Return the row as a table of one row of its kind, or nothing where its problems leave none to read."""
    kind_known = flat.knows("kind", _TABLE_OF, f"Known: {', '.join(_TABLE_OF)}.")
    document_known = flat.knows("document", flat.atlas.documents, "Name a document of the atlas.")
    if not kind_known or not document_known:
        return None
    _note_contradictions(flat)
    name = _TABLE_OF[flat.cells["kind"]]
    cells = {column: flat.cells.get(column, "") for column in OWN_COLUMNS[name]}
    return Table(name=name, file=flat.table.file, rows=(Row(number=flat.row.number, cells=cells),))


def _note_contradictions(flat: _FlatRow) -> None:
    document = flat.atlas.documents[flat.cells["document"]]
    said = {"collection": document.collection, "document_title": document.title}
    said["document_year"] = str(document.year)
    for column, right in said.items():
        if flat.cells[column] != right:
            shown = in_quotation_marks(flat.cells[column])
            message = f'{column} {shown} is not that of document "{document.id}".'
            flat.note(message, f"Write {in_quotation_marks(right)}.", flat.cells[column])
    kind = flat.cells["kind"]
    for column, cell in flat.cells.items():
        if cell and column not in FLAT.own and column not in OWN_COLUMNS[_TABLE_OF[kind]]:
            message = f"{column} is filled in, but a {kind} claim has none."
            flat.note(message, "Empty the cell, or correct the kind.", cell)
