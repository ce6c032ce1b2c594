"""Write a made-up collection of many routes, the same every time: how the atlas behaves when it has grown.

Nothing in it is a statement about any place. Every claim quotes a sentence of a made-up document, so that
loading, filtering and quoting do the same work as with real texts.
"""

import csv
import hashlib
import json
from itertools import product
from pathlib import Path
from random import Random

from geodata.gazetteer.gazetteer import read_gazetteer
from geodata.gazetteer.places import Place
from geodata.schema.columns import COLUMNS
from geodata.vocabulary.enums import PlaceKind

ROUTES, DOCUMENTS = 3_000, 20
# Of the routes, these pass a third country; as many again stay inside one. The rest go straight.
WITH_TRANSIT, INTERNAL = 250, 50
# Every second route is claimed twice, so that widths differ; some rows name no form, as real ones do.
CLAIMS_OF_ROUTE = (1, 2)
TYPES = ("sex_trafficking", "child_sex_trafficking", "forced_labor", "debt_bondage", "domestic_servitude", "")
SECTORS = ("agriculture", "mining", "construction", "domestic_work", "")
SETTINGS = ("online", "rural", "migration_route", "")
ROLES, HOTSPOTS = 120, 40
SEED = 3_000

Cells = dict[str, str]


def write_many_routes(folder: Path, *, routes: int = ROUTES) -> Path:
    """Write the collection into ``folder`` and return it."""
    chance = Random(SEED)
    tables = {
        "flows": [
            {"origin": stops[0], "transit": "|".join(stops[1:-1]), "destination": stops[-1]}
            for stops in _stops(chance, routes)
            for _ in range(chance.choice(CLAIMS_OF_ROUTE))
        ],
        "roles": [
            {"place": place, "role": chance.choice(("source", "transit", "destination"))}
            for place in _some(chance, ROLES)
        ],
        "hotspots": [
            {"place": place, "sense": "exploitation", "precision": "country"}
            for place in _some(chance, HOTSPOTS)
        ],
    }
    (folder / "documents").mkdir(parents=True)
    _write_tables(folder, tables, chance)
    package = {"name": folder.name, "title": f"{routes:,} made-up routes"}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder


def _countries() -> list[Place]:
    kinds = (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
    return sorted((place for place in read_gazetteer() if place.kind in kinds), key=lambda place: place.id)


def _some(chance: Random, count: int) -> list[str]:
    return chance.choices([place.id for place in _countries() if place.americas], k=count)


def _stops(chance: Random, count: int) -> list[tuple[str, ...]]:
    """Choose distinct routes that all touch the Americas, as those of the documents do."""
    places = _countries()
    ours = [place.id for place in places if place.americas]
    pairs = [(a.id, b.id) for a, b in product(places, places) if a != b and (a.americas or b.americas)]
    straight = chance.sample(pairs, count - min(INTERNAL, len(ours)))
    bent = [
        (a, chance.choice([place for place in ours if place not in (a, b)]), b)
        for a, b in straight[:WITH_TRANSIT]
    ]
    return bent + straight[WITH_TRANSIT:] + [(place, place) for place in ours[:INTERNAL]]


def _write_tables(folder: Path, tables: dict[str, list[Cells]], chance: Random) -> None:
    texts: dict[str, list[str]] = {f"made-up-{number}": [] for number in range(1, DOCUMENTS + 1)}
    names = list(texts)
    for table, rows in tables.items():
        for number, row in enumerate(rows):
            document = names[number * DOCUMENTS // len(rows)]
            row.update(_common(f"{table}-{number}", document, chance))
            texts[document].append(row["quote"])
        _write_csv(folder / f"{table}.csv", COLUMNS[table], rows)
    documents = [_write_document(folder, ident, sentences) for ident, sentences in texts.items()]
    _write_csv(folder / "documents.csv", COLUMNS["documents"], documents)


def _common(ident: str, document: str, chance: Random) -> Cells:
    sentence = (
        f"Passage {ident} of {document} is made up, and stands here so that a claim has words to quote."
    )
    return {
        "id": ident,
        "document": document,
        "types": chance.choice(TYPES),
        "sectors": chance.choice(SECTORS),
        "settings": Random(ident).choice(SETTINGS),
        "groups": chance.choice(("women", "men", "children", "")),
        "assertion": "described",
        "certainty": chance.choice(("stated", "reported")),
        "access": "quoted_text",
        "year": str(chance.randint(2010, 2024)),
        "statement": f"Claim {ident} is made up.",
        "quote": sentence,
    }


def _write_document(folder: Path, ident: str, sentences: list[str]) -> Cells:
    text = "\n".join(sentences)
    (folder / "documents" / f"{ident}.txt").write_text(text, encoding="utf-8", newline="")
    start, spans = 0, []
    for sentence in sentences:
        spans.append({"start": str(start), "end": str(start + len(sentence)), "kind": "sentence"})
        start += len(sentence) + 1
    _write_csv(folder / "documents" / f"{ident}.sentences.csv", ("start", "end", "kind"), spans)
    return {
        "id": ident,
        "title": f"Made-up document {ident.removeprefix('made-up-')}",
        "author": "Nobody",
        "publisher": "Nobody",
        "year": "2024",
        "url": "https://example.org/",
        "licence": "MIT",
        "language": "en",
        "evidence_kind": "quoted",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def _write_csv(path: Path, columns: tuple[str, ...], rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
