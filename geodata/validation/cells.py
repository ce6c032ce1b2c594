"""Cells to values: the cells of one row by column, as the schema declares it; whatever is wrong is noted."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.name_index import NameIndex
from geodata.problems import Report, in_quotation_marks
from geodata.readers.tables import LONGEST_COMPARED, Row, Table
from geodata.schema.columns import (
    ADDRESSES,
    FIRST_YEAR,
    IDENT,
    LAST_YEAR,
    LIST_SEPARATOR,
    SHA256,
    TABLES,
    Column,
)
from geodata.vocabulary.enums import MEMBERS, UNSPECIFIED
from geodata.vocabulary.terms import slugs, terms

YEAR = re.compile(r"[0-9]{4}")
INTEGER = re.compile(r"[0-9]{1,9}")
NUMBER = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,15})?")
# A remedy lists the words of a short facet and names the file of a long one.
LISTED = 12
PLACE_REMEDY = (
    "Use an alpha-3 code (MEX), a first-level unit (PE-MDD), a region (latin_america) or an id of places.csv."
)


class Cells:
    """Read the cells of one row; a value that stands in for a wrong cell never outlives the report."""

    def __init__(self, table: Table, row: Row, gazetteer: Gazetteer, report: Report) -> None:
        self.file, self.row, self.gazetteer, self.report = table.file, row, gazetteer, report
        self.columns = TABLES[table.name].columns

    def note(self, message: str, remedy: str, value: str = "") -> None:
        """Note a problem of this row."""
        self.report.note(self.file, message, remedy, row=self.row.number, value=value)

    def values(self) -> dict[str, Any]:
        """Return the value of every column; those that only workbooks have are left out."""
        return {name: self.value(name) for name, column in self.columns.items() if not column.workbook}

    def value(self, name: str) -> Any:  # noqa: ANN401 — the column decides
        """Return what stands in a column.

        A text, and one word of a list, is a `str`, a list of words or places a tuple. An empty cell is an
        empty text, an empty tuple (or the word for what is not named), the year 0, or degrees that are NaN.
        """
        column = self.columns[name]
        if column.required or self.row.cells.get(name):
            return _READ[column.type](self, column)
        return (UNSPECIFIED,) if column.unspecified else _NOTHING.get(column.type, "")

    def text(self, name: str) -> str:
        """Return the text of a cell; noted where it is too long, or empty though needed."""
        column, text = self.columns[name], self.row.cells.get(name, "")
        if len(text) > column.longest:
            message = f"{name} has {len(text):,} characters, at most {column.longest:,} are allowed."
            self.note(message, "Shorten it.", text[:LONGEST_COMPARED])
            return text[: column.longest]
        if column.required and not text:
            self.note(f"{name} is empty.", "Fill it in.")
        if column.most_words and len(text.split()) > column.most_words:
            count = f"{len(text.split())} words, at most {column.most_words} are allowed"
            self.note(f"{name} {in_quotation_marks(text)} has {count}.", "Shorten it.", text)
        return text

    def wrong(self, name: str, value: str, what: str, remedy: str) -> None:
        """Note a value that is not what its column holds."""
        self.note(f"{name} {in_quotation_marks(value)} {what}.", remedy, value)

    def items(self, name: str) -> tuple[str, ...]:
        """Return what a cell lists between its separators, without empty items."""
        return tuple(item.strip() for item in self.text(name).split(LIST_SEPARATOR) if item.strip())


def _text(cells: Cells, column: Column) -> str:
    return cells.text(column.name)


def _id(cells: Cells, column: Column) -> str:
    """Read an id; empty where it is not one, for ids become file names."""
    text = cells.text(column.name)
    if text and not IDENT.fullmatch(text):
        remedy = "Use letters A to Z, digits and _ ~ . - only, at most 120."
        cells.wrong(column.name, text, "is not an id", remedy)
        return ""
    return text


def _word(cells: Cells, column: Column) -> str:
    text = cells.text(column.name)
    facet = column.facets.get(cells.text(column.by), "") if column.by else column.facet
    if not text or not (facet or column.values):
        return text
    known = column.values or slugs(facet)
    if text not in known and not (column.any_case and text.casefold() in known):
        _note_unknown_word(cells, column, facet, text)
        return next(iter(MEMBERS[facet])) if facet in MEMBERS else text
    return MEMBERS[facet](text) if facet in MEMBERS else text


def _words(cells: Cells, column: Column) -> tuple[str, ...]:
    """Read the words that a cell lists, each once."""
    listed = tuple(dict.fromkeys(cells.items(column.name)))
    for slug in listed:
        if slug not in slugs(column.facet):
            _note_unknown_word(cells, column, column.facet, slug)
    return listed or ((UNSPECIFIED,) if column.unspecified else ())  # nothing but separators


def _note_unknown_word(cells: Cells, column: Column, facet: str, word: str) -> None:
    known = column.values or slugs(facet)
    like = cells.report.suggest(facet, word[:LONGEST_COMPARED], _names(facet).closest) if facet else None
    every = f"Known: {', '.join(known)}." if len(known) <= LISTED else _VOCABULARY
    what = f"is not a known word of {facet}" if facet else "is not a known word"
    cells.wrong(column.name, word, what, f'Closest: "{like}".' if like else every)


def _place(cells: Cells, column: Column) -> str:
    text = cells.text(column.name)
    _note_unknown_places(cells, column, [text] if text else [])
    return text


def _places(cells: Cells, column: Column) -> tuple[str, ...]:
    """Read the places that a cell lists, in its order; a movement may pass one twice."""
    items = cells.items(column.name)
    _note_unknown_places(cells, column, items)
    return items


def _note_unknown_places(cells: Cells, column: Column, found: Iterable[str]) -> None:
    for ident in found:
        if ident not in cells.gazetteer:
            like = cells.report.suggest("place", ident[:LONGEST_COMPARED], cells.gazetteer.closest)
            remedy = f'Closest: "{like.name}" ({like.id}).' if like else PLACE_REMEDY
            cells.wrong(column.name, ident, "is not a known place", remedy)


def _year(cells: Cells, column: Column) -> int:
    text = cells.text(column.name)
    year = int(text) if YEAR.fullmatch(text) else 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if text:
        remedy = f"Write four digits, {FIRST_YEAR} to {LAST_YEAR}."
        cells.wrong(column.name, text, "is not a year", remedy)
    return 0


def _integer(cells: Cells, column: Column) -> int | str:
    text = cells.text(column.name)
    if text and not INTEGER.fullmatch(text):
        cells.wrong(column.name, text, "is not a whole number", "Write digits only, at most nine.")
        return 0
    return int(text) if text else ""


def _degrees(cells: Cells, column: Column) -> float:
    """Read a longitude or latitude in degrees; infinite for one that is wrong."""
    text = cells.text(column.name)
    degrees = float(text) if NUMBER.fullmatch(text) else math.inf
    if abs(degrees) > column.most:
        remedy = f"Write a number from {-column.most:g} to {column.most:g}."
        cells.wrong(column.name, text, "is not in degrees", remedy)
        return math.inf
    return degrees


def _address(cells: Cells, column: Column) -> str:
    url = cells.text(column.name)
    if url and not url.startswith(ADDRESSES):
        cells.wrong(column.name, url, "is not a web address", "Begin it with https://.")
    return url


def _sha256(cells: Cells, column: Column) -> str:
    text = cells.text(column.name)
    if text and not SHA256.fullmatch(text):
        cells.wrong(column.name, text, "is not a SHA-256 checksum", "Write 64 digits, 0 to 9 and a to f.")
    return text


@cache
def _names(facet: str) -> NameIndex:
    return NameIndex((term.slug, (term.slug, term.label)) for term in terms(facet))


_VOCABULARY = "See geodata/vocabulary/vocabulary.toml."
# What an empty cell stands for, where it is no text.
_NOTHING: Mapping[str, Any] = {"words": (), "places": (), "year": 0, "degrees": math.nan}
_READ: Mapping[str, Callable[[Cells, Column], Any]] = {
    "text": _text,
    "id": _id,
    "document": _text,
    "word": _word,
    "words": _words,
    "place": _place,
    "places": _places,
    "year": _year,
    "integer": _integer,
    "degrees": _degrees,
    "address": _address,
    "sha256": _sha256,
}
