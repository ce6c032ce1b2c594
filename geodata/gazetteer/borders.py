"""Borders that two countries share, and the zones along them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from shapely import MultiLineString
from shapely.geometry.base import BaseGeometry

# Kilometres each side. No document says how wide "at the border" is; 50 km is the outer limit of a border
# area in the EU's rules on local border traffic (Regulation (EC) 1931/2006, article 3), holds the twin
# cities of the U.S.–Mexico border whole, and is still a thin strip on a map of the hemisphere.
WIDTH_KM = 50.0
# A straight line on the map is not one on the ground; with a vertex every quarter degree it nearly is.
STEP_DEGREES = 0.25

Coordinates = np.ndarray[Any, np.dtype[np.float64]]
Projection = Callable[[Coordinates], Coordinates]


def shared_border(first: BaseGeometry, second: BaseGeometry) -> BaseGeometry:
    """Return the line that two countries of one coverage share, empty where they share none.

    Parameters
    ----------
    first, second
        Polygons in EPSG:4326 whose shared vertices are equal.

    """
    common = shapely.intersection(shapely.boundary(first), shapely.boundary(second))
    lines = [part for part in shapely.get_parts(common) if part.length > 0]  # not where corners only meet
    return shapely.line_merge(MultiLineString(lines))


def border_zone(first: BaseGeometry, second: BaseGeometry, width_km: float = WIDTH_KM) -> BaseGeometry:
    """Return the land of two countries that lies near the border they share.

    The buffer is drawn in an azimuthal equidistant projection centred on the border, where distances are
    true from the centre and at most about 1 % off along the U.S.–Mexico border (5 % along the longest one,
    Canada's with the United States), unlike degrees, which shrink with latitude. It is then cut to the two
    countries, so that it covers neither sea nor a third country.

    Parameters
    ----------
    first, second
        Polygons in EPSG:4326 of one coverage.
    width_km
        Kilometres each side of the border.

    Returns
    -------
    shapely.geometry.base.BaseGeometry
        Polygon or multipolygon in EPSG:4326.

    Raises
    ------
    ValueError
        When the two share no border.

    """
    border = shared_border(first, second)
    if border.is_empty:
        raise ValueError("The two countries share no border on land. Name two that do, such as MEX and USA.")
    to_plane, to_degrees = _projections(border)
    line = shapely.transform(shapely.segmentize(border, STEP_DEGREES), to_plane)
    zone = shapely.make_valid(shapely.transform(line.buffer(width_km * 1000), to_degrees))
    return shapely.union_all([shapely.intersection(zone, land) for land in (first, second)])


def _projections(border: BaseGeometry) -> tuple[Projection, Projection]:
    """Return the way from degrees to metres around the border's middle, and back."""
    from pyproj import Transformer  # a tenth of a second that only a zone not built beforehand has to wait

    west, south, east, north = border.bounds
    plane = f"+proj=aeqd +lon_0={(west + east) / 2} +lat_0={(south + north) / 2} +datum=WGS84 +units=m"
    there = Transformer.from_crs("EPSG:4326", plane, always_xy=True)
    back = Transformer.from_crs(plane, "EPSG:4326", always_xy=True)
    return (
        lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1])),
        lambda xy: np.column_stack(back.transform(xy[:, 0], xy[:, 1])),
    )
