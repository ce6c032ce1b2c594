"""Claims as rows: one a claim, the same columns in every format."""

import math
from collections.abc import Iterable, Iterator

from flows.narrative.text_fragments import locator_link
from geodata.annotation.quote_selector import surroundings
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.model.further import Value, value_of
from geodata.schema.columns import FLAT, LIST_SEPARATOR

# The flat table of the schema: spreadsheets, maps and scripts of others rely on these names and their order.
COLUMNS = FLAT.columns
# The column that is made for readers: where it is missing or changed, the claim is the same.
LINK = "link"

Cell = str | int | float
Row = dict[str, Cell]


def claim_rows(atlas: Atlas, claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield a row a claim, in their order."""
    return (claim_row(atlas, claim) for claim in claims)


def claim_row(atlas: Atlas, claim: Claim) -> Row:
    """Return a claim's cells by column; the two years are numbers.

    A column that its kind does not have is empty. Several values are joined with ``|``; types,
    sectors and groups that the source does not name are ``unspecified``, the word that filters use.
    """
    document = atlas.documents[claim.document]
    beyond = quoted_cells(atlas, claim) | {
        "document_title": document.title,
        "document_year": document.year,
        LINK: source_link(document, claim),
    }
    return {
        column: beyond[column] if column in beyond else cell_of(value_of(claim, column)) for column in COLUMNS
    }


def source_link(document: Document, claim: Claim) -> str:
    """Return the address that opens a claim's source, at its sentence where that is known; "" for none."""
    return locator_link(document, claim) or document.url


def quoted_cells(atlas: Atlas, claim: Claim) -> Row:
    """Return the words that a claim quotes, and those around them where they stand more than once."""
    if claim.passage is None:
        return {"quote": "", "prefix": "", "suffix": ""}
    prefix, suffix = surroundings(atlas.documents[claim.document].text, claim.passage)
    return {"quote": claim.passage.quote, "prefix": prefix, "suffix": suffix}


def cell_of(value: Value) -> Cell:
    """Return a value as a table holds it: several joined, words as plain text, nothing for no number."""
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    if isinstance(value, str):
        return str(value)
    return "" if math.isnan(value) else value
