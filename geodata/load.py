"""Load collections as one atlas: whole, or not at all and with every problem named."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from geodata.compute_once import compute_once
from geodata.gazetteer.gazetteer import Gazetteer, read_gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas, Collection
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.model.stories import StoryFile
from geodata.problems import AtlasError, Problem, Report
from geodata.readers.archive import unpacked
from geodata.readers.data_package import DESCRIPTOR, label, read_tables
from geodata.readers.document_store import DocumentStore, document_store
from geodata.readers.stories import read_stories
from geodata.readers.tables import Table
from geodata.readers.workbook_collections import collections_in
from geodata.schema.columns import CLAIM_TABLES, COLUMNS
from geodata.validation.checks import (
    note_conflicting_places,
    note_repeated_ids,
    note_repeated_names,
    note_unknown_documents,
)
from geodata.validation.parse_claims import parse_claims
from geodata.validation.parse_documents import parse_documents
from geodata.validation.parse_places import parse_places

# Names the folders to load instead of the shipped collections.
CHOSEN_COLLECTIONS = "ATLAS_COLLECTIONS"

_COLLECTIONS = Path(__file__).with_name("collections")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A collection as read; its records are to be trusted only when nothing was noted."""

    file: str
    collection: Collection
    tables: dict[str, Table]
    places: tuple[Place, ...]
    documents: dict[str, Document]
    claims: tuple[Claim, ...]
    kept: Mapping[str, int]
    stories: tuple[StoryFile, ...]


def default_collections() -> tuple[Path, ...]:
    """Return the folders of the collections that ship with the atlas, in the order of their names."""
    return tuple(sorted(path.parent for path in _COLLECTIONS.glob(f"*/{DESCRIPTOR}")))


def load_atlas(paths: Sequence[Path] | None = None) -> Atlas:
    """Load the collections in these folders (by default those that ship) as one atlas.

    A path may also be a workbook, a ZIP file of collections' folders, or a folder of them. Raises AtlasError
    with all problems of all collections; then nothing is loaded.
    """
    problems, atlas = check(paths)
    if atlas is None:
        raise AtlasError(problems)
    return atlas


@compute_once(1)
def default_atlas() -> Atlas:
    """Return the atlas that the app shows, loaded once a process.

    It holds the collections named in the environment variable `ATLAS_COLLECTIONS` (folders, separated
    as in PATH), or those that ship. Raises AtlasError as `load_atlas` does.
    """
    return load_atlas(chosen_collections() or None)


def chosen_collections() -> tuple[Path, ...]:
    """Return the paths that the environment variable `ATLAS_COLLECTIONS` names; empty for those that ship."""
    return tuple(Path(path) for path in os.environ.get(CHOSEN_COLLECTIONS, "").split(os.pathsep) if path)


def load_collection(path: Path, gazetteer: Gazetteer | None = None) -> Atlas:
    """Load one collection as an atlas of its own; raises AtlasError as `load_atlas` does."""
    problems, atlas = check([path], gazetteer)
    if atlas is None:
        raise AtlasError(problems)
    return atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How much of one table was read and kept, or would have been were there no problem elsewhere."""

    collection: str
    table: str
    rows: int
    kept: int

    def sentence(self) -> str:
        """Say how many rows went in, and how many records came out."""
        record = "claim" if self.table in CLAIM_TABLES else self.table.removesuffix("s")
        counted = f"{_counted(self.rows, 'row')} in, {_counted(self.kept, record)} out"
        return f"{self.collection}/{self.table}: {counted}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Every problem of some collections, the atlas if there is none, and how much of what was read.

    What is wrong in a story is its own affair: it stands with the story.
    """

    problems: tuple[Problem, ...]
    atlas: Atlas | None
    readings: tuple[Reading, ...]
    stories: tuple[StoryFile, ...]


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def check(
    paths: Sequence[Path] | None = None, gazetteer: Gazetteer | None = None
) -> tuple[tuple[Problem, ...], Atlas | None]:
    """Return every problem of the collections in these folders, and the atlas if there is none.

    Bad input of whatever kind is a problem, never an exception.
    """
    found = examine(paths, gazetteer)
    return found.problems, found.atlas


