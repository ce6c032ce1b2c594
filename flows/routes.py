"""Routes: the flow claims with the same stops, drawn as one line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from geodata.claims import Claim, FlowClaim
from geodata.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Join the flow claims that name the same stops.

    ``stops`` are place ids in order of travel, origin first; an empty first or last stop is an end
    that no claim names. Origin equal to destination is internal trafficking. ``rank`` sorts the best
    documented first: by documents, then by claims, then by id.
    """

    id: str
    stops: tuple[str, ...]
    evidence: Evidence
    # Found once: every selection puts its routes in order.
    rank: tuple[int, int, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rank = -self.evidence.strength, -len(self.evidence.claims), self.id
        object.__setattr__(self, "rank", rank)

    @property
    def internal(self) -> bool:
        """Tell whether people are exploited in the place that they come from."""
        return self.stops == self.stops[:1] * 2

    @property
    def places(self) -> tuple[str, ...]:
        """Return the stops that are named."""
        return tuple(stop for stop in self.stops if stop)


def routes_from(claims: Iterable[Claim]) -> tuple[Route, ...]:
    """Gather flow claims into routes, those of most documents first, then of most claims, then by id."""
    flows: dict[str, list[FlowClaim]] = {}
    for claim in claims:
        if isinstance(claim, FlowClaim):
            flows.setdefault(claim.route, []).append(claim)
    return tuple(sorted((_route(tuple(members)) for members in flows.values()), key=attrgetter("rank")))


@lru_cache(maxsize=65536)
def _route(claims: tuple[FlowClaim, ...]) -> Route:
    """Join claims to a route, once: most routes rest on the same claims in one selection as in the next."""
    return Route(id=claims[0].route, stops=claims[0].stops, evidence=Evidence(claims=claims))
