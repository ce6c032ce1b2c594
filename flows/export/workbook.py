"""XLSX: a sheet for each kind of claim, in the tables of a collection, so that the file loads again."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from flows.export.claim_tables import claim_tables, document_rows, place_rows, text_rows
from flows.export.readable import READABLE, readable_rows
from flows.export.rows import Cell
from flows.export.scope import documents_in
from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.narrative.citations import document_citation
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.model.documents import Document
from geodata.readers.document_store import SHEETS
from geodata.readers.formulas import escape_formula
from geodata.schema.columns import COLLECTION, COLUMNS, TABLES

if TYPE_CHECKING:
    from openpyxl import Workbook

# Widths in characters: ids and single words fit, sentences wrap in the reader's own program.
_WIDE = {
    "statement": 60,
    "quote": 60,
    "citation": 90,
    "title": 50,
    "note": 40,
    "text": 80,
    "about": 90,
    "link": 60,
}
_WIDTH = 16
# What XML cannot hold or would even out, and words that look like its replacement; written as
# ISO/IEC 29500-1, 22.9.2.19 says, and read so by `geodata.readers.xlsx`.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def xlsx_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the claims of a scene as a workbook: a sheet for each kind, even where it is empty.

    Before them stand all claims in words (`readable`) and what the file is (`about`), behind them the
    citations (`sources`) and what the claims rest on: documents with the collection of each, places, texts,
    sentences and editorial marks. All but the first two and the citations are tables of a collection, so that
    `geodata.load` reads the file as it is. Where words are folded away, no text is there to tell them.
    """
    from openpyxl import Workbook

    documents = documents_in(atlas, scene)
    book = Workbook(write_only=True)
    book.properties.title, book.properties.description = stamp.filter, stamp.line()
    about = {**stamp.entries(), "reading": _how_to_read()}
    _sheet(book, "readable", READABLE, readable_rows(atlas, scene.claims))
    _sheet(book, "about", ("entry", "about"), about.items())
    for name, rows in claim_tables(atlas, scene.claims).items():
        _sheet(book, name, COLUMNS[name], _lines(rows))
    _sheet(book, "sources", ("document", "claims", "citation", "url"), _sources(scene, documents))
    listed = [
        {**row, COLLECTION: atlas.documents[str(row["id"])].collection} for row in document_rows(documents)
    ]
    _sheet(book, "documents", tuple(TABLES["documents"].columns), _lines(listed))
    _sheet(book, "places", COLUMNS["places"], _lines(place_rows(atlas, scene.claims)))
    for name, columns in SHEETS.items():
        _sheet(book, name, columns, text_rows(() if stamp.folded else documents, name))
    page = io.BytesIO()
    book.save(page)
    return page.getvalue()


def _how_to_read() -> str:
    return _(
        "The sheet readable has all claims in words. Of the others one sheet is one kind of claim. An empty "
        "cell is what the source does not name; several values in a cell have | between them; an "
        "apostrophe before = + - @ is not in the source. Check the file with: "
        "python -m flows check FILE."
    )


def _sources(scene: Scene, documents: Iterable[Document]) -> Iterable[Sequence[Cell]]:
    for document in documents:
        count = sum(claim.document == document.id for claim in scene.claims)
        yield document.id, count, document_citation(document), document.url


def _lines(rows: Iterable[Mapping[str, Cell]]) -> Iterable[Sequence[Cell]]:
    return (tuple(row.values()) for row in rows)


def _sheet(book: "Workbook", name: str, columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, _WIDTH)
    heads = [WriteOnlyCell(sheet, column) for column in columns]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for line in lines:
        sheet.append([_written(cell) for cell in line])


def _written(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    # Held first: written as _x000D_, white space before a formula would no longer be seen as such.
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", escape_formula(cell))
