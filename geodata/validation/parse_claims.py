"""The rows of the claim tables as claims, each anchored in the text that it quotes."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from geodata.annotation.anchoring import AnchoringError, anchor
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import CLAIM_KINDS, Claim, ContextClaim, FlowClaim, Passage
from geodata.model.documents import Document
from geodata.problems import Report
from geodata.readers.tables import Table
from geodata.schema.columns import COLUMNS
from geodata.validation.cells import Cells
from geodata.validation.plausibility import note_impossible_year
from geodata.vocabulary.enums import EvidenceKind, PlaceKind, Theme

Values = Mapping[str, Any]

_KINDS = {kind.table: kind for kind in CLAIM_KINDS}
# The columns that say which words of the document a claim quotes.
_QUOTING = ("quote", "prefix", "suffix")
# Columns that are fields of their claims, and the others, whose values are kept beside them.
_OWN = {
    kind: tuple(field.name for field in fields(kind) if field.name in COLUMNS[kind.table])
    for kind in CLAIM_KINDS
}
_FURTHER = {
    kind: tuple(column for column in COLUMNS[kind.table] if column not in (*_OWN[kind], *_QUOTING))
    for kind in CLAIM_KINDS
}
# Looking for the passage nearest to a quote takes up to a tenth of a second; after so many, none is.
_MOST_NEAREST = 20


def parse_claims(
    table: Table,
    collection: str,
    documents: Mapping[str, Document],
    gazetteer: Gazetteer,
    report: Report,
) -> tuple[Claim, ...]:
    """Read the claims of one table; `documents` are those of the collection, by id."""
    kind, check = _KINDS[table.name], _CHECKS.get(table.name)
    claims = []
    for row in table.rows:
        cells = Cells(table, row, gazetteer, report)
        values = cells.values()
        if check:
            check(cells, values)
        claims.append(_claim(kind, cells, values, collection, documents.get(values["document"])))
    return tuple(claims)


def _claim(
    kind: type[Claim], cells: Cells, values: Values, collection: str, document: Document | None
) -> Claim:
    note_impossible_year(cells, values["year"], document)
    if values["locator_end"] and not values["locator_start"]:
        cells.note("locator_end is given without locator_start.", "Give the first words too.")
    if document:
        _note_other_evidence(cells, values, document)
    return kind(
        **{column: values[column] for column in _OWN[kind]},
        collection=collection,
        passage=_passage(cells, values, document),
        further=tuple((column, values[column]) for column in _FURTHER[kind]),
    )


def _note_other_evidence(cells: Cells, values: Values, document: Document) -> None:
    """Note what only claims of a quoted document have, or only those of a cited one."""
    for column in cells.columns.values():
        if column.evidence and values[column.name] and document.evidence_kind != column.evidence:
            only = "only cited" if document.evidence_kind is EvidenceKind.CITED else "quoted"
            cells.note(
                f'{column.name} is given, but document "{document.id}" is {only}.',
                f"Leave it empty: it belongs to claims of {column.evidence} documents.",
                str(values[column.name]),
            )


def _passage(cells: Cells, values: Values, document: Document | None) -> Passage | None:
    """Return the passage that a row quotes; none where the document is cited or could not be read."""
    if document is None or document.evidence_kind is EvidenceKind.CITED:
        return None
    quote, prefix, suffix = (values[column] for column in _QUOTING)
    if not quote:
        remedy = f"Copy the exact words of the claim from documents/{document.id}.txt."
        cells.note(f'quote is empty, but document "{document.id}" is quoted.', remedy)
    if not document.text or not quote:
        return None
    try:
        start, end = _anchored(cells, document.text, quote, prefix, suffix)
    except AnchoringError as error:
        cells.note(error.message, error.remedy, quote)
        return None
    return Passage(document=document.id, start=start, end=end, quote=document.text[start:end])


def _anchored(cells: Cells, text: str, quote: str, prefix: str, suffix: str) -> tuple[int, int]:
    """Anchor a quote; only the first ones that fail are told with the passage nearest to them."""
    try:
        return anchor(text, quote, prefix, suffix, nearest=False)
    except AnchoringError:
        if not cells.report.may_search("passage", _MOST_NEAREST):
            raise
    return anchor(text, quote, prefix, suffix)


def _check_flow(cells: Cells, values: Values) -> None:
    if not values["origin"] and not values["destination"]:
        cells.note("origin and destination are both empty.", "Name at least one, or code it as context.")
    if values["scope"] and not _stays_in_region(cells.gazetteer, values["origin"], values["destination"]):
        remedy = "Leave it empty: it tells movements inside one country of a region from those between them."
        cells.note("scope is given, but origin and destination are not one region.", remedy, values["scope"])


def _stays_in_region(gazetteer: Gazetteer, origin: str, destination: str) -> bool:
    place = gazetteer.get(origin)
    return origin == destination and place is not None and place.kind is PlaceKind.REGION


def _check_context(cells: Cells, values: Values) -> None:
    if values["theme"] == Theme.FRAMING and not values["note"]:
        cells.note("note is empty, though the theme is framing.", "Say why the sentence is not drawn.")


# What concerns more than one cell of a row.
_CHECKS: Mapping[str, Callable[[Cells, Values], None]] = {
    FlowClaim.table: _check_flow,
    ContextClaim.table: _check_context,
}
