"""Routes: the flow claims with the same stops, drawn as one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from geodata.claims import Claim, FlowClaim
from geodata.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Join the flow claims that name the same stops.

    ``stops`` are place ids in order of travel, origin first; an empty first or last stop is an end
    that no claim names. Origin equal to destination is internal trafficking.
    """

    id: str
    stops: tuple[str, ...]
    evidence: Evidence

    @property
    def internal(self) -> bool:
        """Tell whether people are exploited in the place that they come from."""
        return self.stops == self.stops[:1] * 2

    @property
    def places(self) -> tuple[str, ...]:
        """Return the stops that are named."""
        return tuple(stop for stop in self.stops if stop)


def _best_documented(route: Route) -> tuple[int, int, str]:
    return -route.evidence.strength, -len(route.evidence.claims), route.id


def routes_from(claims: Iterable[Claim]) -> tuple[Route, ...]:
    """Gather flow claims into routes, those of most documents first, then of most claims, then by id."""
    flows: dict[str, list[FlowClaim]] = {}
    for claim in claims:
        if isinstance(claim, FlowClaim):
            flows.setdefault(claim.route, []).append(claim)
    return tuple(sorted((_route(tuple(members)) for members in flows.values()), key=_best_documented))


@lru_cache(maxsize=65536)
def _route(claims: tuple[FlowClaim, ...]) -> Route:
    """Join claims to a route, once: most routes rest on the same claims in one selection as in the next."""
    return Route(id=claims[0].route, stops=claims[0].stops, evidence=Evidence(claims=claims))
