"""Data Package: the collections of a scene as a ZIP file of their folders, which the atlas loads again."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from flows.export.claim_tables import claim_tables, degrees, document_rows, place_rows
from flows.export.rows import Cell, Row
from flows.export.scope import collections_in, documents_in
from flows.export.stamp import Stamp
from flows.export.stored_texts import lines_of
from flows.i18n import translate as _
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas, Collection
from geodata.model.documents import Document
from geodata.readers.data_package import DESCRIPTOR
from geodata.readers.document_store import COLUMNS as STORED
from geodata.readers.formulas import escape_formula
from geodata.schema.columns import COLUMNS, OPTIONAL
from geodata.schema.descriptors import package_profile, table_resource

# What a collection says of itself and an export hands on; the rest describes files that are written anew.
_HANDED_ON = ("name", "title", "description", "version", "keywords", "licenses", "sources", "contributors")

Json = dict[str, Any]
File = tuple[str, bytes, Json]


def data_package_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the collections of a scene as a ZIP file: a folder each, in the form in which they ship.

    Each is a Data Package with the scene's claims, their documents, texts, sentences, editorial marks and
    places; `geodata.load` reads the ZIP file, or its folders once unpacked. The stamp is in `about.txt` and,
    as `atlas`, in each descriptor. Where no claim is left, the tables have their header only.
    """
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "about.txt", _about(stamp).encode(), stamp)
        for collection in collections_in(atlas, scene):
            files = list(_files(atlas, scene, collection))
            _put(archive, f"{collection.name}/{DESCRIPTOR}", _descriptor(collection, files, stamp), stamp)
            for path, content, _resource in files:
                _put(archive, f"{collection.name}/{path}", content, stamp)
    return page.getvalue()


def _put(archive: zipfile.ZipFile, path: str, content: bytes, stamp: Stamp) -> None:
    # The day of the export and no time of day: the same claims make the same file.
    year, month, day = map(int, stamp.date.split("-"))
    entry = zipfile.ZipInfo(path, (year, month, day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _about(stamp: Stamp) -> str:
    lines = [f"{name}: {words}" for name, words in stamp.entries().items()]
    reading = _(
        "Each folder is a collection in the form of a Data Package. Check the file with: "
        "python -m flows check FILE. An apostrophe before = + - @ at the beginning of a cell is not in the "
        "source; it keeps spreadsheets from running the cell."
    )
    return "\n".join([*lines, f"reading: {reading}", ""])


def _files(atlas: Atlas, scene: Scene, collection: Collection) -> Iterator[File]:
    """Yield the files of a collection: path, content and how the descriptor describes them."""
    claims = [claim for claim in scene.claims if claim.collection == collection.name]
    documents = [found for found in documents_in(atlas, scene) if found.collection == collection.name]
    tables = {"documents": document_rows(documents), **claim_tables(atlas, claims)}
    tables["places"] = place_rows(atlas, claims)
    for name, rows in tables.items():
        # Rankings and places are there where a collection has some, the other tables always.
        if rows or name not in {"rankings", "places"}:
            columns = _filled(COLUMNS[name], rows)
            lines = ([row[column] for column in columns] for row in rows)
            yield (
                f"{name}.csv",
                _csv(columns, lines),
                table_resource(name, name, f"{name}.csv", columns, "documents"),
            )
    for document in documents:
        yield from _stored(document) if document.text else ()


def _filled(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return the columns of a table without the optional ones that no row fills."""
    return [column for column in columns if column not in OPTIONAL or any(row[column] != "" for row in rows)]


def _stored(document: Document) -> Iterator[File]:
    path = f"documents/{document.id}.txt"
    about = {"name": f"{document.id}-text", "title": document.title, "path": path}
    yield (
        path,
        document.text.encode(),
        about | {"format": "txt", "mediatype": "text/plain", "encoding": "utf-8"},
    )
    for kind, columns in STORED.items():
        lines = list(lines_of(document, kind))
        if lines:
            name, path = f"{document.id}-{kind}", f"documents/{document.id}.{kind}.csv"
            yield path, _csv(columns, lines), table_resource(name, kind, path, columns, "documents")


def _csv(columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> bytes:
    page = io.StringIO(newline="")
    table = csv.writer(page)
    table.writerow(columns)
    for line in lines:
        table.writerow([escape_formula(cell) if isinstance(cell, str) else degrees(cell) for cell in line])
    return page.getvalue().encode()


def _descriptor(collection: Collection, files: Iterable[File], stamp: Stamp) -> bytes:
    own = {"name": collection.name, "title": collection.title, "description": collection.description}
    handed_on = {key: collection.descriptor[key] for key in _HANDED_ON if key in collection.descriptor}
    whole = {
        "$schema": package_profile(),
        **own,
        **handed_on,
        "created": f"{stamp.date}T00:00:00Z",
        "atlas": stamp.entries(),
        "resources": [resource for _path, _content, resource in files],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
