"""Checks that need more than one row: ids that repeat, documents that claims name but no row describes."""

from collections.abc import Iterable, Mapping

from geodata.gazetteer.places import Place
from geodata.name_index import NameIndex
from geodata.problems import Report, in_quotation_marks
from geodata.readers.tables import LONGEST_COMPARED, Table
from geodata.schema.columns import CLAIM_TABLES

Tables = Mapping[str, Table]


def note_repeated_ids(collections: Iterable[Tables], report: Report) -> None:
    """Note every id that a second claim, document or place has; ids are unique in all collections together.

    Collections may describe the same place, so a place's id is unique within its own collection only.
    """
    claims: dict[str, str] = {}
    documents: dict[str, str] = {}
    for tables in collections:
        for name, table in tables.items():
            first = {"documents": documents, "places": {}}.get(name, claims)
            _note_repeated(table, first, report)


def _note_repeated(table: Table, first: dict[str, str], report: Report) -> None:
    for row in table.rows:
        ident, here = row.cells["id"], f"{table.file}, row {row.number}"
        if ident in first:
            message = f"id {in_quotation_marks(ident)} is already that of {first[ident]}."
            report.note(table.file, message, "Give each its own id.", row=row.number, value=ident)
        elif ident:
            first[ident] = here


def note_unknown_documents(tables: Tables, report: Report) -> None:
    """Note every claim whose document has no row in the collection's `documents.csv`."""
    listing = tables.get("documents")
    if listing is None or not listing.complete:
        return
    known = {row.cells["id"] for row in listing.rows}
    names = NameIndex((ident, (ident,)) for ident in sorted(known))
    for name in CLAIM_TABLES:
        for row in tables[name].rows if name in tables else ():
            document = row.cells["document"]
            if document and document not in known:
                message = f"document {in_quotation_marks(document)} is not in {listing.file}."
                like = report.suggest("document", document[:LONGEST_COMPARED], names.closest)
                remedy = f'Closest: "{like}".' if like else "Add a row for it there."
                report.note(tables[name].file, message, remedy, row=row.number, value=document)


def note_repeated_names(names: Iterable[tuple[str, str]], report: Report) -> None:
    """Note every collection whose name another one has; names come with the file that gives them."""
    first: dict[str, str] = {}
    for name, file in names:
        if name in first:
            message = f"the collection's name {in_quotation_marks(name)} is already that of {first[name]}."
            report.note(file, message, "Give each collection its own name.", value=name)
        first.setdefault(name, file)


def note_conflicting_places(places: Iterable[tuple[Place, str]], report: Report) -> None:
    """Note every place that two collections describe differently; places come with their file."""
    first: dict[str, tuple[Place, str]] = {}
    for place, file in places:
        earlier, where = first.setdefault(place.id, (place, file))
        if earlier != place:
            message = f"place {in_quotation_marks(place.id)} differs from the one in {where}."
            report.note(file, message, "Describe it in the same way, or use another id.", value=place.id)
