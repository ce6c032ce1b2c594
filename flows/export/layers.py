"""The layers of a map program: a frame for each kind of claim, one kind of geometry in each (EPSG:4326)."""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from flows.export.claim_tables import TABLE_OF, table_row
from flows.export.shapes import claim_geometry
from flows.geometry.route_lines import sides_of
from flows.scene.scales import family
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim, FlowClaim, HotspotClaim, RankingClaim, RoleClaim
from geodata.schema.columns import COLUMNS
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    import pandas as pd
    from shapely import MultiLineString, MultiPolygon, Point
    from shapely.geometry.base import BaseGeometry

Shape = tuple["BaseGeometry | None", str]

# The kinds of geometry; context claims are never pinned, so their layer is a table.
GEOMETRY = {
    "roles": "Point",
    "flows": "MultiLineString",
    "hotspots": "MultiPolygon",
    "context": "",
    "rankings": "Point",
}
CRS = "EPSG:4326"
# Only needed to find a quote again; the other tables of an export have them.
_LEFT_OUT = frozenset({"prefix", "suffix"})
_BESIDE = ("collection", "document_title", "document_year", "url", "family", "drawn_as")
# Degrees: seen at the scale of the hemisphere, and no bigger than a small country.
_RING, _STUB, _CIRCLE = 0.8, 2.0, 0.25
_RING_CORNERS = 24
# As on the map: a hotspot somewhere in these has no outline, for theirs would say too much.
_NO_OUTLINE = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION})


def layer_frames(atlas: Atlas, claims: Iterable[Claim]) -> dict[str, "pd.DataFrame"]:
    """Return a frame for each kind of claim, empty ones too; all but that of context claims have geometries.

    Columns are those of the collection's tables, then the collection, title, year and address of the
    document, the family of types that gives a mark its colour (`family`), and how it is drawn (`drawn_as`).
    """
    kinds: tuple[type[Claim], ...] = (RoleClaim, FlowClaim, HotspotClaim, ContextClaim, RankingClaim)
    found = list(claims)
    return {
        TABLE_OF[kind.kind]: _frame(atlas, TABLE_OF[kind.kind], [c for c in found if isinstance(c, kind)])
        for kind in kinds
    }


def columns_of(layer: str) -> tuple[str, ...]:
    """Return the columns of a layer, without its geometry."""
    return (*(column for column in COLUMNS[layer] if column not in _LEFT_OUT), *_BESIDE)


def _frame(atlas: Atlas, layer: str, claims: Sequence[Claim]) -> "pd.DataFrame":
    import geopandas as gpd
    import pandas as pd

    shapes = [_shape(atlas, claim) for claim in claims]
    rows = [_row(atlas, claim, drawn_as) for claim, (_geometry, drawn_as) in zip(claims, shapes, strict=True)]
    # Types of their own, so that an empty layer has the same columns as a full one.
    columns: dict[str, Any] = {
        column: pd.Series(
            [row[column] for row in rows], dtype="int64" if column.endswith("year") else "object"
        )
        for column in columns_of(layer)
    }
    if not GEOMETRY[layer]:
        return pd.DataFrame(columns)
    geometries = [geometry for geometry, _drawn_as in shapes if geometry is not None]
    return gpd.GeoDataFrame(columns, geometry=geometries, crs=CRS)


def _row(atlas: Atlas, claim: Claim, drawn_as: str) -> dict[str, object]:
    document = atlas.documents[claim.document]
    return {
        **table_row(atlas, claim),
        "collection": claim.collection,
        "document_title": document.title,
        "document_year": document.year,
        "url": document.url,
        "family": family(claim.types),
        "drawn_as": drawn_as,
    }


def _shape(atlas: Atlas, claim: Claim) -> Shape:
    if isinstance(claim, FlowClaim):
        return _flow_lines(atlas, claim)
    if isinstance(claim, HotspotClaim):
        return _hotspot_area(atlas, claim)
    if isinstance(claim, ContextClaim):
        return None, "not drawn"
    return _label_point(atlas.gazetteer[claim.places[0]]), "point"


def _label_point(place: Place) -> "Point":
    """Return the label point of a place."""
    from shapely import Point

    return Point(place.lon, place.lat)


def _flow_lines(atlas: Atlas, claim: FlowClaim) -> tuple["MultiLineString", str]:
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


def _hotspot_area(atlas: Atlas, claim: HotspotClaim) -> tuple["MultiPolygon", str]:
    """Return the area of a hotspot and how it is drawn: as its `outline`, or a `circle` in place of one."""
    from shapely import MultiPolygon, get_parts

    place = atlas.gazetteer[claim.place]
    shape = _label_point(place) if place.kind in _NO_OUTLINE else atlas.gazetteer.geometry(place.id)
    polygons = [part for part in get_parts(shape) if part.geom_type == "Polygon"]
    if polygons:
        return MultiPolygon(polygons), "outline"
    return MultiPolygon([_label_point(place).buffer(_CIRCLE)]), "circle"
