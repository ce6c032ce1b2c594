"""Which way each line bends: past nodes that are not its own, and clear of the lines before it.

Design: Jenny et al. 2018, "Design principles for origin-destination flow maps" — flows do not pass
under unconnected nodes, cross little and spread around a node. The choice is greedy: routes take
their bends in the order given, each with regard to those before it only, so that the first ones
stay well placed however many are shown.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from flows.geometry.curves import DEFAULT_BEND, Point, bend, sample
from flows.geometry.parabolas import ChordCurves

# Multiples of the default bend, those nearer to it first; less than half looks straight.
SIDES = (DEFAULT_BEND, 0.75, 1.3, 0.5, 1.6, 2.0, -0.75, -1.0, -0.5, -1.3, -1.6, -2.0)
# Where the way back is drawn too, both keep to their own left, no closer together than by default.
OPPOSED = tuple(side for side in SIDES if side >= DEFAULT_BEND)
# What a bend costs among those that pass the fewest nodes, in crossings: a node met in its middle; a
# line hidden along its whole length; the default bend once more or less.
_MET, _HIDDEN, _DEPARTURE = 4.0, 2.0, 1.0
# Points at which a placed line is compared; those of the longest lie some 15 degrees apart.
_POINTS = 12
# The work grows with the square of the number of routes, and so many cross whatever their bends.
MOST_ROUTES = 800


def choose_bends(
    routes: Sequence[tuple[str, Sequence[Point]]], nodes: Sequence[Point]
) -> Mapping[str, tuple[float, ...]]:
    """Choose the ``side`` of `flows.geometry.curves.bend` for each segment of each route, by the route's id.

    ``routes`` are ids and the points of the stops, the most important route first; ``nodes`` are the
    points that lines keep clear of, a route's own stops aside. Points are of the plane of
    `flows.geometry.curves`. With more than ``MOST_ROUTES`` routes all keep the default bend.
    """
    if len(routes) > MOST_ROUTES:
        return {ident: (DEFAULT_BEND,) * (len(points) - 1) for ident, points in routes}
    chords = [chord for _, points in routes for chord in pairwise(points)]
    both_ways = set(chords) & {(end, start) for start, end in chords}
    plan = _Plan(nodes, len(chords))
    return {
        ident: tuple(
            plan.place(chord, OPPOSED if chord in both_ways else SIDES, points) for chord in pairwise(points)
        )
        for ident, points in routes
    }


class _Plan:
    """Hold the nodes and the lines placed so far, as points of the plane."""

    def __init__(self, nodes: Sequence[Point], lines: int) -> None:
        import numpy as np

        self._nodes = sorted(set(nodes))
        self._lines = np.empty((lines, _POINTS, 2))
        self._count = 0

    def place(self, chord: tuple[Point, Point], sides: Sequence[float], stops: Sequence[Point]) -> float:
        """Choose one of ``sides`` for a chord between two of ``stops``, and add its line."""
        import numpy as np

        if chord[0] == chord[1]:
            return DEFAULT_BEND
        unrelated = np.array([node for node in self._nodes if node not in stops]).reshape(-1, 2)
        closeness = ChordCurves(chord, sides).closeness(unrelated)
        hits = (closeness > 0).sum(axis=1)
        fewest = np.flatnonzero(hits == hits.min())
        kept = np.array(sides)[fewest]
        crossings, hidden = ChordCurves(chord, kept).crossings_and_overlap(self._lines[: self._count])
        costs = crossings + _HIDDEN * hidden + _MET * closeness[fewest].sum(axis=1)
        side = float(kept[np.argmin(costs + _DEPARTURE * np.abs(kept - DEFAULT_BEND))])
        corners = np.array(sample([bend(*chord, side=side)], points=_POINTS))
        # The middles of its pieces: lines that share an end meet there, and do not cross.
        self._lines[self._count] = (corners[1:] + corners[:-1]) / 2
        self._count += 1
        return side
