"""The profile of a place: everything a scene holds about it, and what no claim says."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.query.claim_places import places_by_claim
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, HotspotClaim, RankingClaim, RoleClaim
from geodata.vocabulary.enums import UNSPECIFIED, Role, Scope
from geodata.vocabulary.terms import slugs

Group = tuple[str, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Hold the claims about one place by what they say.

    ``inflows``, ``outflows`` and ``transit`` are pairs of a place id (or a route id for transit) and
    the claims; ``between`` are those that lead from one country of a region to another; ``hotspots``
    pairs of a sector and the claims; ``tiers`` in order of year; ``crossing`` counts claims by
    (type, sector); ``silent`` names, by facet, the values that other claims of the scene have and no
    claim about this place.
    """

    place: str
    roles: tuple[Group, ...]
    inflows: tuple[Group, ...]
    outflows: tuple[Group, ...]
    transit: tuple[Group, ...]
    internal: tuple[Claim, ...]
    between: tuple[Claim, ...]
    hotspots: tuple[Group, ...]
    tiers: tuple[RankingClaim, ...]
    crossing: dict[tuple[str, str], int]
    silent: dict[str, tuple[str, ...]]


def profile_of(place: str, scene: Scene, atlas: Atlas) -> Profile:
    """Gather what ``scene`` holds about ``place``, a country, region or any place of the gazetteer."""
    about = places_by_claim(atlas)
    own = tuple(claim for claim in scene.claims if place in about[claim.id])
    flows = [claim for claim in own if isinstance(claim, FlowClaim)]
    outward = [claim for claim in flows if claim.origin == place != claim.destination]
    inward = [claim for claim in flows if claim.destination == place != claim.origin]
    inside = [claim for claim in flows if claim.origin == claim.destination == place]
    hotspots = [
        (sector, claim) for claim in own if isinstance(claim, HotspotClaim) for sector in claim.sectors
    ]
    rankings = [claim for claim in own if isinstance(claim, RankingClaim)]
    return Profile(
        place=place,
        roles=_grouped((claim.role, claim) for claim in own if isinstance(claim, RoleClaim)),
        inflows=_grouped((claim.origin, claim) for claim in inward),
        outflows=_grouped((claim.destination, claim) for claim in outward),
        transit=_grouped((claim.route, claim) for claim in flows if place in claim.transit),
        internal=tuple(claim for claim in inside if claim.scope != Scope.BETWEEN),
        between=tuple(claim for claim in inside if claim.scope == Scope.BETWEEN),
        hotspots=_grouped(hotspots),
        tiers=tuple(sorted(rankings, key=lambda claim: claim.year)),
        crossing=_crossing(own),
        silent={facet: _silent(facet, own, scene) for facet in ("roles", "types", "sectors")},
    )


def _grouped(pairs: Iterable[tuple[str, Claim]]) -> tuple[Group, ...]:
    found: dict[str, list[Claim]] = {}
    for key, claim in pairs:
        found.setdefault(str(key), []).append(claim)
    groups = [(key, tuple(claims)) for key, claims in found.items()]
    return tuple(sorted(groups, key=lambda group: (-len({c.document for c in group[1]}), group[0])))


def _crossing(claims: Iterable[Claim]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for claim in claims:
        for kind in claim.types:
            for sector in claim.sectors:
                found[kind, sector] = found.get((kind, sector), 0) + 1
    return found


def _held(facet: str, claims: Iterable[Claim]) -> set[str]:
    if facet == "roles":
        return {claim.role for claim in claims if isinstance(claim, RoleClaim)}
    return {slug for claim in claims for slug in getattr(claim, facet)}


def _silent(facet: str, own: Iterable[Claim], scene: Scene) -> tuple[str, ...]:
    held, elsewhere = _held(facet, own), _held(facet, scene.claims)
    order = [str(role) for role in Role] if facet == "roles" else slugs(facet)
    return tuple(slug for slug in order if slug in elsewhere - held and slug != UNSPECIFIED)
