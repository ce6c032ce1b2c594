"""Which places each claim of an atlas is about."""

from collections.abc import Mapping

from flows.query.facets import places_of
from geodata.model.atlas import Atlas


def places_by_claim(atlas: Atlas) -> Mapping[str, frozenset[str]]:
    """Return the ids of the places that each claim is about, by the claim's id; found once an atlas."""
    return atlas.derived(_places_by_claim)


def _places_by_claim(atlas: Atlas) -> Mapping[str, frozenset[str]]:
    return {claim.id: places_of(claim, atlas.gazetteer) for claim in atlas.claims}
