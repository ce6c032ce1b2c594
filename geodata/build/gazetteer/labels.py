"""Where a place's label stands and how large the place is."""

from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

# Four decimals are about 11 m, enough to stay inside the smallest island.
DECIMALS = 4
# The inscribed circle's centre may be off by this share of the polygon's size; finer changes no map.
ACCURACY = 0.01


def label_point(geometry: BaseGeometry, *candidates: tuple[float, float]) -> tuple[float, float]:
    """Return the first candidate that lies on the place, or else the middle of its largest part.

    The middle is the pole of inaccessibility: the centre of the largest circle inside the polygon, found
    with longitudes shortened by the cosine of latitude.

    Parameters
    ----------
    geometry
        Polygon or multipolygon in EPSG:4326.
    candidates
        Points to prefer, longitude and latitude in degrees, best first.

    Returns
    -------
    tuple of float
        Longitude and latitude in degrees, strictly inside the geometry.

    """
    for lon, lat in candidates:
        if geometry.contains(Point(lon, lat)):
            return round(lon, DECIMALS), round(lat, DECIMALS)
    lon, lat = _middle(main_part(geometry))
    return round(lon, DECIMALS), round(lat, DECIMALS)


def extent_of(geometry: BaseGeometry) -> float:
    """Return the larger side of the main part's box, in degrees: small ones need a marker on the map."""
    west, south, east, north = main_part(geometry).bounds
    return float(round(max(east - west, north - south), DECIMALS))


def main_part(geometry: BaseGeometry) -> Polygon:
    """Return the largest polygon of a geometry, by its area on the ground."""
    parts = list(geometry.geoms) if isinstance(geometry, MultiPolygon) else [geometry]
    polygons = [part for part in parts if isinstance(part, Polygon)]
    return max(polygons, key=_ground_area)


def line_middle(line: BaseGeometry) -> tuple[float, float]:
    """Return the point halfway along the longest part of a line, longitude and latitude in degrees."""
    parts = shapely.get_parts(shapely.line_merge(line))
    longest = parts[np.argmax(shapely.length(parts))]
    point = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    return round(point.x, DECIMALS), round(point.y, DECIMALS)


def _ground_area(polygon: Polygon) -> float:
    return float(polygon.area * np.cos(np.radians(polygon.centroid.y)))


def _middle(polygon: Polygon) -> tuple[float, float]:
    shrink = float(np.cos(np.radians(polygon.centroid.y)))
    flat = shapely.transform(polygon, lambda xy: _scale(xy, shrink))
    size = max(flat.bounds[2] - flat.bounds[0], flat.bounds[3] - flat.bounds[1])
    radius = shapely.maximum_inscribed_circle(flat, tolerance=size * ACCURACY)
    x, y = radius.coords[0]
    return float(x / shrink), float(y)


def _scale(
    xy: "np.ndarray[Any, np.dtype[np.float64]]", factor: float
) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.column_stack((xy[:, 0] * factor, xy[:, 1]))
