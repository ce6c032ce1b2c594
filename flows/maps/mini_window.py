"""The window of a small map: which part of the plane it shows, and the land in it."""

import json
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from flows.geometry.curves import Point, to_plane

_LAND = Path(__file__).parents[2] / "assets" / "web" / "base" / "countries.json"
# Degrees of the plane: a window shows at least so much, or nobody would know which part of the world it is.
_LEAST = 26.0
# Share of the window left free around the marks, for their names and symbols.
_ROOM = 0.2
# Pixels: vertices closer than this to the last are left out; land ends that far outside the window.
_FINE, _BEYOND = 1.3, 12.0
# Outlines no larger than so many vertices apart are left out.
_SPECK = 2.0
# The land is drawn once more so much further west, for windows over the Pacific.
_COPIES = (0.0, -360.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One outline of a country, in the plane, with its box: left, bottom, right, top."""

    country: str
    ring: tuple[Point, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the plane of `flows.geometry.curves` as pixels: ``left`` and ``top`` are its corner."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    def pixel(self, point: Point) -> Point:
        """Return where a point of the plane stands, in pixels from the upper left corner."""
        return round((point[0] - self.left) * self.scale, 1), round((self.top - point[1]) * self.scale, 1)


def window_around(points: Sequence[Point], width: int, height: int) -> Window:
    """Return the window of ``width`` by ``height`` pixels that shows these points of the plane."""
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    wide = max((max(xs) - min(xs)) / (1 - _ROOM), _LEAST)
    high = max((max(ys) - min(ys)) / (1 - _ROOM), _LEAST * height / width)
    scale = min(width / wide, height / high)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return Window(
        left=middle[0] - width / scale / 2,
        top=middle[1] + height / scale / 2,
        scale=scale,
        width=width,
        height=height,
    )


def land_paths(window: Window, named: Collection[str]) -> tuple[str, str]:
    """Return the land in a window as SVG path data: the countries ``named`` (alpha-3), and all others."""
    paths = country_paths(window)
    parts = ([path for country, path in paths.items() if (country in named) is own] for own in (True, False))
    inside, outside = ("".join(part) for part in parts)
    return inside, outside


def country_paths(window: Window) -> dict[str, str]:
    """Return the land of each country in a window as SVG path data, by the country's id (alpha-3)."""
    paths: dict[str, list[str]] = {}
    for piece in _land(math.floor(math.log2(_FINE / window.scale))):
        for shift in _COPIES:
            if _meets(piece, shift, window):
                paths.setdefault(piece.country, []).append(_path(piece, shift, window))
    return {country: "".join(parts) for country, parts in paths.items()}


def _meets(piece: _Piece, shift: float, window: Window) -> bool:
    right, bottom = window.left + window.width / window.scale, window.top - window.height / window.scale
    left, low, east, high = piece.box
    return left + shift < right and east + shift > window.left and low < window.top and high > bottom


def _path(piece: _Piece, shift: float, window: Window) -> str:
    """Write an outline; far outside the window it is drawn back to the edge, which coasts as dense bear."""
    steps, last = [], (0, 0)
    for x, y in piece.ring:
        across, down = window.pixel((x + shift, y))
        # Tenths of a pixel as whole numbers, each from the one before: a third of the bytes.
        now = round(_bounded(across, window.width) * 10), round(_bounded(down, window.height) * 10)
        if now != last:
            steps.append(f"{now[0] - last[0]} {now[1] - last[1]}")
        last = now
    return f"m{'l'.join(steps)}z" + f"m{-last[0]} {-last[1]}"


def _bounded(pixels: float, size: int) -> float:
    return min(max(pixels, -_BEYOND), size + _BEYOND)


@lru_cache(maxsize=12)
def _land(fineness: int) -> tuple[_Piece, ...]:
    """Return all land with vertices at least 2 to the power of ``fineness`` degrees apart."""
    apart = 2.0**fineness
    pieces = []
    for country, ring in _outlines():
        kept = [ring[0]]
        for point in ring:
            if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= apart:
                kept.append(point)
        xs, ys = [x for x, _y in kept], [y for _x, y in kept]
        box = min(xs), min(ys), max(xs), max(ys)
        if max(box[2] - box[0], box[3] - box[1]) > _SPECK * apart:
            pieces.append(_Piece(country=country, ring=tuple(kept), box=box))
    return tuple(pieces)


@cache
def _outlines() -> tuple[tuple[str, tuple[Point, ...]], ...]:
    found = []
    for feature in json.loads(_LAND.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            found += [
                (feature["properties"]["id"], tuple(to_plane(x, y) for x, y, *_z in ring)) for ring in polygon
            ]
    return tuple(found)
