"""Claims and places as GeoDataFrames for analysts."""

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
from shapely import MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.loops import loop_at, stub_at
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim, FlowClaim, HotspotClaim, RoleClaim
from geodata.model.further import value_of
from geodata.schema.columns import COLUMNS, LIST_SEPARATOR

CRS = "EPSG:4326"
# The words come from the passage; what tells them apart in their document is of no use beside it.
_QUOTING = ("quote", "prefix", "suffix")


def roles_frame(atlas: Atlas) -> gpd.GeoDataFrame:
    """Return a row a role claim, with its place's label point (EPSG:4326, x is the longitude)."""
    claims = atlas.of_kind(RoleClaim)
    return _frame("roles", claims, [_point(claim.places, atlas.gazetteer) for claim in claims])


def flows_frame(atlas: Atlas) -> gpd.GeoDataFrame:
    """Return a row a flow claim, with lines through its stops' label points (EPSG:4326).

    All are MultiLineStrings: internal trafficking a loop at its place, one named stop a stub.
    """
    claims = atlas.of_kind(FlowClaim)
    return _frame("flows", claims, [_lines(claim, atlas.gazetteer) for claim in claims])


def hotspots_frame(atlas: Atlas) -> gpd.GeoDataFrame:
    """Return a row a hotspot claim, with its place's shape (EPSG:4326)."""
    claims = atlas.of_kind(HotspotClaim)
    return _frame("hotspots", claims, [atlas.gazetteer.geometry(claim.place) for claim in claims])


def context_frame(atlas: Atlas) -> gpd.GeoDataFrame:
    """Return a row a context claim, with its place's label point or no geometry (EPSG:4326)."""
    claims = atlas.of_kind(ContextClaim)
    return _frame("context", claims, [_point(claim.places, atlas.gazetteer) for claim in claims])


def places_frame(gazetteer: Gazetteer) -> gpd.GeoDataFrame:
    """Return all places with their shapes: `id`, `name`, `kind`, `parent`, `geometry` (EPSG:4326)."""
    rows = [(place.id, place.name, str(place.kind), place.parent) for place in gazetteer]
    shapes = [gazetteer.geometry(place.id) for place in gazetteer]
    return gpd.GeoDataFrame(rows, columns=["id", "name", "kind", "parent"], geometry=shapes, crs=CRS)


def _point(places: Sequence[str], gazetteer: Gazetteer) -> BaseGeometry | None:
    return Point(gazetteer[places[0]].lon, gazetteer[places[0]].lat) if places else None


def _lines(claim: FlowClaim, gazetteer: Gazetteer) -> BaseGeometry:
    points = [(gazetteer[stop].lon, gazetteer[stop].lat) for stop in claim.stops if stop]
    if len(set(points)) > 1:
        return MultiLineString([points])
    if claim.origin and claim.destination:
        return MultiLineString([loop_at(*points[0])])
    return MultiLineString([stub_at(*points[0], outward=bool(claim.origin))])


def _frame(table: str, claims: Sequence[Claim], shapes: Sequence[BaseGeometry | None]) -> gpd.GeoDataFrame:
    columns = [column for column in COLUMNS[table] if column not in _QUOTING]
    rows = {column: [_cell(value_of(claim, column)) for claim in claims] for column in columns}
    rows["collection"] = [claim.collection for claim in claims]
    rows["quote"] = [claim.passage.quote if claim.passage else "" for claim in claims]
    return gpd.GeoDataFrame(rows, geometry=np.array(shapes, dtype=object), crs=CRS)


def _cell(value: object) -> object:
    """Return a value as a table holds it: lists joined as in the collection's files, words as plain text."""
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return str(value) if isinstance(value, str) else value
