"""Several collections in one workbook: the documents say which one they belong to, claims follow them."""

from dataclasses import replace
from pathlib import Path

from geodata.model.atlas import Collection
from geodata.problems import Report, in_quotation_marks
from geodata.readers.data_package import read_descriptor
from geodata.readers.tables import Table
from geodata.schema.columns import CLAIM_TABLES, COLLECTION, IDENT

Tables = dict[str, Table]


def collections_in(path: Path, tables: Tables, report: Report) -> tuple[tuple[Collection, Tables], ...]:
    """Return the collections of a folder or lone workbook, each with its own rows of the tables.

    A folder is one collection, and so is a workbook whose documents name none. The places of a workbook are
    those of each of its collections.
    """
    own = read_descriptor(path, report) if path.exists() else Collection(name="", title="")
    documents = tables.get("documents", Table(name="documents", file=""))
    belongs = {row.cells["id"]: row.cells.get(COLLECTION, "") or own.name for row in documents.rows}
    if path.is_dir() or not set(belongs.values()) - {own.name}:
        return ((own, tables),)
    _note_odd_names(documents, report)
    names = list(dict.fromkeys(belongs.values()))
    return tuple(
        (Collection(name=name, title=name), _part(tables, name, belongs, first=name == names[0]))
        for name in names
    )


def _note_odd_names(documents: Table, report: Report) -> None:
    for row in documents.rows:
        name = row.cells.get(COLLECTION, "")
        if name and not IDENT.fullmatch(name):
            message = f"collection {in_quotation_marks(name)} is not an id."
            remedy = "Use letters A to Z, digits and _ ~ . - only; the name stands in links."
            report.note(documents.file, message, remedy, row=row.number, value=name)


def _part(tables: Tables, name: str, belongs: dict[str, str], *, first: bool) -> Tables:
    """Return the rows of one collection; those of unknown documents fall to the first, which tells them."""
    keys = {"documents": "id"} | dict.fromkeys(CLAIM_TABLES, "document")
    otherwise = name if first else ""
    return {
        table.name: replace(
            table,
            rows=tuple(
                row for row in table.rows if belongs.get(row.cells[keys[table.name]], otherwise) == name
            ),
        )
        if table.name in keys
        else table
        for table in tables.values()
    }
