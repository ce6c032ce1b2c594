"""Where a claim is: one kind of geometry for each kind of claim (EPSG:4326, longitude before latitude).

Map programs want layers of one kind of geometry, so what has no line or area of its own is drawn out: a
movement within one place as a ring beside it, one with a single named end as a short stub, a hotspot without
an outline as a circle. How it is drawn is told beside each shape, for the reader of a file must be able to
tell a symbol from a course or a border.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flows.export.antimeridian import DECIMALS, cut_line, rounded
from flows.geometry.curves import from_plane, sample
from flows.geometry.route_lines import line_through, point_of
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.loops import Position, loop_at, stub_at
from geodata.gazetteer.places import Place
from geodata.model.claims import Claim, ContextClaim, FlowClaim, HotspotClaim
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    from shapely import Point, Polygon
    from shapely.geometry.base import BaseGeometry

Shape = tuple["BaseGeometry | None", str]
Geometry = dict[str, Any]

# The column, or property, that tells how a claim is drawn.
DRAWN_AS = "drawn_as"
# No side chosen for any route.
BY_DEFAULT: Mapping[str, Sequence[float]] = MappingProxyType({})
# As on the map: a hotspot somewhere in these has no outline, for theirs would say too much.
_NO_OUTLINE = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION})
# Degrees: small beside any country, and seen at the scale of the hemisphere.
_CIRCLE = 0.25


def claim_shape(claim: Claim, places: Gazetteer, sides: Mapping[str, Sequence[float]] = BY_DEFAULT) -> Shape:
    """Return where a claim is and how it is drawn.

    A role or ranking is its place's label point (`point`), a flow lines through its stops (`curve`, `ring` or
    `stub`, always a MultiLineString), a hotspot the area of its place (`outline` or `circle`, always a
    MultiPolygon). A context claim is never pinned: it has no shape and is `not drawn`. ``sides`` are those of
    `flows.geometry.route_lines.bend_factors`: with them a flow bends as on the map, else by default.
    """
    if isinstance(claim, ContextClaim):
        return None, "not drawn"
    if isinstance(claim, FlowClaim):
        return _flow_lines(claim, [places[stop] for stop in claim.stops if stop], sides)
    place = places[claim.places[0]]
    if isinstance(claim, HotspotClaim):
        return _area(place, places)
    return _label_point(place), "point"


def _label_point(place: Place) -> "Point":
    from shapely import Point

    return Point(rounded((place.lon, place.lat)))


def _flow_lines(claim: FlowClaim, stops: list[Place], sides: Mapping[str, Sequence[float]]) -> Shape:
    from shapely import MultiLineString

    line, drawn_as = _line(claim, stops, sides.get(claim.route, ()))
    return MultiLineString(cut_line(line)), drawn_as


def _line(claim: FlowClaim, stops: list[Place], sides: Sequence[float]) -> tuple[list[Position], str]:
    first = stops[0]
    if len({point_of(place) for place in stops}) > 1:
        return [from_plane(point) for point in sample(line_through(stops, sides))], "curve"
    if claim.origin and claim.destination:
        return loop_at(first.lon, first.lat), "ring"
    return stub_at(first.lon, first.lat, outward=bool(claim.origin)), "stub"


def _area(place: Place, places: Gazetteer) -> Shape:
    from shapely import MultiPolygon

    point = _label_point(place)
    polygons = _polygons(point if place.kind in _NO_OUTLINE else places.geometry(place.id))
    if polygons:
        return MultiPolygon(polygons), "outline"
    return MultiPolygon([point.buffer(_CIRCLE)]), "circle"


def _polygons(shape: "BaseGeometry") -> list["Polygon"]:
    from shapely import Polygon, get_parts

    return [part for part in get_parts(shape) if isinstance(part, Polygon)]


def geojson_geometry(shape: "BaseGeometry | None") -> Geometry | None:
    """Return a shape of `claim_shape` as a GeoJSON geometry, outer rings counterclockwise (RFC 7946)."""
    import shapely

    if shape is None:
        return None
    if shape.geom_type == "MultiPolygon":
        grid = _polygons(shapely.set_precision(shape, 10.0**-DECIMALS)) or _polygons(shape)
        shape = shapely.MultiPolygon(list(shapely.orient_polygons(grid, exterior_cw=False)))
    return {"type": shape.geom_type, "coordinates": _rounded(shapely.geometry.mapping(shape)["coordinates"])}


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401 — nested as deep as the kind of geometry has it
    if isinstance(coordinates[0], float):
        return rounded(coordinates)
    return [_rounded(part) for part in coordinates]
