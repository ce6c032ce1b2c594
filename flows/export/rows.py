"""Claims as rows: one a claim, the same columns in every format."""

from collections.abc import Iterable, Iterator

from geodata.model.atlas import Atlas
from geodata.model.claims import Claim

# Public: spreadsheets, maps and scripts of others rely on these names and their order.
COLUMNS = (
    *("id", "collection", "kind", "document", "document_title", "document_year"),
    *("place", "role", "origin", "transit", "destination", "sense", "theme", "magnitude"),
    *("types", "sectors", "settings", "groups", "assertion", "certainty", "access"),
    *("year", "statement", "quote"),
)
# The separator that the collections' own tables use within a cell.
SEPARATOR = "|"

Cell = str | int
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
    beyond: Row = {
        "document_title": document.title,
        "document_year": document.year,
        "quote": claim.passage.quote if claim.passage else "",
    }
    return {
        column: beyond[column] if column in beyond else _cell(getattr(claim, column, ""))
        for column in COLUMNS
    }


def _cell(value: str | int | tuple[str, ...]) -> Cell:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return value if isinstance(value, int) else str(value)
