"""Routes: the flow claims with the same stops, drawn as one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from geodata.model.claims import STOP_JOIN, Claim, FlowClaim
from geodata.model.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Join the flow claims that name the same stops.

    ``stops`` are place ids in order of travel, origin first; an empty first or last stop is an end
    that no claim names. Origin equal to destination is internal trafficking, but for routes `between` the
    countries of a region. ``rank`` sorts the best
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
        return self.stops == self.stops[:1] * 2 and not self.between

    @property
    def between(self) -> bool:
        """Tell whether it leads from one country of a region to another, as only its id then says."""
        return self.id != STOP_JOIN.join(self.stops)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the stops that are named."""
        return tuple(stop for stop in self.stops if stop)


def routes_from(claims: Iterable[Claim]) -> tuple[Route, ...]:
    """Gather flow claims into routes, those of most documents first, then of most claims, then by id."""
    known = tuple(claims)
    return RouteIndex(known).admitted((1 << len(known)) - 1)


class RouteIndex:
    """The routes of one atlas, by the claims that a selection admits.

    A route all of whose claims are admitted is the same object in every selection: most are, and what was
    found of its evidence is then found already.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        gathered: dict[str, list[int]] = {}
        for number, claim in enumerate(claims):
            if isinstance(claim, FlowClaim):
                gathered.setdefault(claim.route, []).append(number)
        self._gathered = tuple((numbers, self._joined(numbers)) for numbers in gathered.values())

    def admitted(self, bits: int) -> tuple[Route, ...]:
        """Return the routes of the claims in a bit set (bit *i* for claim *i*), in their order."""
        held = f"{bits:b}"[::-1].ljust(len(self._claims), "0")
        kept = ((numbers, [n for n in numbers if held[n] == "1"], whole) for numbers, whole in self._gathered)
        routes = (whole if left == numbers else self._joined(left) for numbers, left, whole in kept if left)
        return tuple(sorted(routes, key=attrgetter("rank")))

    def _joined(self, numbers: Sequence[int]) -> Route:
        claims = [claim for number in numbers if isinstance(claim := self._claims[number], FlowClaim)]
        return Route(id=claims[0].route, stops=claims[0].stops, evidence=Evidence(claims=tuple(claims)))
