"""Lines that stand for a movement at one place, in degrees (EPSG:4326), longitude first.

They lead nowhere: a loop beside the place stands for what happens inside it, a stub for an end that no
source names.
"""

import math

Position = tuple[float, float]

# Degrees: seen at the scale of the hemisphere, and no bigger than a small country.
_RADIUS, _STUB = 0.8, 2.0
_CORNERS = 24


def loop_at(lon: float, lat: float) -> list[Position]:
    """Return a ring that touches a point from above, beginning and ending there."""
    angles = [2 * math.pi * step / _CORNERS - math.pi / 2 for step in range(1, _CORNERS)]
    ring = [(lon + _RADIUS * math.cos(angle), lat + _RADIUS * (1 + math.sin(angle))) for angle in angles]
    return [(lon, lat), *ring, (lon, lat)]


def stub_at(lon: float, lat: float, *, outward: bool) -> list[Position]:
    """Return a short line from a point, or to it where it is not ``outward``."""
    ends = [(lon, lat), (lon + _STUB, lat + _STUB)]
    return ends if outward else ends[::-1]
