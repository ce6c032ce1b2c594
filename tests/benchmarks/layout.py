"""How well the lines lie, with default and with chosen bends: nodes that they pass, lines that they cross."""

from collections.abc import Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from flows.geometry.curves import Point, chain, sample
from flows.geometry.parabolas import CLEAR
from flows.geometry.route_lines import bend_factors, courses_of, nodes_of
from geodata.load import load_atlas
from geodata.model.atlas import Atlas

# What the reader sees: the best documented routes, and all of them.
SHOWN = (40, 100)
# Degrees around a stop that two routes share: lines meet there, and do not cross.
_AT_THE_STOP = 0.05
_POINTS = 40  # a segment; finer than `flows.geometry.parabolas` measures, and by other means

Courses = Mapping[str, Sequence[Point]]
Sides = Mapping[str, Sequence[float]]


def layout_samples() -> dict[tuple[str, str], list[float]]:
    """Return what is counted of the atlas as it ships, by what and by the bends of the lines."""
    found: dict[tuple[str, str], list[float]] = {}
    for what, before, after in layout_rows(load_atlas()):
        found[what, "default bends"], found[what, "chosen bends"] = [float(before)], [float(after)]
    return found


def layout_rows(atlas: Atlas) -> list[tuple[str, int, int]]:
    """Return what is counted, with default bends and with the chosen ones."""
    courses, nodes = courses_of(atlas), nodes_of(atlas)
    rows = []
    for count in [count for count in SHOWN if count < len(courses)] + [len(courses)]:
        shown = dict(list(courses.items())[:count])
        before, after = ((hits(shown, s, nodes), crossings(shown, s)) for s in ({}, bend_factors(atlas)))
        rows.append((f"nodes passed by the first {count} lines", before[0], after[0]))
        rows.append((f"crossings of the first {count} lines", before[1], after[1]))
    return rows


def hits(courses: Courses, sides: Sides, nodes: Sequence[Point]) -> int:
    """Count the nodes too close to a line, for all lines.

    Those as close to a stop of the line do not count: no bend can avoid them.
    """
    points = shapely.points(nodes).reshape(-1)
    found = 0
    for stops, line in zip(courses.values(), _lines(courses, sides), strict=True):
        avoidable = shapely.distance(points, shapely.MultiPoint(list(stops))) >= CLEAR
        found += int((avoidable & (shapely.distance(points, line) < CLEAR)).sum())
    return found


def crossings(courses: Courses, sides: Sides) -> int:
    """Count the points where two lines cross; once for two that run over each other."""
    lines, stops = _lines(courses, sides), list(courses.values())
    pairs = shapely.STRtree(lines).query(lines, predicate="intersects").T.tolist()
    return sum(
        _crossings(lines[one], lines[other], {*stops[one]} & {*stops[other]})
        for one, other in pairs
        if one < other
    )


def _crossings(one: BaseGeometry, other: BaseGeometry, shared: set[Point]) -> int:
    parts = [part for part in shapely.get_parts(one.intersection(other)) if not part.is_empty]
    if any(part.geom_type != "Point" for part in parts):
        return 1
    ends = shapely.MultiPoint(sorted(shared))
    return sum(not shapely.dwithin(part, ends, _AT_THE_STOP) for part in parts)


def _lines(courses: Courses, sides: Sides) -> list[BaseGeometry]:
    return [
        shapely.LineString(sample(chain(stops, sides.get(route, ())), points=_POINTS))
        for route, stops in courses.items()
    ]
