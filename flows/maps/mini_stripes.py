"""The line of a route on a small map: a stripe for each form, side by side, and a split arrowhead."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.geometry.curves import Point
from flows.scene.forms import Stripe, family, stripes_of
from flows.scene.routes import Route
from flows.scene.scales import width_class
from flows.scene.telling import unconfirmed

# Pixels: the whole bands of the three width classes, and a stripe at least.
_WIDTHS = (1.6, 2.6, 3.8)
_THINNEST = 1.0
# Pixels: the length of an arrowhead; radians between its middle and a side.
_HEAD, _WING = 7.0, 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape of the drawing, in pixels: a path, or a circle where it has a radius; ``mark`` says of what."""

    style: str
    mark: str = ""
    path: str = ""
    x: str = ""
    y: str = ""
    radius: str = ""


def polygon(corners: Sequence[Point], style: str) -> Shape:
    """Draw an area with these corners."""
    return Shape(path=f"M{'L'.join(svg_point(corner) for corner in corners)}Z", style=style)


def svg_point(point: Point) -> str:
    """Write a point as SVG does."""
    return f"{point[0]:.1f} {point[1]:.1f}"


def loop_shapes(route: Route, middle: Point, radius: float) -> Iterator[Shape]:
    """Draw a loop: circles, the first form outside."""
    for left, style in _stripes(route):
        yield Shape(x=f"{middle[0]:g}", y=f"{middle[1]:g}", radius=f"{radius + left:g}", style=style)


def curve_shapes(route: Route, points: Sequence[Point]) -> Iterator[Shape]:
    """Draw quadratic curves, three points each, with an arrowhead at the last."""
    curves = [points[i : i + 3] for i in range(0, len(points), 3)]
    for left, style in _stripes(route):
        beside = [[_aside(curve, n, left) for n in range(3)] for curve in curves]
        corners = [[svg_point(point) for point in curve] for curve in beside]
        pieces = [f"{start}Q{bend} {end}" for start, bend, end in corners]
        yield Shape(path=f"M{'L'.join(pieces)}", style=style)
    yield from _head(points[-2], points[-1], route)


def straight_shapes(route: Route, start: Point, end: Point) -> Iterator[Shape]:
    """Draw a straight line with an arrowhead."""
    for left, style in _stripes(route):
        one, other = (_aside((start, end), n, left) for n in (0, 1))
        yield Shape(path=f"M{svg_point(one)}L{svg_point(other)}", style=style)
    yield from _head(start, end, route)


def _stripes(route: Route) -> Iterator[tuple[float, str]]:
    """Yield how far to the left of the middle each stripe lies, and its style."""
    forms = stripes_of(route.evidence.claims)
    each = max(_THINNEST, _WIDTHS[width_class(route.evidence.strength)] / len(forms))
    dotted = unconfirmed(route.evidence.claims)
    # Round ends of neighbours would lie over each other.
    cap = "round" if len(forms) == 1 else "butt"
    for n, stripe in enumerate(forms):
        dash = "stroke-dasharray:1 4;" if dotted else "stroke-dasharray:6 3;" if stripe.hedged else ""
        style = f"fill:none;stroke:{_colour(stripe)};stroke-width:{each:.3g};{dash}stroke-linecap:{cap}"
        yield each * ((len(forms) - 1) / 2 - n), style


def _colour(stripe: Stripe) -> str:
    colour = f"type-{family(stripe.form)}"
    return f"var(--atlas-{colour})"


def _aside(points: Sequence[Point], n: int, left: float) -> Point:
    """Return a point of a line moved to the left of the direction of travel, pixels downward."""
    before, after = points[max(0, n - 1)], points[min(len(points) - 1, n + 1)]
    right, down = after[0] - before[0], after[1] - before[1]
    length = math.hypot(right, down) or 1
    return points[n][0] + left * down / length, points[n][1] - left * right / length


def _head(before: Point, tip: Point, route: Route) -> Iterator[Shape]:
    forms = stripes_of(route.evidence.claims)
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    (x, y), (far_x, far_y) = (
        (tip[0] - _HEAD * math.cos(angle + turn), tip[1] - _HEAD * math.sin(angle + turn))
        for turn in (_WING, -_WING)
    )
    shares = [n / len(forms) for n in range(len(forms) + 1)]
    base = [(x + (far_x - x) * share, y + (far_y - y) * share) for share in shares]
    for stripe, (one, other) in zip(forms, pairwise(base), strict=True):
        yield polygon([tip, one, other], f"fill:{_colour(stripe)}")
