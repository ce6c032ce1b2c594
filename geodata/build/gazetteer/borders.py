"""Borders between countries of the Americas: who touches whom, and the zone along each border."""

from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import shapely

from geodata.build.gazetteer.labels import line_middle
from geodata.build.gazetteer.names import country_names, name_cells
from geodata.gazetteer.borders import border_zone, shared_border

Row = dict[str, Any]
SEPARATOR = "|"
# Degrees, about 11 m: zones are cut from rounded shapes, so finer figures would be noise.
GRID = 1e-4

ZONE_NAMES = {
    "en": "{}–{} border",
    "es": "Frontera {}–{}",
    "pt": "Fronteira {}–{}",
    "fr": "Frontière {}–{}",
}


def neighbours(shapes: gpd.GeoDataFrame) -> dict[str, tuple[str, ...]]:
    """Return the countries that share a line of border, not just a point, with each country."""
    polygons = shapes.geometry.to_numpy()
    ids = list(shapes["id"])
    found: dict[str, list[str]] = {}
    for a, b in zip(*shapely.STRtree(polygons).query(polygons, predicate="touches"), strict=True):
        if not shared_border(polygons[a], polygons[b]).is_empty:
            found.setdefault(ids[a], []).append(ids[b])
    return {place: tuple(sorted(others)) for place, others in found.items()}


def border_zones(shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the zone along every border between two of the countries: `id` and `geometry` (EPSG:4326).

    Parameters
    ----------
    shapes
        `id` and `geometry` of the countries, one coverage in EPSG:4326.

    """
    shape = dict(zip(shapes["id"], shapes.geometry, strict=True))
    pairs = neighbouring_pairs(shapes)
    zones = [shapely.set_precision(border_zone(shape[a], shape[b]), GRID).normalize() for a, b in pairs]
    ids = [zone_id(*pair) for pair in pairs]
    return gpd.GeoDataFrame({"id": ids}, geometry=zones, crs=shapes.crs)


def border_rows(shapes: gpd.GeoDataFrame, corrections: Row) -> Iterator[Row]:
    """Yield a row a border between two of the countries: id, rule, names, a point halfway along it.

    Parameters
    ----------
    shapes
        `id` and `geometry` of the countries whose borders are wanted, one coverage in EPSG:4326.
    corrections
        What `read_corrections` returns.

    """
    shape = dict(zip(shapes["id"], shapes.geometry, strict=True))
    for first, second in neighbouring_pairs(shapes):
        both = (country_names(first, corrections), country_names(second, corrections))
        names = {key: form.format(both[0][key], both[1][key]) for key, form in ZONE_NAMES.items()}
        lon, lat = line_middle(shared_border(shape[first], shape[second]))
        yield {
            "id": zone_id(first, second),
            "rule": f"border:{first}-{second}",
            **name_cells(names),
            "aliases": SEPARATOR.join(corrections["aliases"].get(zone_id(first, second), ())),
            "lon": lon,
            "lat": lat,
        }


def neighbouring_pairs(shapes: gpd.GeoDataFrame) -> list[tuple[str, str]]:
    """Return every two countries that share a border, each pair once, in the order of their codes."""
    return sorted((a, b) for a, others in neighbours(shapes).items() for b in others if a < b)


def zone_id(first: str, second: str) -> str:
    """Return the id of the zone along a border, such as `border_MEX-USA`."""
    return f"border_{first}-{second}"
