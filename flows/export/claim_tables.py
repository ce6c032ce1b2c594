"""Claims, documents and their texts as the tables of a collection, from which the atlas is loaded again."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from flows.export.rows import Cell, Row, cell_of, quoted_cells
from geodata.annotation.sentences import FURNITURE, SENTENCE
from geodata.gazetteer.gazetteer import Gazetteer, read_gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.model.further import Value, value_of
from geodata.readers.document_store import EDITORIAL, SENTENCES, TEXT
from geodata.schema.columns import CLAIM_TABLES, COLUMNS, LIST_SEPARATOR
from geodata.vocabulary.enums import UNSPECIFIED

Line = tuple[str | int, ...]

# A cell of a workbook holds 32,767 characters, and writes some of them as seven.
_CELL = 4_000


def claim_tables(atlas: Atlas, claims: Iterable[Claim]) -> dict[str, list[Row]]:
    """Return the rows of each table of claims, empty tables too, in the order of the data model."""
    tables: dict[str, list[Row]] = {name: [] for name in CLAIM_TABLES}
    for claim in claims:
        tables[claim.table].append(table_row(atlas, claim))
    return tables


def table_row(atlas: Atlas, claim: Claim) -> Row:
    """Return a claim's cells in its own table: as an author would write them, the quote told apart."""
    beyond = quoted_cells(atlas, claim)
    return {
        column: beyond[column] if column in beyond else _cell(value_of(claim, column))
        for column in COLUMNS[claim.table]
    }


def document_rows(documents: Iterable[Document]) -> list[Row]:
    """Return the rows of the table of documents."""
    return [
        {column: _cell(value_of(document, column)) for column in COLUMNS["documents"]}
        for document in documents
    ]


def place_rows(atlas: Atlas, claims: Iterable[Claim]) -> list[Row]:
    """Return the rows of the table of places: those of the claims that the gazetteer does not ship."""
    shipped = read_gazetteer(atlas.gazetteer.folder)
    named = dict.fromkeys(place for claim in claims for place in claim.places)
    own = (atlas.gazetteer[ident] for ident in sorted(named))
    return [_place_row(place, shipped) for place in own if shipped.get(place.id) != place]


def _place_row(place: Place, shipped: Gazetteer) -> Row:
    known = shipped.get(place.id)
    # Written out where they are the author's; else they are computed again.
    point = (place.lon, place.lat) != (known.lon, known.lat) if known else place.at_point
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "members": LIST_SEPARATOR.join(place.members),
        "rule": place.rule,
        "lon": place.lon if point else "",
        "lat": place.lat if point else "",
    }


def degrees(cell: Cell) -> str:
    """Write a number of degrees in full, for near zero Python would write 1e-05."""
    return format(Decimal(str(cell)), "f") if isinstance(cell, float) else str(cell)


def _cell(value: Value) -> Cell:
    # An empty cell is how a table says that the source names none.
    return "" if value == (UNSPECIFIED,) else cell_of(value)


def text_rows(documents: Iterable[Document], kind: str) -> Iterator[Line]:
    """Yield the rows of one of the sheets of a document store: the document's id, then its own columns."""
    for document in documents:
        yield from ((document.id, *line) for line in lines_of(document, kind))


def lines_of(document: Document, kind: str) -> Iterator[Line]:
    """Yield what is stored of a document under `kind`: its text in parts, its sentences or its marks."""
    if kind == TEXT:
        starts = range(0, len(document.text), _CELL)
        yield from ((n, document.text[at : at + _CELL]) for n, at in enumerate(starts, start=1))
    elif kind == SENTENCES:
        for sentence in document.sentences:
            yield sentence.start, sentence.end, FURNITURE if sentence.furniture else SENTENCE
    elif kind == EDITORIAL:
        yield from ((mark.position, mark.mark) for mark in document.editorial)
