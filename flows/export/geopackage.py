"""GeoPackage: a layer for each kind of claim, with styles that QGIS opens it in."""

import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from flows.export.claim_tables import document_rows
from flows.export.layers import GEOMETRY, layer_frames
from flows.export.qgis_styles import layer_styles
from flows.export.scope import documents_in
from flows.export.stamp import Stamp
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.schema.columns import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

# The newest edition of the format that programs of some years ago read without a warning.
_VERSION = {"VERSION": "1.3"}
# What GDAL calls the column of a layer's geometries.
_GEOMETRY_COLUMN = "geom"
# The table in which QGIS keeps styles, as QGIS itself makes it.
_STYLES = """CREATE TABLE layer_styles (
id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"""
_STYLE = """INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
styleName, styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '')"""
# Tables without a geometry are listed in the contents too, or programs pass over them (OGC 12-128r18, 1.1.3).
_LISTED = "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES (?, ?, ?, ?)"
_DESCRIBED = "UPDATE gpkg_contents SET description = ? WHERE table_name = ?"


def gpkg_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the claims of a scene as a GeoPackage, with a layer for each kind, even where it is empty.

    Beside `roles`, `flows`, `hotspots`, `context` and `rankings` stand the tables `about` (the stamp),
    `sources` (the documents) and `layer_styles`, in which QGIS looks up how to draw a layer.
    """
    frames = layer_frames(atlas, scene.claims, scene.selection.types)
    with tempfile.TemporaryDirectory(prefix="atlas-") as room:
        path = Path(room) / "claims.gpkg"
        write_layers(path, frames)
        with closing(sqlite3.connect(path)) as file, file:
            _describe(file, stamp)
            _add_styles(file)
            sources = [tuple(row.values()) for row in document_rows(documents_in(atlas, scene))]
            _add_table(file, "sources", COLUMNS["documents"], sources)
            _add_table(file, "about", ("entry", "about"), list(stamp.entries().items()))
        return path.read_bytes()


def write_layers(path: Path, frames: Mapping[str, "pd.DataFrame"]) -> None:
    """Write the frames of `flows.export.layers` as layers of a new GeoPackage, with pyogrio and no more."""
    import pyogrio

    for layer, frame in frames.items():
        kind = {"geometry_type": GEOMETRY[layer]} if GEOMETRY[layer] else {}
        pyogrio.write_dataframe(frame, path, layer=layer, driver="GPKG", dataset_options=_VERSION, **kind)


def _describe(file: sqlite3.Connection, stamp: Stamp) -> None:
    file.executemany(_DESCRIBED, [(stamp.line(), layer) for layer in GEOMETRY])


def _add_styles(file: sqlite3.Connection) -> None:
    file.execute(_STYLES)
    for layer, style in layer_styles().items():
        file.execute(_STYLE, (layer, _GEOMETRY_COLUMN, layer, style, f"As on the map: {layer}"))
    file.execute(_LISTED, ("layer_styles", "attributes", "layer_styles", ""))


def _add_table(
    file: sqlite3.Connection, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    kinds = (f'"{column}" {"INTEGER" if column == "year" else "TEXT"}' for column in columns)
    file.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {', '.join(kinds)})")
    places = ", ".join("?" * len(columns))
    listed = ", ".join(f'"{column}"' for column in columns)
    # Names are ours, values are bound.
    file.executemany(f"INSERT INTO {name} ({listed}) VALUES ({places})", rows)  # noqa: S608
    file.execute(_LISTED, (name, "attributes", name, ""))
