"""Build the places from Natural Earth: `python -m geodata.build.gazetteer.places --sources FOLDER`.

Run by hand; its output is committed. `geodata/places/SOURCES.md` says what the folder has to hold. The same
sources and the same versions of the libraries give the same bytes.
"""

import argparse
import csv
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from geodata.build.gazetteer.base_map import base_map_coverage, inner_borders, large_lakes, write_geojson
from geodata.build.gazetteer.borders import border_rows, border_zones
from geodata.build.gazetteer.coverage import assemble_coverage
from geodata.build.gazetteer.simplify import (
    Detail,
    dissolve_coverage,
    group_land,
    round_coverage,
    simplify_coverage,
)
from geodata.build.gazetteer.sources import (
    PLACES,
    read_corrections,
    read_countries,
    read_first_level,
    read_lakes,
)
from geodata.build.gazetteer.tables import country_rows, unit_rows

BASE_MAP = PLACES.parents[1] / "assets" / "web" / "base"
# Detail of the shapes for exports and for units drawn on the map: about 1.5 MB as GeoParquet in all.
DETAIL = Detail(small=0.003, americas=0.015, elsewhere=0.08)
DECIMALS = 4  # about 11 m, far below the finest tolerance


def build(sources: Path, output: Path, base_map: Path) -> None:
    """Write the gazetteer's tables and shapes, and the land of the base map.

    Parameters
    ----------
    sources
        Folder with the raw files or the packages that carry them.
    output
        Folder for the CSV and GeoParquet files.
    base_map
        Folder for the browser's GeoJSON.

    Raises
    ------
    FileNotFoundError
        When a source is missing.
    ValueError
        When a source is another version, or the result is not a valid coverage.

    """
    corrections = read_corrections()
    countries, units = read_countries(sources), read_first_level(sources)
    coverage = assemble_coverage(countries, units, corrections)
    americas = frozenset(units["id"])
    for folder in (output, base_map):
        folder.mkdir(parents=True, exist_ok=True)
    _write_gazetteer(coverage, countries, units, corrections, output)
    _write_base_map(coverage, americas, read_lakes(sources), base_map)


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.build.gazetteer.places", description=build.__doc__
    )
    parser.add_argument("--sources", type=Path, required=True, help="folder with the raw files")
    parser.add_argument("--output", type=Path, default=PLACES, help="folder for tables and shapes")
    parser.add_argument("--base-map", type=Path, default=BASE_MAP, help="folder for the browser's GeoJSON")
    chosen = parser.parse_args(arguments)
    try:
        build(chosen.sources, chosen.output, chosen.base_map)
    except (FileNotFoundError, ValueError) as problem:
        parser.exit(1, f"{problem}\n")


def write_table(rows: Iterable[dict[str, Any]], path: Path) -> None:
    """Write rows as UTF-8 CSV with a header, sorted by id."""
    ordered = sorted(rows, key=lambda row: str(row["id"]))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(ordered[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(ordered)


def write_shapes(shapes: gpd.GeoDataFrame, path: Path) -> None:
    """Write shapes as GeoParquet after making sure that all are valid."""
    if not shapes.is_valid.all():
        raise ValueError(f"{path.name}: a shape is not valid. Choose another tolerance in build_places.py.")
    shapes.to_parquet(path, index=False, compression="zstd", compression_level=19)


def checked_coverage(shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the shapes after making sure that they neither overlap nor leave gaps."""
    if not shapely.coverage_is_valid(shapes.geometry.to_numpy()):
        raise ValueError("shapes overlap or leave gaps. Choose another tolerance in build_places.py.")
    return shapes


def _write_gazetteer(
    coverage: gpd.GeoDataFrame,
    countries: gpd.GeoDataFrame,
    units: gpd.GeoDataFrame,
    corrections: dict[str, Any],
    output: Path,
) -> None:
    americas = frozenset(units["id"])
    simple = simplify_coverage(coverage, group_land(coverage, americas), DETAIL)
    land = round_coverage(simple, DECIMALS)
    lands, parts = (checked_coverage(dissolve_coverage(land, column)) for column in ("id", "code"))
    write_table(country_rows(lands, countries, corrections), output / "countries.csv")
    write_table(unit_rows(parts, units, corrections), output / "admin1.csv")
    american = lands[lands["id"].isin(americas)]
    write_table(border_rows(american, corrections), output / "borders.csv")
    write_shapes(border_zones(american), output / "borders.parquet")
    write_shapes(lands, output / "countries.parquet")
    write_shapes(parts.rename(columns={"code": "id"}), output / "admin1.parquet")
    if output != PLACES:
        shutil.copyfile(PLACES / "regions.csv", output / "regions.csv")  # written by hand, read with the rest


def _write_base_map(
    coverage: gpd.GeoDataFrame, americas: frozenset[str], lakes: gpd.GeoDataFrame, base_map: Path
) -> None:
    land = base_map_coverage(coverage, americas)
    write_geojson(dissolve_coverage(land, "id"), base_map / "countries.json")
    write_geojson(inner_borders(land, americas), base_map / "admin1.json")
    write_geojson(large_lakes(lakes), base_map / "lakes.json")


if __name__ == "__main__":
    main()
