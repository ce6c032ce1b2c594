"""Shapes of places: read from GeoParquet once, joined or computed where a place has none of its own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import shapely
from pyarrow import parquet
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.borders import border_zone
from geodata.gazetteer.places import Gazetteer, Place, neighbours_of
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    import geopandas as gpd

FILES = {
    PlaceKind.COUNTRY: "countries.parquet",
    PlaceKind.TERRITORY: "countries.parquet",
    PlaceKind.ADMIN1: "admin1.parquet",
    PlaceKind.BORDER_ZONE: "borders.parquet",
}


def shape_of(gazetteer: Gazetteer, place: Place) -> BaseGeometry:
    """Return a place's shape in EPSG:4326.

    Parameters
    ----------
    gazetteer
        Knows the members and neighbours that the shape is made of.
    place
        One of its places.

    """
    if place.at_point:
        return Point(place.lon, place.lat)
    built = read_shapes(gazetteer.folder / FILES[place.kind]) if place.kind in FILES else {}
    if place.id in built:
        return built[place.id]
    if place.rule:
        first, second = neighbours_of(place.rule)
        return _zone(gazetteer.geometry(first), gazetteer.geometry(second))
    if place.members:
        return _union(tuple(gazetteer.geometry(member) for member in place.members))
    return Point(place.lon, place.lat)


@cache
def read_shapes(path: Path) -> Mapping[str, BaseGeometry]:
    """Read a GeoParquet file of the gazetteer: shapes in EPSG:4326 by id. Read once a process."""
    # read_table and to_numpy would do, but import pandas, which costs more than the reading.
    table = parquet.ParquetFile(path).read(columns=["id", "geometry"])
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    return MappingProxyType(dict(zip(table["id"].to_pylist(), shapes, strict=True)))


def places_frame(gazetteer: Gazetteer) -> "gpd.GeoDataFrame":
    """Return all places of a gazetteer with their shapes: `id`, `name`, `kind`, `parent`, `geometry`."""
    import geopandas as gpd

    rows = [(place.id, place.name, str(place.kind), place.parent) for place in gazetteer]
    shapes = [shape_of(gazetteer, place) for place in gazetteer]
    return gpd.GeoDataFrame(rows, columns=["id", "name", "kind", "parent"], geometry=shapes, crs="EPSG:4326")


# Shapes never change while the atlas runs, and the same border or region is asked for again and again.
_zone = cache(border_zone)
_union = cache(shapely.union_all)
