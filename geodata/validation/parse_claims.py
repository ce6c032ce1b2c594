"""The rows of the claim tables as claims, each anchored in the text that it quotes."""

from collections.abc import Mapping
from typing import TypedDict

from geodata.annotation.anchoring import AnchoringError, anchor
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import (
    Claim,
    ContextClaim,
    FlowClaim,
    HotspotClaim,
    Passage,
    RankingClaim,
    RoleClaim,
)
from geodata.model.documents import Document
from geodata.problems import Report
from geodata.readers.tables import Table
from geodata.validation.cells import Cells
from geodata.validation.plausibility import note_impossible_year
from geodata.vocabulary.enums import (
    UNSPECIFIED,
    Access,
    Assertion,
    Certainty,
    EvidenceKind,
    Precision,
    Role,
    Sense,
    Theme,
)

# The list of the values that each scheme of rankings places countries in.
SCHEME_VALUES = {"tip_report": "tier"}
_NOT_NAMED = (UNSPECIFIED,)


class _Common(TypedDict):
    id: str
    collection: str
    document: str
    types: tuple[str, ...]
    sectors: tuple[str, ...]
    settings: tuple[str, ...]
    groups: tuple[str, ...]
    assertion: Assertion
    certainty: Certainty
    access: Access
    year: int
    statement: str
    passage: Passage | None


def parse_claims(
    table: Table,
    collection: str,
    documents: Mapping[str, Document],
    gazetteer: Gazetteer,
    report: Report,
) -> tuple[Claim, ...]:
    """Read the claims of one table; `documents` are those of the collection, by id."""
    build = _BUILDERS[table.name]
    rows = (Cells(table, row, gazetteer, report) for row in table.rows)
    return tuple(build(cells, _common(cells, collection, documents)) for cells in rows)


def _common(cells: Cells, collection: str, documents: Mapping[str, Document]) -> _Common:
    document, year = cells.text("document", needed=True), cells.year()
    note_impossible_year(cells, year, documents.get(document))
    return _Common(
        id=cells.ident("id"),
        collection=collection,
        document=document,
        types=cells.words("types", "types", _NOT_NAMED),
        sectors=cells.words("sectors", "sectors", _NOT_NAMED),
        settings=cells.words("settings", "settings"),
        groups=cells.words("groups", "groups", _NOT_NAMED),
        assertion=cells.member("assertion", "assertion", Assertion),
        certainty=cells.member("certainty", "certainty", Certainty),
        access=cells.member("access", "access", Access),
        year=year,
        statement=cells.text("statement", needed=True),
        passage=_passage(cells, documents.get(document)),
    )


def _passage(cells: Cells, document: Document | None) -> Passage | None:
    """Return the passage that a row quotes; none where the document is cited or could not be read."""
    quote, prefix, suffix = (cells.text(column) for column in ("quote", "prefix", "suffix"))
    if document is None or _quoting_fails(cells, document, quote) or not document.text or not quote:
        return None
    try:
        start, end = anchor(document.text, quote, prefix, suffix)
    except AnchoringError as error:
        cells.note(error.message, error.remedy, quote)
        return None
    return Passage(document=document.id, start=start, end=end, quote=document.text[start:end])


def _quoting_fails(cells: Cells, document: Document, quote: str) -> bool:
    if document.evidence_kind is EvidenceKind.QUOTED and not quote:
        remedy = f"Copy the exact words of the claim from documents/{document.id}.txt."
        cells.note(f'quote is empty, but document "{document.id}" is quoted.', remedy)
        return True
    if document.evidence_kind is EvidenceKind.CITED and quote:
        remedy = f"Leave it empty, or ship the text and set evidence_kind to {EvidenceKind.QUOTED}."
        cells.note(f'quote is given, but document "{document.id}" is only cited.', remedy, quote)
        return True
    return False


def _role(cells: Cells, common: _Common) -> Claim:
    return RoleClaim(**common, place=cells.place("place"), role=cells.member("role", "roles", Role))


def _flow(cells: Cells, common: _Common) -> Claim:
    flow = FlowClaim(
        **common,
        origin=cells.place("origin", needed=False),
        origin_label=cells.text("origin_label"),
        transit=cells.places("transit"),
        destination=cells.place("destination", needed=False),
        destination_label=cells.text("destination_label"),
        magnitude=cells.word("magnitude", "magnitude"),
    )
    if not flow.origin and not flow.destination:
        cells.note("origin and destination are both empty.", "Name at least one, or code it as context.")
    return flow


def _hotspot(cells: Cells, common: _Common) -> Claim:
    return HotspotClaim(
        **common,
        place=cells.place("place"),
        place_label=cells.text("place_label"),
        sense=cells.member("sense", "sense", Sense),
        precision=cells.member("precision", "precision", Precision),
    )


def _context(cells: Cells, common: _Common) -> Claim:
    theme, note = cells.member("theme", "theme", Theme), cells.text("note")
    if theme is Theme.FRAMING and cells.row.cells.get("theme") and not note:
        cells.note("note is empty, though the theme is framing.", "Say why the sentence is not drawn.")
    return ContextClaim(**common, place=cells.place("place", needed=False), theme=theme, note=note)


def _ranking(cells: Cells, common: _Common) -> Claim:
    place, scheme = cells.place("place"), cells.word("scheme", "scheme", needed=True)
    facet = SCHEME_VALUES.get(scheme, "")
    # Sources write "2WL": the case of a value says nothing, and is kept.
    value = cells.word("value", facet, needed=True, fold=True) if facet else cells.text("value", needed=True)
    return RankingClaim(**common, place=place, scheme=scheme, value=value)


_BUILDERS = {
    "roles": _role,
    "flows": _flow,
    "hotspots": _hotspot,
    "context": _context,
    "rankings": _ranking,
}
