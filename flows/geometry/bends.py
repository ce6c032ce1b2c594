"""Which way each line bends: past nodes that are not its own, and clear of other lines.

Design: Jenny et al. 2018, "Design principles for origin-destination flow maps" — flows do not pass
under unconnected nodes, cross little and spread around a node. The best documented lines, which a first map
shows, take their bends together; the others one after another, each with regard to those before it only, so
that the first ones stay well placed however many are shown.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.geometry.annealing import choose_together
from flows.geometry.curves import DEFAULT_BEND, Point, bend, sample
from flows.geometry.parabolas import CLEAR, ChordCurves

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_BENT = (0.8, 1.2, 0.6, 1.4, 0.4, 1.6, 1.8, 2.0)
# Multiples of the default bend, those nearer to it first; less than that looks straight, more like a detour.
SIDES = (DEFAULT_BEND, *_BENT, *(-side for side in (DEFAULT_BEND, *_BENT)))
# Half as many for the lines that take their bends one after another: the first reader would wait for more.
_FEWER = (DEFAULT_BEND, 1.4, 0.6, 2.0, -0.6, -DEFAULT_BEND, -1.4, -1.8, -2.0)
# Where the way back is drawn too, both keep to their own left, no closer together than by default.
OPPOSED = tuple(side for side in SIDES if side >= DEFAULT_BEND)
# What a bend costs, in crossings: a node passed, and how near; a line hidden along its whole length; the
# default bend once more or less, twice as much for the first line as for the last.
_PASSED, _MET, _HIDDEN, _DEPARTURE = 2.8, 0.5, 1.0, 0.02
# Points at which a line is compared; those of the longest lie some 15 degrees apart.
_POINTS = 10
# Legs that are laid out together, about as many as a first map shows. The work grows with their square: these
# take less than a tenth of a second, which the first reader of a fresh server would wait for.
TOGETHER = 50
# The work grows with the square of the number of routes, and so many cross whatever their bends.
MOST_ROUTES = 800


def choose_bends(
    routes: Sequence[tuple[str, Sequence[Point]]], nodes: Sequence[Point]
) -> Mapping[str, tuple[float, ...]]:
    """Choose the ``side`` of `flows.geometry.curves.bend` for each segment of each route, by the route's id.

    ``routes`` are ids and the points of the stops, the most important route first; ``nodes`` are the
    points that lines keep clear of, a route's own stops and those beside them aside. Points are of the plane
    of `flows.geometry.curves`. With more than ``MOST_ROUTES`` routes all keep the default bend.
    """
    if len(routes) > MOST_ROUTES:
        return {ident: (DEFAULT_BEND,) * (len(points) - 1) for ident, points in routes}
    legs = list(_legs(routes, sorted(set(nodes))))
    chosen = iter(zip(legs, _one_by_one(legs, _together(legs[:TOGETHER])), strict=True))
    found = (leg.sides[number] for leg, number in chosen)
    return {ident: tuple(next(found) for _ in pairwise(points)) for ident, points in routes}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leg:
    """A segment of a route: its chord, the sides that it may take, and what each costs by itself."""

    chord: tuple[Point, Point]
    sides: Sequence[float]
    alone: "Numbers"

    def lines(self) -> "Numbers":
        """Return the middles of the pieces of each curve: lines that share an end do not cross there."""
        import numpy as np

        corners = np.array([sample([bend(*self.chord, side=s)], points=_POINTS) for s in self.sides])
        middles: Numbers = (corners[:, 1:] + corners[:, :-1]) / 2
        return middles


def _legs(routes: Sequence[tuple[str, Sequence[Point]]], nodes: Sequence[Point]) -> Iterator[_Leg]:
    import numpy as np

    chords = [chord for _, points in routes for chord in pairwise(points)]
    both_ways = set(chords) & {(end, start) for start, end in chords}
    count = 0
    for _, points in routes:
        clear_of = np.array(unrelated(nodes, points)).reshape(-1, 2)
        for chord in pairwise(points):
            eager = _DEPARTURE * (2 - count / len(chords))
            sides = SIDES if count < TOGETHER else _FEWER
            if chord in both_ways:
                sides = tuple(side for side in sides if side in OPPOSED)
            yield _leg(chord, sides, clear_of, eager)
            count += 1


def _leg(chord: tuple[Point, Point], sides: Sequence[float], nodes: "Numbers", departure: float) -> _Leg:
    """Keep the sides that pass no more nodes than the default one does."""
    import numpy as np

    if chord[0] == chord[1]:
        return _Leg(chord=chord, sides=(DEFAULT_BEND,), alone=np.zeros(1))
    closeness = ChordCurves(chord, sides).closeness(nodes)
    passed = (closeness > 0).sum(axis=1)
    kept = np.flatnonzero(passed <= passed[sides.index(DEFAULT_BEND)])
    chosen = np.array(sides)[kept]
    costs = _PASSED * passed[kept] + _MET * closeness[kept].sum(axis=1)
    alone = costs + departure * np.abs(chosen - DEFAULT_BEND)
    return _Leg(chord=chord, sides=chosen.tolist(), alone=alone)


def unrelated(nodes: Sequence[Point], stops: Sequence[Point]) -> list[Point]:
    """Return the nodes that a line through ``stops`` could keep clear of: none at a stop or beside one."""
    return [node for node in nodes if all(math.dist(node, stop) >= CLEAR for stop in stops)]


def _together(legs: Sequence[_Leg]) -> list[int]:
    """Choose the sides of the first legs at once, as numbers of the sides that each may take."""
    import numpy as np

    if not legs:
        return []
    lines = [leg.lines() for leg in legs]
    costs = np.concatenate([_meeting(leg, np.concatenate(lines)) for leg in legs])
    first = np.cumsum([0, *(len(leg.sides) for leg in legs)])
    for start, end in pairwise(first):
        costs[start:end, start:end] = 0
    return choose_together([leg.alone for leg in legs], (costs + costs.T) / 2)


def _one_by_one(legs: Sequence[_Leg], chosen: Sequence[int]) -> list[int]:
    """Choose the sides of the legs that follow, each with regard to all before it."""
    import numpy as np

    lines = np.empty((len(legs), _POINTS, 2))
    found = list(chosen)
    for number, leg in enumerate(legs):
        if number == len(found):
            costs = leg.alone + _meeting(leg, lines[:number]).sum(axis=1)
            found.append(int(np.argmin(costs)))
        lines[number] = leg.lines()[found[number]]
    return found


def _meeting(leg: _Leg, lines: "Numbers") -> "Numbers":
    """Tell what each side of a leg costs with each line (n, points, 2): crossings, and what it hides."""
    import numpy as np

    if leg.chord[0] == leg.chord[1]:
        return np.zeros((1, len(lines)))
    crossings, hidden = ChordCurves(leg.chord, leg.sides).crossings_and_overlap(lines)
    return crossings + _HIDDEN * hidden
