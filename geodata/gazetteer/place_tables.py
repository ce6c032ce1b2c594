"""The gazetteer's tables, read row by row."""

import csv
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from geodata.gazetteer.places import Place, neighbours_of
from geodata.vocabulary.enums import PlaceKind

LIST_SEPARATOR = "|"
# The region whose members are the hemisphere that this atlas is about.
HEMISPHERE = "americas"

Row = dict[str, str]


def read_places(folder: Path) -> Iterator[Place]:
    """Yield all places of a folder: countries, first-level units, border zones, regions.

    Parameters
    ----------
    folder
        Folder with the four tables.

    """
    regions = list(_rows(folder / "regions.csv"))
    americas = frozenset(next(_split(row["members"]) for row in regions if row["id"] == HEMISPHERE))
    for row in _rows(folder / "countries.csv"):
        yield _place(row, PlaceKind(row["kind"]), (row["id"],), americas)
    for row in _rows(folder / "admin1.csv"):
        yield _place(row, PlaceKind.ADMIN1, (row["parent"],), americas)
    for row in _rows(folder / "borders.csv"):
        pair = neighbours_of(row["rule"])
        yield _place(row, PlaceKind.BORDER_ZONE, pair, americas, pair)
    for row in regions:
        members = _split(row["members"])
        yield _place(row, PlaceKind.REGION, members, americas, members)


def _place(
    row: Row,
    kind: PlaceKind,
    countries: tuple[str, ...],
    americas: frozenset[str],
    members: tuple[str, ...] = (),
) -> Place:
    name = row.get("name") or row["label"]
    prefix = "name" if "name" in row else "label"
    names = {"en": name} | {language: row[f"{prefix}_{language}"] for language in ("es", "pt", "fr")}
    return Place(
        id=row["id"],
        name=name,
        kind=kind,
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        names=MappingProxyType(names),
        parent=row.get("parent", ""),
        members=members,
        americas=americas.issuperset(countries),
        note=row.get("note", ""),
        rule=row.get("rule", ""),
        aliases=_split(row.get("aliases", "")),
        neighbours=_split(row.get("neighbours", "")),
        extent=float(row.get("extent_deg") or 0),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        header = next(lines)
        for line in lines:  # a third faster than DictReader, and every start of the app waits for it
            yield dict(zip(header, line, strict=True))
