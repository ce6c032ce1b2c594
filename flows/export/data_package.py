"""Data Package: the collections of a scene as one package in a ZIP file, which the atlas loads again."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flows.export.claim_tables import claim_tables, degrees, document_rows, lines_of, place_rows
from flows.export.rows import Cell, Row
from flows.export.scope import collections_in, documents_in
from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.scene.scene import Scene
from flows.stories.story_file import story_bytes
from geodata.model.atlas import Atlas, Collection
from geodata.model.documents import Document
from geodata.model.stories import Story
from geodata.readers.data_package import COLLECTIONS, DESCRIPTOR, STORIES
from geodata.readers.document_store import COLUMNS as STORED
from geodata.readers.formulas import escape_formula
from geodata.readers.stories import ENDING
from geodata.schema.columns import COLUMNS, OPTIONAL
from geodata.schema.descriptors import package_profile, table_resource

# What a collection says of itself and an export hands on; the rest describes files that are written anew.
_HANDED_ON = ("name", "title", "description", "version", "keywords", "licenses", "sources", "contributors")
# Of these a package of several collections has what any of them has.
_JOINED = ("keywords", "licenses", "sources", "contributors")
# The name of a package that holds several collections.
_NAME = "trafficking-flows"
# Names of resources have small letters only, or other programs refuse them.
_NO_NAME = re.compile(r"[^a-z0-9._-]")

Json = dict[str, Any]
File = tuple[str, bytes, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A collection in a package: a folder and a prefix of names of its own where there are several."""

    collection: Collection
    folder: str = ""
    prefix: str = ""

    def name(self, own: str) -> str:
        """Return what a resource is called in the package."""
        return _NO_NAME.sub("-", f"{self.prefix}{own}".lower())


def data_package_bytes(atlas: Atlas, scene: Scene, stamp: Stamp, stories: Iterable[Story] = ()) -> bytes:
    """Write the collections of a scene as a ZIP file with one Data Package, its descriptor at the root.

    It holds the scene's claims, their documents, texts, sentences, editorial marks and places, in the form
    in which collections ship: at the root where there is one collection, else a folder each, with resources
    named after it. Those of ``stories`` that are theirs come with them. `geodata.load` reads the ZIP file,
    or its folder once unpacked. The stamp is in `about.txt` and, as `atlas`, in the descriptor. Where no
    claim is left, tables have their header only.
    """
    collections = collections_in(atlas, scene)
    several = len(collections) > 1
    parts = [
        _Part(collection=found, folder=f"{found.name}/", prefix=f"{found.name}-")
        if several
        else _Part(collection=found)
        for found in collections
    ]
    files = [file for part in parts for file in _files(atlas, scene, part)]
    told = [(part, story) for part in parts for story in stories if story.collection == part.collection.name]
    told = [(part, story) for part in parts for story in stories if story.collection == part.collection.name]
    files += [_told(part, story) for part, story in told]
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, DESCRIPTOR, _descriptor(collections, files, stamp), stamp)
        _put(archive, "about.txt", _about(stamp).encode(), stamp)
        for path, content, _resource in files:
            _put(archive, path, content, stamp)
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
        "A Data Package of one collection, or of several with a folder each. Check the file with: "
        "python -m flows check FILE. An apostrophe before = + - @ at the beginning of a cell is not in the "
        "source; it keeps spreadsheets from running the cell."
    )
    return "\n".join([*lines, f"reading: {reading}", ""])


def _files(atlas: Atlas, scene: Scene, part: _Part) -> Iterator[File]:
    """Yield the files of a collection: path, content and how the descriptor describes them."""
    name = part.collection.name
    claims = [claim for claim in scene.claims if claim.collection == name]
    documents = [found for found in documents_in(atlas, scene) if found.collection == name]
    tables = {"documents": document_rows(documents), **claim_tables(atlas, claims)}
    tables["places"] = place_rows(atlas, claims)
    for table, rows in tables.items():
        # Rankings and places are there where a collection has some, the other tables always.
        if rows or table not in {"rankings", "places"}:
            columns = _filled(COLUMNS[table], rows)
            lines = ([row[column] for column in columns] for row in rows)
            yield _table(part, table, table, f"{table}.csv", columns, lines)
    for document in documents:
        yield from _stored(part, document) if document.text else ()


def _table(
    part: _Part, name: str, table: str, file: str, columns: Sequence[str], lines: Iterable[Sequence[Cell]]
) -> File:
    path = f"{part.folder}{file}"
    resource = table_resource(part.name(name), table, path, columns, part.name("documents"))
    return path, _csv(columns, lines), resource


def _filled(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return the columns of a table without the optional ones that no row fills."""
    return [column for column in columns if column not in OPTIONAL or any(row[column] != "" for row in rows)]


def _stored(part: _Part, document: Document) -> Iterator[File]:
    path = f"{part.folder}documents/{document.id}.txt"
    about = {"name": part.name(f"{document.id}-text"), "title": document.title, "path": path}
    about |= {"format": "txt", "mediatype": "text/plain", "encoding": "utf-8"}
    yield path, document.text.encode(), about
    for kind, columns in STORED.items():
        lines = list(lines_of(document, kind))
        if lines:
            name, file = f"{document.id}-{kind}", f"documents/{document.id}.{kind}.csv"
            yield _table(part, name, kind, file, columns, lines)


def _told(part: _Part, story: Story) -> File:
    path = f"{part.folder}{STORIES}/{story.id}{ENDING}"
    about = {"name": part.name(f"{story.id}-story"), "title": story.title, "path": path}
    about |= {"format": "toml", "mediatype": "application/toml", "encoding": "utf-8"}
    return path, story_bytes(story), about


def _csv(columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> bytes:
    page = io.StringIO(newline="")
    table = csv.writer(page)
    table.writerow(columns)
    for line in lines:
        table.writerow([escape_formula(cell) if isinstance(cell, str) else degrees(cell) for cell in line])
    return page.getvalue().encode()


def _descriptor(collections: Sequence[Collection], files: Iterable[File], stamp: Stamp) -> bytes:
    whole = {
        "$schema": package_profile(),
        **(_said(collections[0]) if len(collections) == 1 else _together(collections, stamp)),
        "created": f"{stamp.date}T00:00:00Z",
        "atlas": stamp.entries(),
        "resources": [resource for _path, _content, resource in files],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _said(collection: Collection) -> Json:
    """Return what a collection says of itself."""
    own = {"name": collection.name, "title": collection.title, "description": collection.description}
    return own | {key: collection.descriptor[key] for key in _HANDED_ON if key in collection.descriptor}


def _together(collections: Sequence[Collection], stamp: Stamp) -> Json:
    """Return what a package of several collections says: of itself, and each of them on its own."""
    said = [_said(collection) for collection in collections]
    joined = {key: _each_once(entry for own in said for entry in own.get(key, ())) for key in _JOINED}
    titles = "; ".join(collection.title for collection in collections)
    return {
        "name": _NAME,
        "title": titles or _NAME,
        "description": stamp.contents,
        **{key: entries for key, entries in joined.items() if entries},
        COLLECTIONS: said,
    }


def _each_once(entries: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    found.extend(entry for entry in entries if entry not in found)
    return found
