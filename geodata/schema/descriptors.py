"""Table Schema (datapackage.org): what the columns of a table hold, for any Frictionless tool."""

from collections.abc import Sequence
from typing import Any

from geodata.schema.columns import FIRST_YEAR, IDENT, LAST_YEAR, PROFILES, SHA256, TABLES, Column
from geodata.vocabulary.terms import slugs

Json = dict[str, Any]

_TYPES = {"year": "integer", "integer": "integer", "degrees": "number"}
_PATTERNS = {"id": IDENT.pattern, "sha256": SHA256.pattern, "address": "https?://.*"}
# Ids of places stand in the ids of routes, which join them by ~.
_PLACE = "[A-Za-z0-9_.-]+"


def package_profile() -> str:
    """Return the address that names the profile of a Data Package."""
    return PROFILES["package"]


def table_resource(name: str, table: str, path: str, columns: Sequence[str], documents: str) -> Json:
    """Describe a CSV file as a resource of a Data Package.

    Parameters
    ----------
    name
        Its own name.
    table
        The table of the schema whose columns it has.
    path
        Where it is, as seen from the descriptor.
    columns
        Those that it has; optional ones may be missing.
    documents
        The name of the resource that describes the documents of its claims.

    """
    form = TABLES[table]
    return {
        "name": name,
        "type": "table",
        "title": form.title,
        "description": form.description,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table, columns, documents),
    }


def table_schema(table: str, columns: Sequence[str], documents: str = "documents") -> Json:
    """Return the Table Schema of a table that has these columns."""
    form = TABLES[table]
    schema = {
        "$schema": PROFILES["table"],
        "fields": [_field(form.columns[column]) for column in columns],
        "missingValues": [""],
        "primaryKey": [form.key],
    }
    references = [
        {"fields": [column], "reference": {"resource": documents, "fields": ["id"]}}
        for column in columns
        if form.columns[column].type == "document"
    ]
    return schema | ({"foreignKeys": references} if references else {})


def _field(column: Column) -> Json:
    field = {"name": column.name, "type": _TYPES.get(column.type, "string")}
    constraints = _constraints(column)
    return field | {"description": column.description} | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> Json:
    found: Json = {"required": True} if column.required else {}
    if column.type == "id":
        found["unique"] = True
    words = words_of(column)
    if column.type == "word" and not column.any_case:
        return found | {"enum": list(words)}
    pattern = _pattern(column, words)
    return found | ({"pattern": f"^{pattern}$"} if pattern else {}) | _limits(column)


def words_of(column: Column) -> tuple[str, ...]:
    """Return the words that a column of words knows; of all lists where another column chooses one."""
    facets = (column.facet,) if column.facet else tuple(column.facets.values())
    return column.values or tuple(dict.fromkeys(slug for facet in facets for slug in slugs(facet)))


def _pattern(column: Column, words: Sequence[str]) -> str:
    if column.type == "words":
        return _listed(f"({'|'.join(words)})")
    if column.type == "word":
        return f"({'|'.join(map(_any_case, words))})"
    if column.type in {"place", "places"}:
        return _PLACE if column.type == "place" else _listed(_PLACE)
    if column.most_words:
        return rf"\S+(\s+\S+){{0,{column.most_words - 1}}}"
    return _PATTERNS.get(column.type, "")


def _listed(item: str) -> str:
    return rf"{item}(\|{item})*"


def _any_case(word: str) -> str:
    return "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in word)


def _limits(column: Column) -> Json:
    if column.type == "year":
        return {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    if column.type == "degrees":
        return {"minimum": -column.most, "maximum": column.most}
    if column.type == "integer":
        return {"minimum": 0}
    return {"maxLength": column.longest} if column.type == "text" else {}
