"""The tables of a collection and their columns, as `schema.toml` declares them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

Type = Literal[
    "text",
    "id",
    "document",
    "word",
    "words",
    "place",
    "places",
    "year",
    "integer",
    "degrees",
    "address",
    "sha256",
]

# Between the values of a cell that lists several.
LIST_SEPARATOR = "|"
# Ids stand in links and in file names.
IDENT = re.compile(r"[A-Za-z0-9_~.-]{1,120}")
SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
# A year outside these is a slip of the keys.
FIRST_YEAR, LAST_YEAR = 1900, 2100
# Addresses become links, and a link may lead nowhere but to a web page.
ADDRESSES = ("https://", "http://")
# One sentence of ours and the passage behind it are far shorter; so is every other cell.
LONGEST_CELL = 1_000
# Tells in a workbook of several collections which one a document belongs to; its claims go with it.
COLLECTION = "collection"

_FILE = Path(__file__).with_name("schema.toml")
# Stands in a table's list of columns before the name of a group of them.
_GROUP = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What stands in a column of a table; `schema.toml` says what each part means."""

    name: str
    type: Type
    description: str
    required: bool = False
    optional: bool = False
    workbook: bool = False
    unspecified: bool = False
    any_case: bool = False
    facet: str = ""
    values: tuple[str, ...] = ()
    by: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    longest: int = LONGEST_CELL
    most_words: int = 0
    most: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """What one row of a table is, and its columns in their order; `key` tells its rows apart."""

    name: str
    title: str
    description: str
    columns: Mapping[str, Column]
    claims: bool = False
    stored: bool = False
    key: str = "id"

    def names(self) -> tuple[str, ...]:
        """Return the columns of its file, and of its sheet in a workbook of one collection."""
        return tuple(column.name for column in self.columns.values() if not column.workbook)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatForm:
    """The table of claims of all kinds; `own` describes the columns that no table of claims has."""

    title: str
    description: str
    columns: tuple[str, ...]
    own: Mapping[str, str]


def _read(declared: Mapping[str, Any]) -> Iterator[tuple[str, TableForm]]:
    for name, keys in declared["tables"].items():
        here = keys.get("here", {})
        columns = {
            column: _column(column, {**declared["columns"][column], **here.get(column, {})})
            for column in _listed(keys["columns"], declared["groups"])
        }
        known = {key: value for key, value in keys.items() if key != "here"}
        yield name, TableForm(**{**known, "name": name, "columns": MappingProxyType(columns)})


def _listed(columns: list[str], groups: Mapping[str, list[str]]) -> Iterator[str]:
    for column in columns:
        yield from groups[column[1:]] if column.startswith(_GROUP) else [column]


def _column(name: str, keys: Mapping[str, Any]) -> Column:
    return Column(**{**keys, "name": name, "values": tuple(keys.get("values", ()))})


def _flat(keys: Mapping[str, Any]) -> FlatForm:
    further = (column for name in CLAIM_TABLES for column in COLUMNS[name])
    return FlatForm(**{**keys, "columns": tuple(dict.fromkeys([*keys["columns"], *further, *keys["own"]]))})


_DECLARED = tomllib.loads(_FILE.read_text(encoding="utf-8"))
PROFILES: Mapping[str, str] = MappingProxyType(_DECLARED["profiles"])
TABLES: Mapping[str, TableForm] = MappingProxyType(dict(_read(_DECLARED)))
# The tables of a collection and their columns, in the order of the data model.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: table.names() for name, table in TABLES.items() if not table.stored}
)
CLAIM_TABLES = tuple(name for name, table in TABLES.items() if table.claims)
# What is stored of a document beside its row, and the columns of each.
STORED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: table.names() for name, table in TABLES.items() if table.stored}
)
# Tables written before a column existed, and by hand for small collections, may do without it.
OPTIONAL = frozenset(
    column.name for table in TABLES.values() for column in table.columns.values() if column.optional
)
FLAT = _flat(_DECLARED["flat"])
