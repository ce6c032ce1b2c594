"""Table Schema (datapackage.org): what the columns of an exported table hold."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from geodata.schema.columns import CLAIM_TABLES
from geodata.vocabulary.terms import slugs

Json = dict[str, Any]

_FILE = Path(__file__).with_name("fields.toml")


@cache
def _words() -> Json:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def package_profile() -> str:
    """Return the address that names the profile of a Data Package."""
    return str(_words()["profiles"]["package"])


def table_resource(name: str, table: str, path: str, columns: Sequence[str]) -> Json:
    """Describe a CSV file as a resource of a Data Package.

    ``name`` is its own, ``table`` the one whose columns it has, ``path`` leads to it from the descriptor.
    """
    about = _words()["tables"][table]
    return {
        "name": name,
        "type": "table",
        "title": about["title"],
        "description": about["description"],
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table, columns),
    }


def table_schema(table: str, columns: Sequence[str]) -> Json:
    """Return the Table Schema of a table with these columns."""
    about = _words()["tables"][table]
    schema = {
        "$schema": _words()["profiles"]["table"],
        "fields": [_field(column, required=column in about["required"]) for column in columns],
        "missingValues": [""],
        "primaryKey": about["primary"],
    }
    if table in CLAIM_TABLES:
        reference = {"resource": "documents", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["document"], "reference": reference}]
    return schema


def _field(column: str, *, required: bool) -> Json:
    about = _words()["fields"][column]
    constraints: Json = {"required": True} if required else {}
    if "facet" in about:
        constraints["enum"] = list(slugs(about["facet"]))
    if "pattern" in about:
        constraints["pattern"] = _words()["patterns"][about["pattern"]]
    field = {"name": column, "type": about.get("type", "string"), "description": about["description"]}
    return field | ({"constraints": constraints} if constraints else {})
