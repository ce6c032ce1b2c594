"""Simplify a coverage so that shared borders stay shared and no territory vanishes."""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

CRS = "EPSG:4326"
# Below this, in square degrees, a country can be an island territory; Cuba has 9.6.
SMALL_AREA = 12.0
# Land closer than this to a larger neighbour, in degrees, is simplified with it, or the two could overlap.
NEAR = 0.05
# Nearer the poles than 78° the plane shrinks no further: Antarctica's edge at the pole must stay a line.
LEAST_SHRINK = 0.2

Group = str
SMALL, AMERICAS, ELSEWHERE = "small", "americas", "elsewhere"
Groups = np.ndarray[Any, np.dtype[np.str_]]
Coordinates = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How far each group of land is simplified, in degrees of latitude (0.01° is about 1.1 km).

    A vertex goes when the triangle it makes with its neighbours is smaller than the tolerance squared.
    """

    small: float
    americas: float
    elsewhere: float

    def of(self, group: Group) -> float:
        """Return the tolerance of a group."""
        return {SMALL: self.small, AMERICAS: self.americas, ELSEWHERE: self.elsewhere}[group]


def group_land(coverage: gpd.GeoDataFrame, americas: frozenset[str]) -> Groups:
    """Return each polygon's group: small islands of the Americas, the rest of the Americas, elsewhere.

    Groups never touch, so each can be simplified on its own. A territory counts as small when it and every
    country beside it is: Hispaniola is small, Belize belongs to its continent.

    Parameters
    ----------
    coverage
        `id` and polygons in EPSG:4326.
    americas
        Alpha-3 ids of the hemisphere.

    """
    ids = coverage["id"].to_numpy()
    polygons = coverage.geometry.to_numpy()
    area = pd.Series(shapely.area(polygons)).groupby(ids).sum()
    small = americas.intersection(area.index[area < SMALL_AREA])
    left, right = shapely.STRtree(polygons).query(polygons, predicate="dwithin", distance=NEAR)
    beside = {(ids[a], ids[b]) for a, b in zip(left, right, strict=True) if ids[a] != ids[b]}
    while drawn_in := {a for a, b in beside if a in small and b not in small}:
        small -= drawn_in
    rest = np.where(coverage["id"].isin(americas), AMERICAS, ELSEWHERE)
    return np.where(coverage["id"].isin(small), SMALL, rest)


def simplify_coverage(coverage: gpd.GeoDataFrame, groups: Groups, detail: Detail) -> gpd.GeoDataFrame:
    """Return the coverage with fewer vertices and the same neighbours.

    The work is done on a sinusoidal plane (longitude times the cosine of latitude), where areas are true:
    on plain degrees the Arctic would take a third of the vertices.

    Parameters
    ----------
    coverage
        Polygons in EPSG:4326.
    groups
        What `group_land` returns for it.
    detail
        Tolerances by group.

    """
    plane = shapely.transform(coverage.geometry.to_numpy(), _to_plane)
    for group in (SMALL, AMERICAS, ELSEWHERE):
        chosen = groups == group
        plane[chosen] = shapely.coverage_simplify(plane[chosen], detail.of(group))
    return coverage.set_geometry(gpd.GeoSeries(shapely.transform(plane, _to_degrees), crs=CRS))


def round_coverage(coverage: gpd.GeoDataFrame, decimals: int) -> gpd.GeoDataFrame:
    """Round all coordinates; vertices that were shared stay shared."""
    rounded = shapely.transform(coverage.geometry.to_numpy(), lambda xy: np.round(xy, decimals) + 0.0)
    return coverage.set_geometry(gpd.GeoSeries(rounded, crs=CRS))


def dissolve_coverage(coverage: gpd.GeoDataFrame, column: str) -> gpd.GeoDataFrame:
    """Merge the polygons that share a value of a column; rows without one are left out.

    Returns
    -------
    geopandas.GeoDataFrame
        The column and `geometry`, sorted by the column, rings in one canonical order.

    """
    named = coverage[coverage[column] != ""]
    merged = named[[column, "geometry"]].dissolve(column, method="coverage").reset_index()
    return merged.set_geometry(merged.geometry.normalize()).sort_values(column, ignore_index=True)


def _to_plane(xy: Coordinates) -> Coordinates:
    return np.column_stack((xy[:, 0] * _shrink(xy), xy[:, 1]))


def _to_degrees(xy: Coordinates) -> Coordinates:
    return np.column_stack((xy[:, 0] / _shrink(xy), xy[:, 1]))


def _shrink(xy: Coordinates) -> Coordinates:
    """Return how much a degree of longitude is shorter than one of latitude, at each vertex."""
    return np.maximum(np.cos(np.radians(xy[:, 1])), LEAST_SHRINK)
