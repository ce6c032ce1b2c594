"""Shapes of places: read from GeoParquet once, joined or computed where a place has none of its own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import shapely
from pyarrow import BufferReader, parquet
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.borders import border_zone
from geodata.gazetteer.places import Place, neighbours_of
from geodata.vocabulary.enums import PlaceKind

FILES = {
    PlaceKind.COUNTRY: "countries.parquet",
    PlaceKind.TERRITORY: "countries.parquet",
    PlaceKind.ADMIN1: "admin1.parquet",
    PlaceKind.BORDER_ZONE: "borders.parquet",
}


def shape_of(place: Place, places: Mapping[str, Place], folder: Path) -> BaseGeometry:
    """Return a place's shape in EPSG:4326.

    Parameters
    ----------
    place
        One of the places.
    places
        All places by id: members and neighbours that the shape may be made of.
    folder
        Folder with the GeoParquet files of those that have a shape of their own.

    """
    if place.at_point:
        return Point(place.lon, place.lat)
    built = read_shapes(folder / FILES[place.kind]) if place.kind in FILES else {}
    if place.id in built:
        return built[place.id]
    if place.rule:
        first, second = neighbours_of(place.rule)
        return border_zone(shape_of(places[first], places, folder), shape_of(places[second], places, folder))
    if place.members:
        return shapely.union_all(tuple(shape_of(places[member], places, folder) for member in place.members))
    return Point(place.lon, place.lat)


@cache
def read_shapes(path: Path) -> Mapping[str, BaseGeometry]:
    """Read a GeoParquet file of the gazetteer: shapes in EPSG:4326 by id. Read once a process."""
    # read_table and to_numpy would do, but import pandas, which costs more than the reading.
    # It is given the bytes, for it takes every path for UTF-8, which the names of folders need not be.
    table = parquet.ParquetFile(BufferReader(path.read_bytes())).read(columns=["id", "geometry"])
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    return MappingProxyType(dict(zip(table["id"].to_pylist(), shapes, strict=True)))
