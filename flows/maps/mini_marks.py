"""The marks of a small map as shapes: routes, loops, stubs, rings of roles, hotspots and names."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.geometry.curves import Point
from flows.geometry.route_lines import region_end
from flows.maps.mark_geometry import anchor, route_curve, wedge
from flows.maps.mini_stripes import Shape, curve_shapes, loop_shapes, polygon, straight_shapes, svg_point
from flows.maps.mini_window import Window
from flows.scene.hotspots import Hotspot
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.telling import unconfirmed
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.vocabulary.enums import Role

# Pixels: the radius of a loop, the length of a stub.
_LOOP, _STUB = 8.0, 26.0
# Radians, clockwise from east: the direction of a stub whose other end no claim names.
_NOWHERE = -0.8
# Pixels: the radius of a ring of roles, and how wide its arcs are.
_RING, _NAMED, _ABSENT = 4.5, 2.4, 0.7
# Degrees from east, clockwise: where the third of each role begins, and what is left out at either end.
_BEGINS = {Role.SOURCE: 90, Role.TRANSIT: 210, Role.DESTINATION: 330}
_GAP = 12
# Pixels: half of what a name keeps clear of about a point.
_HALF = 4.5
# Pixels: the height of a name and the mean width of a letter.
_LINE, _LETTER = 14.0, 6.1

# Left, top, right and bottom, in pixels.
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name, and where it begins, in pixels."""

    name: str
    x: str
    y: str


def route_shapes(route: Route, places: Gazetteer, window: Window) -> Iterator[Shape]:
    """Draw a route: a curve with an arrowhead, a loop where it stays inside, a stub at an unnamed end."""
    here = window.pixel(anchor(places[route.places[0]]))
    region = region_end(route, places)
    if route.internal:
        yield from loop_shapes(route, (here[0] + _LOOP, here[1] - _LOOP), _LOOP)
    elif region:
        found = wedge(route, places, region)
        yield from _stub(window.pixel(found["at"]), found["angle"], route, out=found["out"])
    else:
        if len(route.places) > 1:
            points = [window.pixel((n[i], n[i + 1])) for n in route_curve(route, places) for i in (0, 2, 4)]
            yield from curve_shapes(route, points)
        if not route.stops[0]:
            yield from _stub(here, _NOWHERE, route, out=False)
        if not route.stops[-1]:
            yield from _stub(window.pixel(anchor(places[route.places[-1]])), _NOWHERE, route, out=True)


def _stub(near: Point, angle: float, route: Route, *, out: bool) -> Iterator[Shape]:
    far = near[0] + math.cos(angle) * _STUB, near[1] + math.sin(angle) * _STUB
    start, end = (near, far) if out else (far, near)
    yield from straight_shapes(route, start, end)


def ring_shapes(roles: Sequence[CountryRole], places: Gazetteer, window: Window) -> Iterator[Shape]:
    """Draw the roles of one place as a ring: a full arc for one that is named, a hairline for another."""
    x, y = window.pixel(anchor(places[roles[0].place]))
    yield Shape(x=f"{x:.1f}", y=f"{y:.1f}", radius=f"{_RING + 2:g}", style="fill:var(--atlas-halo)")
    held = {role.role: unconfirmed(role.evidence.claims) for role in roles}
    for role, begins in _BEGINS.items():
        one, other = (
            (x + _RING * math.cos(math.radians(angle)), y + _RING * math.sin(math.radians(angle)))
            for angle in (begins + _GAP, begins + 120 - _GAP)
        )
        width = _NAMED if role in held else _ABSENT
        dash = ";stroke-dasharray:1.5 1.5" if held.get(role) else ""
        style = f"fill:none;stroke:var(--atlas-role);stroke-width:{width}{dash}"
        yield Shape(path=f"M{svg_point(one)}A{_RING} {_RING} 0 0 1 {svg_point(other)}", style=style)


def hotspot_shape(hotspot: Hotspot, places: Gazetteer, window: Window) -> Shape:
    """Draw a hotspot as a soft diamond: about here, never at an address."""
    x, y = window.pixel(anchor(places[hotspot.place]))
    corners = [(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)]
    if unconfirmed(hotspot.evidence.claims):
        # What no source says to happen: an outline of dots.
        dotted = "stroke-width:1.2;stroke-dasharray:1.5 2"
        return polygon(corners, f"fill:var(--atlas-halo);stroke:var(--atlas-hotspot);{dotted}")
    return polygon(corners, "fill:var(--atlas-hotspot);fill-opacity:.35;stroke:var(--atlas-hotspot)")


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
