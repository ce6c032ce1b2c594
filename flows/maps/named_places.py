"""Which places the claims of an atlas name, and how many documents name each."""

from collections import Counter
from functools import lru_cache

from flows.query.claim_index import places_of
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


@lru_cache(maxsize=4)
def places_by_claim(atlas: Atlas) -> dict[str, frozenset[str]]:
    """Return the ids of the places that each claim is about, by the claim's id."""
    return {claim.id: places_of(claim, atlas.gazetteer) for claim in atlas.claims}


@lru_cache(maxsize=4)
def _named_by_claim(atlas: Atlas) -> dict[str, frozenset[tuple[str, str]]]:
    documents = {claim.id: claim.document for claim in atlas.claims}
    return {
        ident: frozenset((place, documents[ident]) for place in places)
        for ident, places in places_by_claim(atlas).items()
    }


@lru_cache(maxsize=64)
def documents_by_place(scene: Scene, atlas: Atlas) -> dict[str, int]:
    """Count the distinct documents that name each place in the scene: what a country's fill shows.

    Countries are counted when a claim names them; not through a region that holds them.
    """
    named = _named_by_claim(atlas)
    pairs: set[tuple[str, str]] = set().union(*(named[claim.id] for claim in scene.claims))
    return Counter(ident for ident, _document in pairs)
