"""What is shown: the one composition that map, panel, table, counts and exports read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import or_
from typing import TypeVar

from flows.query.claim_index import UNSPECIFIED_FACETS, ClaimIndex
from flows.query.selection import Selection
from flows.scene.hotspots import Hotspot, hotspots_from
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, RouteIndex, routes_from
from flows.scene.telling import DRAWN_ASSERTIONS
from geodata.compute_once import OnceByKey
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim, FlowClaim
from geodata.vocabulary.enums import UNSPECIFIED, Theme

Mark = TypeVar("Mark", Route, Hotspot, CountryRole)
# One scene a selection: enough for the last steps of a few readers, few enough for the garbage collector.
_SCENES_KEPT = 16


@dataclass(frozen=True, kw_only=True, eq=False)
class Scene:
    """Hold everything that one selection of one atlas shows.

    ``claims`` are all admitted claims; ``routes``, ``roles`` and ``hotspots`` the marks that they
    draw; ``unconfirmed_routes``, ``unconfirmed_hotspots`` and ``unconfirmed_roles`` those that rest only on
    what is alleged, at risk or onward migration, drawn with dots when the reader asks; ``notes`` the
    admitted claims about a sector, group or practice without a place. The map's command reads no more than
    these; what follows from ``index`` is counted when it is asked for.
    """

    atlas: Atlas = field(repr=False)
    selection: Selection
    claims: tuple[Claim, ...]
    routes: tuple[Route, ...]
    roles: tuple[CountryRole, ...]
    hotspots: tuple[Hotspot, ...]
    unconfirmed_routes: tuple[Route, ...]
    unconfirmed_hotspots: tuple[Hotspot, ...]
    unconfirmed_roles: tuple[CountryRole, ...]
    notes: tuple[ContextClaim, ...]
    index: ClaimIndex = field(repr=False)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return the number of claims that would remain, by facet and value."""
        return self.index.counts(self.selection)

    @cached_property
    def unnamed(self) -> Mapping[str, int]:
        """Return, by facet, how many routes are hidden only because their claims name nothing there."""
        return _unnamed(self.index, self.selection)

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents behind the scene, each once, in order of appearance."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


def index_of(atlas: Atlas) -> ClaimIndex:
    """Return the claim index of ``atlas``, built once."""
    return atlas.derived(ClaimIndex)


def _route_index(atlas: Atlas) -> RouteIndex:
    return RouteIndex(atlas.claims)


def _scenes(_atlas: Atlas) -> OnceByKey[Selection, Scene]:
    return OnceByKey(_SCENES_KEPT)


def _drawn_bits(index: ClaimIndex, selection: Selection) -> int:
    shown = DRAWN_ASSERTIONS | selection.assertion
    return reduce(or_, (index.having("assertion", assertion) for assertion in shown))


def compose(atlas: Atlas, selection: Selection) -> Scene:
    """Compose the scene that ``selection`` shows of ``atlas``.

    While it is kept, the same atlas and selection give the same scene object.
    """
    return atlas.derived(_scenes).get(selection, lambda: _composed(atlas, selection))


def _composed(atlas: Atlas, selection: Selection) -> Scene:
    index, routes_of = index_of(atlas), atlas.derived(_route_index)
    admitted = index.admitted(selection)
    drawn = admitted & _drawn_bits(index, selection)
    claims, unconfirmed = index.claims_in(drawn), index.claims_in(admitted & ~drawn)
    routes, hotspots, roles = routes_of.admitted(drawn), hotspots_from(claims), roles_from(claims)
    every = index.claims_in(admitted) if unconfirmed else claims
    return Scene(
        atlas=atlas,
        selection=selection,
        claims=every,
        routes=routes,
        roles=roles,
        hotspots=hotspots,
        unconfirmed_routes=_beside(routes_of.admitted(admitted & ~drawn), routes) if unconfirmed else (),
        unconfirmed_hotspots=_beside(hotspots_from(unconfirmed), hotspots),
        unconfirmed_roles=_beside(roles_from(unconfirmed), roles),
        notes=notes_from(every),
        index=index,
    )


def narrowed(scene: Scene, claims: Iterable[Claim]) -> Scene:
    """Return the scene of some of its claims alone, under the same selection."""
    kept = tuple(claims)
    drawn = drawn_claims(kept, scene.selection)
    sure = {claim.id for claim in drawn}
    unconfirmed = tuple(claim for claim in kept if claim.id not in sure)
    routes, hotspots, roles = routes_from(drawn), hotspots_from(drawn), roles_from(drawn)
    return replace(
        scene,
        claims=kept,
        routes=routes,
        roles=roles,
        hotspots=hotspots,
        unconfirmed_routes=_beside(routes_from(unconfirmed), routes),
        unconfirmed_hotspots=_beside(hotspots_from(unconfirmed), hotspots),
        unconfirmed_roles=_beside(roles_from(unconfirmed), roles),
        notes=notes_from(kept),
    )


def _beside(unconfirmed: tuple[Mark, ...], drawn: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Keep the unconfirmed marks that are not drawn anyway."""
    known = {mark.id for mark in drawn}
    return tuple(mark for mark in unconfirmed if mark.id not in known)


def drawn_claims(claims: Iterable[Claim], selection: Selection) -> tuple[Claim, ...]:
    """Keep the claims that become marks: identified and described, and what the reader asks for."""
    shown = DRAWN_ASSERTIONS | selection.assertion
    return tuple(claim for claim in claims if claim.assertion in shown)


def notes_from(claims: Iterable[Claim]) -> tuple[ContextClaim, ...]:
    """Keep the context claims that say something of their own; framing statements do not."""
    return tuple(
        claim for claim in claims if isinstance(claim, ContextClaim) and claim.theme != Theme.FRAMING
    )


def _unnamed(index: ClaimIndex, selection: Selection) -> dict[str, int]:
    found = {}
    for facet in UNSPECIFIED_FACETS:
        chosen = selection.chosen(facet)
        if chosen and UNSPECIFIED not in chosen:
            shown = _drawn_routes(index, index.admitted(selection), selection)
            bits = index.admitted(selection.without(facet)) & index.having(facet, UNSPECIFIED)
            found[facet] = len(_drawn_routes(index, bits, selection) - shown)
    return found


def _drawn_routes(index: ClaimIndex, bits: int, selection: Selection) -> set[str]:
    claims = drawn_claims(index.claims_in(bits), selection)
    return {claim.route for claim in claims if isinstance(claim, FlowClaim)}
