"""Shapes for layers that hold one kind of geometry each, as map programs want them (EPSG:4326).

Built on `flows.export.shapes`; what is a point there is drawn out here: a movement within one place as a ring
beside it, one with a single named end as a short stub, a hotspot without an outline as a circle. A column
`drawn_as` says so.
"""

import math
from typing import TYPE_CHECKING

from flows.export.shapes import claim_geometry
from flows.geometry.route_lines import sides_of
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import FlowClaim, HotspotClaim
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    from shapely import MultiLineString, MultiPolygon, Point

# Degrees: seen at the scale of the hemisphere, and no bigger than a small country.
_RING, _STUB, _CIRCLE = 0.8, 2.0, 0.25
_RING_CORNERS = 24
# As on the map: a hotspot somewhere in these has no outline, for theirs would say too much.
_NO_OUTLINE = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION})


def label_point(place: Place) -> "Point":
    """Return the label point of a place."""
    from shapely import Point

    return Point(place.lon, place.lat)


def flow_lines(atlas: Atlas, claim: FlowClaim) -> tuple["MultiLineString", str]:
    """Return the lines of a movement and how they are drawn: as `curve`, `ring` or `stub`."""
    from shapely import MultiLineString

    geometry = claim_geometry(claim, atlas.gazetteer, sides_of(atlas))
    if geometry and geometry["type"] != "Point":
        lines = geometry["coordinates"]
        return MultiLineString([lines] if geometry["type"] == "LineString" else lines), "curve"
    place = atlas.gazetteer[claim.places[0]]
    if claim.origin and claim.destination:
        return MultiLineString([_ring(place)]), "ring"
    return MultiLineString([_stub(place, outward=bool(claim.origin))]), "stub"


def _ring(place: Place) -> list[tuple[float, float]]:
    """Return a ring that touches the place from above, beginning and ending there."""
    angles = [2 * math.pi * step / _RING_CORNERS - math.pi / 2 for step in range(_RING_CORNERS + 1)]
    return [
        (place.lon + _RING * math.cos(angle), place.lat + _RING * (1 + math.sin(angle))) for angle in angles
    ]


def _stub(place: Place, *, outward: bool) -> list[tuple[float, float]]:
    ends = [(place.lon, place.lat), (place.lon + _STUB, place.lat + _STUB)]
    return ends if outward else ends[::-1]


def hotspot_area(atlas: Atlas, claim: HotspotClaim) -> tuple["MultiPolygon", str]:
    """Return the area of a hotspot and how it is drawn: as its `outline`, or a `circle` in place of one."""
    from shapely import MultiPolygon, get_parts

    place = atlas.gazetteer[claim.place]
    shape = label_point(place) if place.kind in _NO_OUTLINE else atlas.gazetteer.geometry(place.id)
    polygons = [part for part in get_parts(shape) if part.geom_type == "Polygon"]
    if polygons:
        return MultiPolygon(polygons), "outline"
    return MultiPolygon([label_point(place).buffer(_CIRCLE)]), "circle"