def examine(paths: Sequence[Path] | None = None, gazetteer: Gazetteer | None = None) -> Examination:
    """Check collections as `check` does, and count for every table how many rows were read and kept."""
    known, report = gazetteer or read_gazetteer(), Report()
    folders = default_collections() if paths is None else tuple(map(Path, paths))
    with unpacked(folders, report) as found:
        drafts = [draft for path in _each_once(found, report) for draft in _drafts(path, known, report)]
    note_repeated_ids([draft.tables for draft in drafts], report)
    note_repeated_names([(d.collection.name, d.file) for d in drafts if d.collection.name], report)
    note_conflicting_places([(place, d.file) for d in drafts for place in d.places], report)
    return Examination(
        problems=report.problems,
        atlas=None if report.problems else _atlas(drafts, known),
        readings=tuple(_readings(drafts, report.problems)),
        stories=tuple(story for draft in drafts for story in draft.stories),
    )


def _readings(drafts: Iterable[_Draft], problems: Iterable[Problem]) -> Iterator[Reading]:
    """Yield how much of every table of the data model was read; one that is not there has no rows."""
    wrong: dict[str, set[int | None]] = {}
    for problem in problems:
        wrong.setdefault(problem.file, set()).add(problem.row)
    for draft in drafts:
        for name in COLUMNS:
            table = draft.tables.get(name, Table(name=name, file=""))
            spoiled = sum(row.number in wrong.get(table.file, ()) for row in table.rows)
            name_of = draft.collection.name or draft.file
            yield Reading(
                collection=name_of, table=name, rows=len(table.rows), kept=len(table.rows) - spoiled
            )


def _each_once(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    """Yield each path once; a collection that is named twice would repeat every id."""
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            report.note(label(path), "the collection is named twice.", "Name it once.", value=str(path))
        else:
            yield path
        seen.add(path.resolve())


def _drafts(path: Path, gazetteer: Gazetteer, report: Report) -> tuple[_Draft, ...]:
    found = read_tables(path, report)
    store, file = document_store(path, report), label(path)
    return tuple(
        _draft(file, collection, tables, store, (gazetteer, report), read_stories(path, collection.name))
        for collection, tables in collections_in(path, found, report)
    )


def _draft(
    file: str,
    collection: Collection,
    tables: dict[str, Table],
    store: DocumentStore,
    reading: tuple[Gazetteer, Report],
    stories: tuple[StoryFile, ...],
) -> _Draft:
    gazetteer, report = reading
    places = parse_places(tables["places"], gazetteer, report) if "places" in tables else ()
    known = gazetteer.with_places(places) if places else gazetteer
    listing = tables.get("documents", Table(name="documents", file=file))
    documents = {d.id: d for d in parse_documents(listing, store, collection.name, known, report)}
    claims = {
        name: parse_claims(tables[name], collection.name, documents, known, report)
        for name in CLAIM_TABLES
        if name in tables
    }
    draft = _Draft(
        file=file,
        collection=collection,
        tables=tables,
        places=places,
        documents=documents,
        claims=tuple(chain.from_iterable(claims.values())),
        kept={
            "documents": len(documents),
            "places": len(places),
            **{name: len(found) for name, found in claims.items()},
        },
        stories=stories,
    )
    note_unknown_documents(tables, report)
    return draft


def _atlas(drafts: Sequence[_Draft], gazetteer: Gazetteer) -> Atlas:
    documents = {ident: document for draft in drafts for ident, document in draft.documents.items()}
    return Atlas(
        collections=MappingProxyType({draft.collection.name: draft.collection for draft in drafts}),
        documents=MappingProxyType(documents),
        claims=tuple(chain.from_iterable(draft.claims for draft in drafts)),
        gazetteer=gazetteer.with_places(chain.from_iterable(draft.places for draft in drafts)),
        stories=tuple(chain.from_iterable(draft.stories for draft in drafts)),
    )
