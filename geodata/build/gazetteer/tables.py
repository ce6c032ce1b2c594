"""The gazetteer's tables: one row a country, first-level unit or border zone."""

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from geodata.build.gazetteer.borders import neighbours
from geodata.build.gazetteer.coverage import country_ids
from geodata.build.gazetteer.labels import extent_of, label_point
from geodata.build.gazetteer.names import aliases, cldr_names, country_names, name_cells, unit_names

Row = dict[str, Any]
SEPARATOR = "|"


def country_rows(shapes: gpd.GeoDataFrame, countries: gpd.GeoDataFrame, corrections: Row) -> Iterator[Row]:
    """Yield a row a country or territory: names, label point, extent in degrees, neighbours.

    Parameters
    ----------
    shapes
        `id` and `geometry` of all countries, one coverage in EPSG:4326.
    countries
        Natural Earth's countries, for label points, kinds and other names.
    corrections
        What `read_corrections` returns.

    """
    described = _described(countries, corrections["folds"])
    beside = neighbours(shapes)
    for place, shape in zip(shapes["id"], shapes.geometry, strict=True):
        source = described.get(place, {})
        names = country_names(place, corrections)
        yield {
            "id": place,
            "kind": corrections["kinds"].get(place) or _kind(source),
            **name_cells(names),
            "aliases": SEPARATOR.join(_country_aliases(place, names, source, corrections)),
            **_place_cells(shape, place, corrections, _own_label(source, "LABEL_X", "LABEL_Y")),
            "neighbours": SEPARATOR.join(beside.get(place, ())),
        }


def unit_rows(shapes: gpd.GeoDataFrame, units: gpd.GeoDataFrame, corrections: Row) -> Iterator[Row]:
    """Yield a row a first-level unit: its country, names, label point and extent in degrees.

    Parameters
    ----------
    shapes
        `code` and `geometry` of the units in EPSG:4326.
    units
        What `read_first_level` returns.
    corrections
        What `read_corrections` returns.

    """
    described = {str(row["code"]): row for row in _records(units)}
    for place, shape in zip(shapes["code"], shapes.geometry, strict=True):
        source = described[place]
        names = unit_names(source, corrections)
        others = (source["name"], source["iso_name"])
        yield {
            "id": place,
            "parent": source["id"],
            **name_cells(names),
            "aliases": SEPARATOR.join(aliases(names, others)),
            **_place_cells(shape, place, corrections, _own_label(source, "longitude", "latitude")),
        }


def _described(countries: gpd.GeoDataFrame, folds: dict[str, str]) -> dict[str, Row]:
    """Return Natural Earth's row for each id; where land was folded in, the most populous unit speaks."""
    ids = country_ids(countries, folds)
    frame = countries.assign(place=ids).sort_values("POP_EST")
    return {str(row["place"]): row for row in _records(frame)}


def _records(frame: gpd.GeoDataFrame) -> list[Row]:
    records = frame.drop(columns="geometry").to_dict("records")
    return [{str(key): value for key, value in record.items()} for record in records]


def _kind(source: Row) -> str:
    return "country" if source.get("HOMEPART") == 1 else "territory"


def _country_aliases(place: str, names: dict[str, str], source: Row, corrections: Row) -> tuple[str, ...]:
    others = [*corrections["aliases"].get(place, []), *cldr_names(place).values()]
    return aliases(names, [*others, *(source.get(key) for key in ("NAME_EN", "NAME_LONG", "FORMAL_EN"))])


def _own_label(source: Row, lon: str, lat: str) -> list[tuple[float, float]]:
    return [(source[lon], source[lat])] if lon in source else []


def _place_cells(shape: BaseGeometry, place: str, corrections: Row, own: list[tuple[float, float]]) -> Row:
    corrected = corrections["labels"].get(place)
    lon, lat = label_point(shape, *([tuple(corrected)] if corrected else []), *own)
    return {"lon": lon, "lat": lat, "extent_deg": extent_of(shape)}
