"""The layers of a map program: a frame for each kind of claim, one kind of geometry in each (EPSG:4326)."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from flows.export.claim_tables import table_row
from flows.export.rows import LINK, cell_of, source_link
from flows.export.shapes import DRAWN_AS, claim_shape
from flows.geometry.route_lines import bend_factors
from flows.scene.forms import forms_named
from geodata.model.atlas import Atlas
from geodata.model.claims import (
    CLAIM_KINDS,
    Claim,
)
from geodata.schema.columns import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

# The kinds of geometry; context claims are never pinned, so their layer is a table.
GEOMETRY = {
    "roles": "Point",
    "flows": "MultiLineString",
    "hotspots": "MultiPolygon",
    "context": "",
    "rankings": "Point",
}
CRS = "EPSG:4326"
# Only needed to find a quote again; the other tables of an export have them.
_LEFT_OUT = frozenset({"prefix", "suffix"})
_BESIDE = ("collection", "document_title", "document_year", "url", LINK, "forms", DRAWN_AS)


def layer_frames(
    atlas: Atlas, claims: Iterable[Claim], asked: frozenset[str] = frozenset()
) -> dict[str, "pd.DataFrame"]:
    """Return a frame for each kind of claim, empty ones too; all but that of context claims have geometries.

    Columns are those of the collection's tables, then the collection, title, year and address of the
    document, the address of the claim's own sentence (`link`), the forms whose colours a mark has, of the
    types ``asked`` for (`forms`), and how it is drawn (`drawn_as`).
    """
    found = list(claims)
    return {
        kind.table: _frame(atlas, kind.table, [c for c in found if isinstance(c, kind)], asked)
        for kind in CLAIM_KINDS
    }


def columns_of(layer: str) -> tuple[str, ...]:
    """Return the columns of a layer, without its geometry."""
    return (*(column for column in COLUMNS[layer] if column not in _LEFT_OUT), *_BESIDE)


def _frame(atlas: Atlas, layer: str, claims: Sequence[Claim], asked: frozenset[str]) -> "pd.DataFrame":
    import geopandas as gpd
    import pandas as pd

    sides = bend_factors(atlas)
    shapes = [claim_shape(claim, atlas.gazetteer, sides) for claim in claims]
    rows = [
        {**_row(atlas, claim), "forms": cell_of(forms_named(claim.types, asked)), DRAWN_AS: drawn_as}
        for claim, (_geometry, drawn_as) in zip(claims, shapes, strict=True)
    ]
    # Types of their own, so that an empty layer has the same columns as a full one.
    columns: dict[str, Any] = {
        column: pd.Series(
            [row[column] for row in rows], dtype="int64" if column.endswith("year") else "object"
        )
        for column in columns_of(layer)
    }
    if not GEOMETRY[layer]:
        return pd.DataFrame(columns)
    geometries = [geometry for geometry, _drawn_as in shapes if geometry is not None]
    return gpd.GeoDataFrame(columns, geometry=geometries, crs=CRS)


def _row(atlas: Atlas, claim: Claim) -> dict[str, object]:
    document = atlas.documents[claim.document]
    return {
        **table_row(atlas, claim),
        "collection": claim.collection,
        "document_title": document.title,
        "document_year": document.year,
        "url": document.url,
        LINK: source_link(document, claim),
    }
