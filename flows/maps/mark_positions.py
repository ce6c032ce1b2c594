"""Where the marks that a claim shows stand in the state string."""

from functools import lru_cache
from itertools import compress

from flows.maps.marks_file import marks_of
from flows.maps.named_places import places_by_claim
from flows.query.selection import Selection
from flows.scene.hotspots import Hotspot, hotspots_from
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, routes_from
from flows.scene.scene import drawn_claims, notes_from
from geodata.model.atlas import Atlas


def positions_in(atlas: Atlas, claims: int) -> frozenset[int]:
    """Return the positions of all marks that the claims in a bit set (bit *i* for claim *i*) show.

    That is where no assertion is asked for: what is at risk then shows lines and hotspots, no roles.
    """
    return frozenset().union(*compress(_by_claim(atlas), map(int, reversed(f"{claims:b}"))))


@lru_cache(maxsize=4)
def _by_claim(atlas: Atlas) -> tuple[frozenset[int], ...]:
    order = marks_of(atlas).order
    found: dict[str, set[int]] = {
        claim: {order["places"][place] for place in places if place in order["places"]}
        for claim, places in places_by_claim(atlas).items()
    }
    drawn: dict[str, tuple[Route | Hotspot | CountryRole, ...]] = {
        "routes": routes_from(atlas.claims),
        "hotspots": hotspots_from(atlas.claims),
        "roles": roles_from(drawn_claims(atlas.claims, Selection())),
    }
    for kind, marks in drawn.items():
        for mark in marks:
            for claim in mark.evidence.claims:
                found[claim.id].add(order[kind][mark.id])
    for note in notes_from(atlas.claims):
        found[note.id].add(order["notes"][note.id])
    return tuple(frozenset(found[claim.id]) for claim in atlas.claims)
