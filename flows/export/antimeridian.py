"""The antimeridian: lines that cross 180° are cut there, as RFC 7946 asks (section 3.1.9)."""

import math
from collections.abc import Sequence
from itertools import groupby, pairwise

Position = tuple[float, float]

# Digits after the point: about a metre, far finer than any place of the atlas is known.
DECIMALS = 5


def cut_line(line: Sequence[Position]) -> list[list[Position]]:
    """Cut a line of (longitude, latitude) in degrees (EPSG:4326) wherever it crosses 180°.

    Longitudes run on past ±180 where the line does. Returns the parts with longitudes within
    [-180, 180] and no position twice in a row; a part of a single position is left out.
    """
    world = _world(line[0])
    part = [_within(line[0], world)]
    parts = [part]
    for start, end in pairwise(line):
        while (step := _world(end) - world) != 0:
            side = 180.0 if step > 0 else -180.0
            latitude = _latitude_at(360.0 * world + side, start, end)
            part.append((side, latitude))
            part = [(-side, latitude)]
            parts.append(part)
            world += 1 if step > 0 else -1
        part.append(_within(end, world))
    evened = [[position for position, _ in groupby(map(rounded, part))] for part in parts]
    return [part for part in evened if len(part) > 1]


def rounded(position: Position) -> Position:
    """Round a position to the digits of an export."""
    return round(position[0], DECIMALS), round(position[1], DECIMALS)


def _world(position: Position) -> int:
    """Return how many times round the world a longitude lies, counted from Greenwich's."""
    return math.floor((position[0] + 180.0) / 360.0)


def _within(position: Position, world: int) -> Position:
    return position[0] - 360.0 * world, position[1]


def _latitude_at(longitude: float, start: Position, end: Position) -> float:
    share = (longitude - start[0]) / (end[0] - start[0])
    return start[1] + share * (end[1] - start[1])
