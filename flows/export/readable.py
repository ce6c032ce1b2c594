"""Claims in words: one flat table with names instead of codes, for people rather than programs."""

from collections.abc import Iterable, Iterator

from flows.export.rows import Cell, source_link
from flows.narrative.citations import full_citation
from flows.narrative.claim_focus import title_of
from flows.scene.names import label, place_name
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RankingClaim
from geodata.vocabulary.enums import UNSPECIFIED

READABLE = (
    *("kind", "name", "places", "forms", "sectors", "statement", "what is said", "certainty"),
    *("reference year", "document", "edition", "citation", "link", "id"),
)


def readable_rows(atlas: Atlas, claims: Iterable[Claim]) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each claim under the headings of `READABLE`; several values are joined by "; "."""
    return (_row(atlas, claim) for claim in claims)


def _row(atlas: Atlas, claim: Claim) -> tuple[Cell, ...]:
    document = atlas.documents[claim.document]
    # A placement in a tier is about a government, and no form of trafficking could be named in it.
    ranked = isinstance(claim, RankingClaim)
    sectors = [slug for slug in claim.sectors if slug != UNSPECIFIED]
    return (
        claim.kind,
        title_of(claim, atlas.gazetteer),
        "; ".join(place_name(atlas.gazetteer[ident]) for ident in dict.fromkeys(claim.places)),
        "" if ranked else "; ".join(label("types", slug) for slug in claim.types),
        "; ".join(label("sectors", slug) for slug in sectors),
        claim.statement,
        "" if ranked else label("assertion", claim.assertion),
        label("certainty", claim.certainty),
        claim.year,
        document.title,
        document.year,
        full_citation(atlas, claim),
        source_link(document, claim),
        claim.id,
    )
