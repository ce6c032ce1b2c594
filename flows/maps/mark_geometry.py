"""Where marks stand and what shape they have, in the plane of `flows.geometry.curves`."""

import math
from collections.abc import Sequence
from typing import Any

from flows.geometry.curves import Point, display_longitude, to_plane
from flows.geometry.route_lines import line_through, point_of
from flows.scene.names import place_name
from flows.scene.routes import Route
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place

# About 1 km at the equator: finer than a line is wide at any zoom of the map.
DECIMALS = 2
# Radians by which wedges out of and into one place lean apart.
_WEDGE_TURN = 0.22


def anchor(place: Place) -> Point:
    """Return the point of the plane at which a place's marks stand."""
    x, y = point_of(place)
    return round(x, DECIMALS), round(y, DECIMALS)


def route_curve(route: Route, places: Gazetteer, sides: Sequence[float] = ()) -> list[list[float]]:
    """Return the control points of a route's segments, six numbers each; empty for loops and stubs.

    ``sides`` are those of `flows.geometry.route_lines.bend_factors`; without them all segments bend
    by default.
    """
    if route.internal:
        return []
    segments = line_through([places[stop] for stop in route.places], sides)
    return [[round(n, DECIMALS) for point in segment for n in point] for segment in segments]


def wedge(route: Route, places: Gazetteer, region: str) -> dict[str, Any]:
    """Return the wedge of a route between a place and ``region``, which holds it.

    ``at`` is the place, ``angle`` the direction of the region on the screen (radians, clockwise from
    east), ``out`` whether the route leads out of the place. Where no place of the region is named, it
    is the region itself.
    """
    member = next((stop for stop in route.stops if stop != region), region)
    (x, y), (to_x, to_y) = anchor(places[member]), anchor(places[region])
    outward = route.stops[0] == member
    angle = math.atan2(y - to_y, to_x - x) + (_WEDGE_TURN if outward else -_WEDGE_TURN)
    label = place_name(places[region])
    return {"at": (x, y), "out": outward, "angle": round(angle, 2), "label": label, "region": region}


def rings_of(places: Gazetteer, ident: str) -> list[list[Point]]:
    """Return the rings of a place's polygons, simplified to about 2 km; none for a point."""
    geometry = places.geometry(ident)
    parts = getattr(geometry, "geoms", [geometry])
    rings = [
        ring for part in parts if part.geom_type == "Polygon" for ring in (part.exterior, *part.interiors)
    ]
    found = []
    for ring in rings:
        points = (to_plane(display_longitude(lon), lat) for lon, lat in ring.simplify(0.02).coords)
        found.append([(round(x, DECIMALS), round(y, DECIMALS)) for x, y in points])
    return found
