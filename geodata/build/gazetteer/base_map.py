"""The browser's base map: countries, borders between first-level units and lakes, as small GeoJSON."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.gazetteer.simplify import CRS, dissolve_coverage

DECIMALS = 3  # the finest grid of `build_base_land.py`
# Below this a country's inner borders would be a grey knot; Trinidad and Tobago has 0.4.
DIVIDED_AREA = 0.3
# Smallest lakes shown, in square degrees: in the box of the hemisphere, and far from it.
LAKE_AREA, FAR_LAKE_AREA = 0.3, 1.0
LAKE_DETAIL, LAKE_GRID = 0.08, 0.01  # degrees; the source itself lies on a grid of 0.036° by 0.018°
HEMISPHERE_BOX = (-170.0, -57.0, -30.0, 75.0)


def inner_borders(land: gpd.GeoDataFrame, americas: frozenset[str]) -> gpd.GeoDataFrame:
    """Return, for each larger American country, the lines between its first-level units.

    Parameters
    ----------
    land
        What `base_map_coverage` returns.
    americas
        Alpha-3 ids of the hemisphere.

    """
    rows: list[tuple[str, BaseGeometry]] = []
    named = land.assign(unit=land["code"].replace("", "-"))
    for place in sorted(americas):
        units = dissolve_coverage(named[named["id"] == place], "unit").geometry.to_numpy()
        country = shapely.coverage_union_all(units)
        lines = shapely.difference(shapely.union_all(shapely.boundary(units)), shapely.boundary(country))
        if not lines.is_empty and country.area > DIVIDED_AREA:
            rows.append((place, shapely.line_merge(lines).normalize()))
    return gpd.GeoDataFrame(rows, columns=["id", "geometry"], geometry="geometry", crs=CRS)


def large_lakes(lakes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the lakes large enough to be missed, as one shape: smaller ones count in the Americas only."""
    area = shapely.area(lakes.geometry.to_numpy())
    near = lakes.intersects(shapely.box(*HEMISPHERE_BOX)).to_numpy()
    chosen = lakes.geometry.to_numpy()[area > np.where(near, LAKE_AREA, FAR_LAKE_AREA)]
    simple = shapely.coverage_simplify(shapely.get_parts(shapely.union_all(chosen)), LAKE_DETAIL)
    shape = shapely.union_all(simple, grid_size=LAKE_GRID)
    return gpd.GeoDataFrame({"id": ["lakes"]}, geometry=[shape.normalize()], crs=CRS)


def write_geojson(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write features with nothing but their id, coordinates as short as their grid allows."""
    features = [
        {"type": "Feature", "properties": {"id": place}, "geometry": _shortened(shape)}
        for place, shape in zip(frame["id"], frame.geometry, strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


def _shortened(shape: BaseGeometry) -> dict[str, Any]:
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shape), parse_float=_number)
    return geometry


def _number(text: str) -> float | int:
    rounded = round(float(text), DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
