"""Where a claim is, as a GeoJSON geometry: longitude before latitude, degrees of EPSG:4326."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flows.export.antimeridian import DECIMALS, cut_line, rounded
from flows.geometry.curves import from_plane, sample
from flows.geometry.route_lines import line_through, point_of
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.claims import Claim, ContextClaim, FlowClaim, HotspotClaim
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Geometry = dict[str, Any]

# No side chosen for any route.
BY_DEFAULT: Mapping[str, Sequence[float]] = MappingProxyType({})

# As on the map: a hotspot somewhere in these is a point, for their outline would say too much.
_POINT_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION})


def claim_geometry(
    claim: Claim, places: Gazetteer, sides: Mapping[str, Sequence[float]] = BY_DEFAULT
) -> Geometry | None:
    """Return where a claim is; nothing for a context claim, which is never pinned.

    A flow is its curve through the named stops, or a point where only one place is named; a hotspot
    in a border zone, first-level unit or named area is the area; all else is its place's label point.
    ``sides`` are those of `flows.geometry.route_lines.sides_of`: with them a flow bends as on the map, else
    by default.
    """
    if isinstance(claim, ContextClaim):
        return None
    if isinstance(claim, FlowClaim):
        return _curve([places[stop] for stop in claim.stops if stop], sides.get(claim.route, ()))
    place = places[claim.places[0]]
    if isinstance(claim, HotspotClaim) and place.kind not in _POINT_KINDS:
        return _area(places.geometry(place.id)) or _point(place)
    return _point(place)


def _point(place: Place) -> Geometry:
    return {"type": "Point", "coordinates": rounded((place.lon, place.lat))}


def _curve(stops: list[Place], sides: Sequence[float]) -> Geometry:
    if len({point_of(place) for place in stops}) == 1:
        return _point(stops[0])
    parts = cut_line([from_plane(point) for point in sample(line_through(stops, sides))])
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def _area(shape: "BaseGeometry") -> Geometry | None:
    """Return the polygons of a shape, outer rings counterclockwise (RFC 7946, section 3.1.6)."""
    import shapely

    grid = shapely.set_precision(shape, 10.0**-DECIMALS)
    polygons = [part for part in shapely.get_parts(grid) if part.geom_type == "Polygon"]
    if not polygons:
        return None
    turned = shapely.orient_polygons(polygons, exterior_cw=False)
    coordinates = [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in turned]
    if len(coordinates) == 1:
        return {"type": "Polygon", "coordinates": coordinates[0]}
    return {"type": "MultiPolygon", "coordinates": coordinates}


def _ring(ring: "BaseGeometry") -> list[tuple[float, float]]:
    return [rounded((lon, lat)) for lon, lat in ring.coords]
