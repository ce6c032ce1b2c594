"""Curves of routes: where a line bends, in the plane of the map.

The plane is spherical Web Mercator (EPSG:3857) in units of degrees of longitude at the equator:
x = longitude, y = ln(tan(45° + latitude / 2)) in degrees. A curve is a chain of quadratic Bézier
segments, so that a renderer draws it from control points and an export samples it.
Design: Jenny et al. 2018, "Design principles for origin-destination flow maps" — curved lines,
longer ones bent more.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[Point, Point, Point]

# The map is cut opposite to the middle of the Americas (90° W), so that every place has one spot
# and Asia lies west of America, across the Pacific.
SEAM = 90.0
# Sideways offset of the control point as a share of the chord: short lines nearly straight, long
# ones clearly bent. Degrees are of the plane.
_SLIGHT, _STRONG, _LONG = 0.14, 0.24, 90.0
# The default side of a bend, seen along the line.
DEFAULT_BEND = 1.0
# Points per segment in an export; the error of a chord is then below a pixel at the sizes drawn.
SAMPLES = 24


def display_longitude(lon: float) -> float:
    """Return the longitude at which a place is drawn, in degrees within (-270, 90]."""
    return lon - 360.0 if lon > SEAM else lon


def to_plane(lon: float, lat: float) -> Point:
    """Project longitude and latitude (degrees, EPSG:4326) to the plane."""
    bounded = max(-85.0, min(85.0, lat))
    return lon, math.degrees(math.asinh(math.tan(math.radians(bounded))))


def from_plane(point: Point) -> Point:
    """Return the longitude and latitude (degrees) of a point of the plane."""
    return point[0], math.degrees(math.atan(math.sinh(math.radians(point[1]))))


def bend(start: Point, end: Point, *, side: float = DEFAULT_BEND) -> Segment:
    """Bend the line between two points of the plane to the left of its direction.

    Both directions between one pair therefore bend apart. ``side`` is a multiple of the default
    bend: of -1 bends to the right; a value between bends less, one beyond more.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = bend_share(math.hypot(dx, dy)) * side
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return start, (middle[0] - dy * share, middle[1] + dx * share), end


def bend_share(length: float) -> float:
    """Return how far aside the default control point of a chord lies, as a share of its ``length``."""
    return _SLIGHT + (_STRONG - _SLIGHT) * min(1.0, length / _LONG)


def chain(points: Sequence[Point], sides: Sequence[float] = ()) -> tuple[Segment, ...]:
    """Join two or more points of the plane, in order, by bent segments.

    ``sides`` are the ``side`` of each segment (`flows.geometry.bends` chooses them); the default for all
    where there are none. Raises ValueError where there are some, but not one a segment.
    """
    chords = pairwise(points)
    wanted = sides or (DEFAULT_BEND,) * (len(points) - 1)
    return tuple(bend(start, end, side=side) for (start, end), side in zip(chords, wanted, strict=True))


def sample(segments: Sequence[Segment], *, points: int = SAMPLES) -> list[Point]:
    """Return points of a chain of segments, the first and the last included, in the plane."""
    found = [segments[0][0]]
    for start, control, end in segments:
        for step in range(1, points + 1):
            t = step / points
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            x = a * start[0] + b * control[0] + c * end[0]
            found.append((x, a * start[1] + b * control[1] + c * end[1]))
    return found
