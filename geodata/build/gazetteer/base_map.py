"""The browser's base map: one coarse coverage of land, inner borders and lakes, as small GeoJSON."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geodata.build.gazetteer.simplify import (
    AMERICAS,
    CRS,
    ELSEWHERE,
    SMALL,
    Detail,
    Groups,
    dissolve_coverage,
    group_land,
    simplify_coverage,
)

DECIMALS = 3  # the finest grid of the land
# Below this a country's inner borders would be a grey knot; Trinidad and Tobago has 0.4.
DIVIDED_AREA = 0.3
# Smallest lakes shown, in square degrees: in the box of the hemisphere, and far from it.
LAKE_AREA, FAR_LAKE_AREA = 0.3, 1.0
LAKE_DETAIL, LAKE_GRID = 0.08, 0.01  # degrees; the source itself lies on a grid of 0.036° by 0.018°
HEMISPHERE_BOX = (-170.0, -57.0, -30.0, 75.0)
# First paint waits for this land: coarser than the gazetteer, finest where islands are small.
DETAIL = Detail(small=0.015, americas=0.06, elsewhere=0.25)
# Vertices lie on a grid, in degrees. 0.01° is a pixel at zoom 7; small islands and city states need finer.
GRID = {SMALL: 0.001, AMERICAS: 0.01, ELSEWHERE: 0.001}
# Lone islands below this area, in square degrees at the equator, go, unless they are much of their country.
ISLET = {SMALL: 0.0, AMERICAS: 0.03, ELSEWHERE: 0.1}
MUCH = 0.02
# Left out: on a Web Mercator map it is a wall along the bottom, and no document speaks of it.
ANTARCTICA = "ATA"
# These run on past 180° E, so that no line is drawn through them where the world is cut.
ACROSS_180 = ("RUS", "FJI")


def base_map_coverage(coverage: gpd.GeoDataFrame, americas: frozenset[str]) -> gpd.GeoDataFrame:
    """Return the land of the base map as one coarse coverage of polygons with `id` and `code`.

    Parameters
    ----------
    coverage
        What `assemble_coverage` returns.
    americas
        Alpha-3 ids of the hemisphere.

    """
    land = join_across_180(coverage[coverage["id"] != ANTARCTICA])
    groups = group_land(land, americas)
    seen = ~_is_islet(land, groups)
    land, groups = land[seen].reset_index(drop=True), groups[seen]
    simple = simplify_coverage(land, groups, DETAIL)
    snapped = [snap_coverage(simple[groups == group], grid) for group, grid in GRID.items()]
    return gpd.GeoDataFrame(pd.concat(snapped, ignore_index=True), crs=CRS)


def join_across_180(coverage: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Move the far ends of Russia and Fiji past 180° E and join them to the rest."""
    crossing = coverage[coverage["id"].isin(ACROSS_180)]
    shift = np.where(crossing.bounds["maxx"] < 0, 360.0, 0.0)
    moved = [translate(part, xoff=east) for part, east in zip(crossing.geometry, shift, strict=True)]
    joined = (
        crossing.set_geometry(gpd.GeoSeries(moved, crossing.index, crs=CRS))
        .dissolve(["id", "code"])
        .reset_index()
        .explode(ignore_index=True)
    )
    rest = coverage[~coverage["id"].isin(ACROSS_180)]
    return gpd.GeoDataFrame(pd.concat([rest, joined], ignore_index=True), crs=CRS)


def snap_coverage(coverage: gpd.GeoDataFrame, grid: float) -> gpd.GeoDataFrame:
    """Move all vertices onto a grid without opening gaps: borders are snapped once, as lines, then refilled.

    Parameters
    ----------
    coverage
        `id`, `code` and polygons in EPSG:4326.
    grid
        Cell size in degrees.

    """
    polygons = coverage.geometry.to_numpy()
    lines = shapely.union_all(shapely.boundary(polygons), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    inside, owner = shapely.STRtree(polygons).query(shapely.point_on_surface(faces), predicate="within")
    kept = coverage.iloc[owner][["id", "code"]].reset_index(drop=True)
    return gpd.GeoDataFrame(kept, geometry=faces[inside], crs=CRS)


def _is_islet(land: gpd.GeoDataFrame, groups: Groups) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    polygons = land.geometry.to_numpy()
    left, right = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    lone = ~np.isin(np.arange(len(polygons)), left[left != right])
    area = pd.Series(shapely.area(polygons) * np.cos(np.radians(shapely.get_y(shapely.centroid(polygons)))))
    of_country = area.groupby(land["id"].to_numpy())
    minor = (area < MUCH * of_country.transform("sum")) & (area < of_country.transform("max"))
    return np.asarray(lone & minor.to_numpy() & (area.to_numpy() < pd.Series(groups).map(ISLET).to_numpy()))


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
