"""The documentation of the columns: one page in Markdown, made from the schema."""

from collections.abc import Iterator

from geodata.schema.columns import FIRST_YEAR, FLAT, LAST_YEAR, TABLES, Column, TableForm
from geodata.schema.descriptors import words_of

_HEAD = """# The tables of a collection and their columns

Made from `geodata/schema/schema.toml` by `python -m geodata.build.descriptors`: change that file, not this.

A table is a CSV file of this name in the folder of a collection, or a sheet of this name in a workbook.
Several values in one cell have `|` between them. *Needed* columns may not be empty; *may be missing* says
that a table can do without the column. The words are those of `geodata/vocabulary/vocabulary.toml`.
"""
_HOLDS = {
    "text": "text",
    "id": "an id: letters A to Z, digits and `_ ~ . -`, unique",
    "document": "an id of `documents`",
    "place": "the id of a place",
    "places": "ids of places",
    "year": f"a year, {FIRST_YEAR} to {LAST_YEAR}",
    "integer": "a whole number",
    "address": "a web address",
    "sha256": "64 hexadecimal digits",
}
# Longer lists are named, not written out.
_LISTED = 8


def columns_page() -> str:
    """Return the page: a section for each table, a row for each column."""
    parts = [_HEAD, *("\n".join(_section(table)) + "\n" for table in TABLES.values())]
    return "\n".join([*parts, "\n".join(_flat()) + "\n"])


def _section(table: TableForm) -> Iterator[str]:
    where = f"`{table.name}`"
    if table.stored:
        where += f" (`documents/<id>.{table.name}.csv`, or a sheet that begins with the column `document`)"
    if table.name == "texts":
        where = (
            "`texts` (in a workbook only, beginning with the column `document`; else `documents/<id>.txt`)"
        )
    yield f"## {table.title}\n"
    yield f"{where}. {table.description}\n"
    yield "| column | needed | holds | what it says |"
    yield "|---|---|---|---|"
    for column in table.columns.values():
        yield f"| `{column.name}` | {_needed(column)} | {_holds(column)} | {_escaped(column.description)} |"


def _flat() -> Iterator[str]:
    yield f"## {FLAT.title}\n"
    yield f"The exports in CSV and GeoJSON. {FLAT.description} Its columns in their order:\n"
    for column in FLAT.columns:
        yield f"- `{column}`: {FLAT.own[column]}" if column in FLAT.own else f"- `{column}`"


def _needed(column: Column) -> str:
    if column.required:
        return "needed"
    return "in workbooks" if column.workbook else "may be missing" if column.optional else ""


def _holds(column: Column) -> str:
    parts = [_kind(column)]
    if column.most_words:
        parts.append(f"at most {column.most_words} words")
    if column.evidence:
        parts.append(f"{column.evidence} documents only")
    return ", ".join(parts)


def _kind(column: Column) -> str:
    if column.type == "degrees":
        return f"degrees, {-column.most:g} to {column.most:g}"
    if column.type not in {"word", "words"}:
        return _HOLDS[column.type]
    words, one = words_of(column), "one of" if column.type == "word" else "any of"
    if len(words) > _LISTED and column.facet:
        return f"{one} the words of `{column.facet}`"
    return f"{one} {', '.join(f'`{word}`' for word in words)}"


def _escaped(text: str) -> str:
    return text.replace("|", r"\|")
