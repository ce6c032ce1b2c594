"""The marks of a small map as shapes: routes, rings, stubs, role symbols, hotspots and names."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.geometry.curves import Point
from flows.geometry.route_lines import region_end
from flows.maps.mark_geometry import anchor, route_curve, wedge
from flows.maps.mini_window import Window
from flows.scene.hotspots import Hotspot
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scales import family, hedged, width_class
from flows.scene.scene import DRAWN_ASSERTIONS
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.evidence import Evidence

# Pixels: the lines of the three width classes, an arrowhead, a ring, a stub.
_WIDTHS = (1.6, 2.6, 3.8)
_HEAD, _RING, _STUB = 7.0, 8.0, 26.0
# Radians, clockwise from east: the direction of a stub whose other end no claim names.
_NOWHERE = -0.8
# Pixels: how far aside the symbols of several roles stand, and half the size of one.
_STEP, _HALF = 11.0, 4.5
_SHAPES = {
    "source": ((0, -1.1), (1.15, 0.95), (-1.15, 0.95)),
    "transit": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "destination": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}
# Pixels: the height of a name and the mean width of a letter.
_LINE, _LETTER = 14.0, 6.1

# Left, top, right and bottom, in pixels.
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape of the drawing: a path, or a circle where it has a radius, in pixels."""

    style: str
    path: str = ""
    x: str = ""
    y: str = ""
    radius: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name, and where it begins, in pixels."""

    name: str
    x: str
    y: str


def route_shapes(route: Route, places: Gazetteer, window: Window) -> Iterator[Shape]:
    """Draw a route: a curve with an arrowhead, a ring where it stays inside, a stub at an unnamed end."""
    at = window.pixel(anchor(places[route.places[0]]))
    region = region_end(route, places)
    if route.internal:
        x, y = at[0] + _RING, at[1] - _RING
        yield Shape(x=f"{x:g}", y=f"{y:g}", radius=f"{_RING:g}", style=_line(route.evidence))
    elif region:
        found = wedge(route, places, region)
        yield from _stub(window.pixel(found["at"]), found["angle"], route, out=found["out"])
    else:
        if len(route.places) > 1:
            points = [window.pixel((n[i], n[i + 1])) for n in route_curve(route, places) for i in (0, 2, 4)]
            yield from _curve(points, route)
        if not route.stops[0]:
            yield from _stub(at, _NOWHERE, route, out=False)
        if not route.stops[-1]:
            yield from _stub(window.pixel(anchor(places[route.places[-1]])), _NOWHERE, route, out=True)


def _curve(points: Sequence[Point], route: Route) -> Iterator[Shape]:
    path = f"M{_at(points[0])}" + "".join(
        f"Q{_at(points[i + 1])} {_at(points[i + 2])}" for i in range(0, len(points), 3)
    )
    yield Shape(path=path, style=_line(route.evidence))
    yield _head(points[-2], points[-1], route)


def _stub(at: Point, angle: float, route: Route, *, out: bool) -> Iterator[Shape]:
    far = at[0] + math.cos(angle) * _STUB, at[1] + math.sin(angle) * _STUB
    start, end = (at, far) if out else (far, at)
    yield Shape(path=f"M{_at(start)}L{_at(end)}", style=_line(route.evidence))
    yield _head(start, end, route)


def _line(evidence: Evidence) -> str:
    firm = any(claim.assertion in DRAWN_ASSERTIONS for claim in evidence.claims)
    dash = "stroke-dasharray:1 4;" if not firm else "stroke-dasharray:6 3;" if hedged(evidence) else ""
    width = _WIDTHS[width_class(evidence.strength)]
    colour = f"type-{family(evidence.types)}"
    return f"fill:none;stroke:var(--atlas-{colour});stroke-width:{width};{dash}stroke-linecap:round"


def _head(before: Point, tip: Point, route: Route) -> Shape:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    sides = [
        (tip[0] - _HEAD * math.cos(angle + turn), tip[1] - _HEAD * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    colour = f"type-{family(route.evidence.types)}"
    return _polygon([tip, *sides], f"fill:var(--atlas-{colour})")


def role_shapes(roles: Sequence[CountryRole], places: Gazetteer, window: Window) -> Iterator[Shape]:
    """Draw the symbols of one place's roles, side by side below its point."""
    x, y = window.pixel(anchor(places[roles[0].place]))
    first = x - _STEP * (len(roles) - 1) / 2
    for n, role in enumerate(roles):
        colour = f"role-{role.role}"
        yield _polygon(
            [(first + _STEP * n + px * _HALF, y + py * _HALF) for px, py in _SHAPES[role.role]],
            f"fill:var(--atlas-{colour});stroke:var(--atlas-halo);stroke-width:1",
        )


def hotspot_shape(hotspot: Hotspot, places: Gazetteer, window: Window) -> Shape:
    """Draw a hotspot as a soft diamond: about here, never at an address."""
    x, y = window.pixel(anchor(places[hotspot.place]))
    corners = [(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)]
    return _polygon(corners, "fill:var(--atlas-hotspot);fill-opacity:.35;stroke:var(--atlas-hotspot)")


def _polygon(corners: Iterable[Point], style: str) -> Shape:
    return Shape(path=f"M{'L'.join(_at(corner) for corner in corners)}Z", style=style)


def labels(named: Iterable[tuple[str, Point]], window: Window) -> Iterator[Label]:
    """Write names beside their points (pixels), those first that come first, none over another or a point."""
    places = list(named)
    taken = [(x - _HALF, y - _HALF, x + _HALF, y + _HALF) for _name, (x, y) in places]
    for name, at in places:
        boxes = (box for box in _beside(at, len(name) * _LETTER) if _inside(box, window))
        free = next((box for box in boxes if not any(_overlap(box, other) for other in taken)), None)
        if free:
            taken.append(free)
            yield Label(name=name, x=f"{free[0]:.0f}", y=f"{free[3] - 3:.0f}")


def _beside(at: Point, wide: float) -> Iterator[_Box]:
    """Yield where a name can stand, best first: below its point, above, to the right, to the left."""
    x, y = at
    for left, top in (
        (x - wide / 2, y + 10),
        (x - wide / 2, y - 10 - _LINE),
        (x + 11, y - _LINE / 2),
        (x - 11 - wide, y - _LINE / 2),
    ):
        yield left, top, left + wide, top + _LINE


def _inside(box: _Box, window: Window) -> bool:
    return box[0] > 0 and box[1] > 0 and box[2] < window.width and box[3] < window.height


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
