"""Where marks stand and what shape they have, in the plane of `flows.curves`."""

import math
from typing import Any

from flows.curves import Point, chain, display_longitude, to_plane
from flows.names import place_name
from flows.routes import Route
from geodata.places import Gazetteer, Place
from geodata.vocabulary import PlaceKind

# About 1 km at the equator: finer than a line is wide at any zoom of the map.
DECIMALS = 2
# Radians by which wedges out of and into one place lean apart.
_WEDGE_TURN = 0.22


def anchor(place: Place) -> Point:
    """Return the point of the plane at which a place's marks stand."""
    x, y = to_plane(display_longitude(place.lon), place.lat)
    return round(x, DECIMALS), round(y, DECIMALS)


def route_curve(route: Route, places: Gazetteer) -> list[list[float]]:
    """Return the control points of a route's segments, six numbers each; empty for loops and stubs."""
    if route.internal:
        return []
    segments = chain([anchor(places[stop]) for stop in route.places])
    return [[round(n, DECIMALS) for point in segment for n in point] for segment in segments]


def region_end(route: Route, places: Gazetteer) -> str:
    """Return the region at one end of a route whose other end is its own member; "" for none.

    Such a route is drawn as a short wedge at the member: a line to the region's anchor would say
    more than the words do.
    """
    ends = (route.stops[0], route.stops[-1])
    if len(route.stops) > len(ends) or not all(ends) or route.internal:
        return ""
    for region, member in (ends, ends[::-1]):
        if places[region].kind is PlaceKind.REGION and member in places[region].members:
            return region
    return ""


def wedge(route: Route, places: Gazetteer, region: str) -> dict[str, Any]:
    """Return the wedge of a route between a place and ``region``, which holds it.

    ``at`` is the place, ``angle`` the direction of the region on the screen (radians, clockwise from
    east), ``out`` whether the route leads out of the place.
    """
    member = next(stop for stop in route.stops if stop != region)
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
