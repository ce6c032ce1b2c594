"""Places: what is known of each, and the tables that they are read from."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from geodata.schema.columns import LIST_SEPARATOR
from geodata.vocabulary.enums import PlaceKind

BORDER_RULE = "border:"
# The region whose members are the hemisphere that this atlas is about.
HEMISPHERE = "americas"

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, territory, first-level unit, region, border zone or named area.

    `lon` and `lat` are its label point in degrees (EPSG:4326); `extent` is the larger side of its main part's
    box in degrees, 0 where that means nothing; `names` holds `en`, `es`, `pt` and `fr`, `aliases` other
    names that a search should find; `parent` is the country of a first-level unit, `members` are the
    countries of a region or of a border zone, or the units of an area; `neighbours` are the countries that
    share a border on land. A place `at_point` has no shape: it lies at `lon`, `lat`, in or off its members.
    """

    id: str
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    parent: str = ""
    members: tuple[str, ...] = ()
    americas: bool = False
    note: str = ""
    rule: str = ""
    aliases: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    extent: float = 0.0
    at_point: bool = False


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


def neighbours_of(rule: str) -> tuple[str, str]:
    """Return the two countries that a rule such as `border:MEX-USA` names.

    Raises
    ------
    ValueError
        When the rule has another form.

    """
    first, dash, second = rule.removeprefix(BORDER_RULE).partition("-")
    if not rule.startswith(BORDER_RULE) or not (first and dash and second):
        raise ValueError(
            f'rule "{rule}" is not understood. Write border: and two alpha-3 codes: border:MEX-USA.'
        )
    return first, second
