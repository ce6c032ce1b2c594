"""One coverage of the world's land: first-level units in the Americas, whole countries elsewhere."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

CRS = "EPSG:4326"


def assemble_coverage(
    countries: gpd.GeoDataFrame, units: gpd.GeoDataFrame, corrections: dict[str, Any]
) -> gpd.GeoDataFrame:
    """Put first-level units of the Americas and all other countries into one coverage.

    Parameters
    ----------
    countries, units
        What `read_countries` and `read_first_level` return.
    corrections
        Folds and parts of `corrections.toml`.

    Returns
    -------
    geopandas.GeoDataFrame
        `id` (alpha-3), `code` (ISO 3166-2 or empty) and `geometry` (EPSG:4326), one row a polygon, sorted.
        Polygons of one row's id and code belong together; a unit without a code still counts as land.

    """
    americas = units[["id", "code", "geometry"]]
    elsewhere = _elsewhere(countries, americas, corrections)
    coverage = pd.concat([americas, elsewhere], ignore_index=True)
    return _sorted_polygons(gpd.GeoDataFrame(coverage, crs=CRS))


def country_ids(countries: gpd.GeoDataFrame, folds: dict[str, str]) -> pd.Series:
    """Return the alpha-3 id of every Natural Earth country; empty where the build leaves it out.

    `ISO_A3_EH` is used because `ISO_A3` is -99 for France and Norway.
    """
    iso = countries["ISO_A3_EH"]
    return countries["ADM0_A3"].map(folds).fillna(iso)


def _elsewhere(
    countries: gpd.GeoDataFrame, americas: gpd.GeoDataFrame, corrections: dict[str, Any]
) -> gpd.GeoDataFrame:
    ids = country_ids(countries, corrections["folds"])
    outside = (ids != "") & ~ids.isin(set(americas["id"]))
    frame = gpd.GeoDataFrame(
        {"id": ids[outside], "code": "", "geometry": countries.geometry[outside]}, crs=CRS
    ).explode(ignore_index=True)
    frame = frame[~_lies_in(frame, americas)].reset_index(drop=True)
    for part in corrections["parts"]:
        inside = frame.geometry.within(shapely.box(*part["box"])) & (frame["id"] == part["owner"])
        frame.loc[inside, "id"] = part["id"]
    return frame


def _lies_in(polygons: gpd.GeoDataFrame, cover: gpd.GeoDataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Tell which polygons lie in the cover: French Guiana and such, drawn in their state's outline too."""
    points = shapely.point_on_surface(polygons.geometry.to_numpy())
    found = shapely.STRtree(cover.geometry.to_numpy()).query(points, predicate="within")[0]
    return np.isin(np.arange(len(polygons)), found)


def _sorted_polygons(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Take units apart into polygons, in an order that depends on nothing but their ids and places."""
    parts = frame.explode(ignore_index=True)
    parts = parts[parts.geom_type == "Polygon"]
    bounds = parts.bounds
    order = np.lexsort((bounds["miny"], bounds["minx"], parts["code"], parts["id"]))
    return parts.iloc[order].reset_index(drop=True)
