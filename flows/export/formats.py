"""The formats in which a scene is handed out: one list for the page and the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flows.export.data_package import data_package_bytes
from flows.export.geojson import geojson_bytes
from flows.export.geopackage import gpkg_bytes
from flows.export.references import references_bytes
from flows.export.scope import documents_in
from flows.export.sources import bibtex_bytes, csl_bytes
from flows.export.spreadsheet import csv_bytes, excel_csv_bytes
from flows.export.stamp import Stamp, contents_of
from flows.export.workbook import xlsx_bytes
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Say how files of a format are called and what they are, and write one.

    ``text`` tells whether a file can be shown on a screen, ``whole`` whether it is of no use without what its
    claims rest on, so that nothing can be folded away in it.
    """

    extension: str
    media_type: str
    write: Callable[[Atlas, Scene, Stamp], bytes]
    text: bool = True
    whole: bool = False


# By the name that the command line takes, in the order in which the page lists them.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format(extension="csv", media_type="text/csv", write=csv_bytes),
        "csv-excel": Format(extension="csv", media_type="text/csv", write=excel_csv_bytes),
        "xlsx": Format(
            extension="xlsx",
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            write=xlsx_bytes,
            text=False,
        ),
        "geojson": Format(extension="geojson", media_type="application/geo+json", write=geojson_bytes),
        "gpkg": Format(
            extension="gpkg", media_type="application/geopackage+sqlite3", write=gpkg_bytes, text=False
        ),
        "references": Format(extension="txt", media_type="text/plain", write=references_bytes),
        "bibtex": Format(extension="bib", media_type="application/x-bibtex", write=bibtex_bytes),
        "csl": Format(
            extension="json", media_type="application/vnd.citationstyles.csl+json", write=csl_bytes
        ),
        "datapackage": Format(
            extension="zip", media_type="application/zip", write=data_package_bytes, text=False, whole=True
        ),
    }
)


# Those that list the documents instead of the claims.
SOURCE_LISTS = frozenset({"references", "bibtex", "csl"})


def summary_line(name: str, atlas: Atlas, scene: Scene) -> str:
    """Say in a sentence what was written, or that the file is empty."""
    if not scene.claims:
        return contents_of(atlas, scene)
    if name in SOURCE_LISTS:
        return translate_count("{n} source written.", "{n} sources written.", len(documents_in(atlas, scene)))
    return _("{n} of {claims} written.").format(
        n=f"{len(scene.claims):,}", claims=translate_count("{n} claim", "{n} claims", len(atlas.claims))
    )


def file_name(name: str, stamp: Stamp, part: str) -> str:
    """Return what a file of the format ``name`` is called; ``part`` says of what, such as "all"."""
    kind = "-sources" if name in SOURCE_LISTS else "-for-excel" if name == "csv-excel" else ""
    return f"trafficking-flows{kind}-{part}-{stamp.date}.{FORMATS[name].extension}"
