"""Cells to values: the cells of one row, read one by one; whatever is wrong with any of them is noted."""

import math
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import TypeVar

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.name_index import NameIndex
from geodata.problems import Report, in_quotation_marks
from geodata.readers.tables import LONGEST_COMPARED, Row, Table
from geodata.schema.columns import IDENT, LIST_SEPARATOR
from geodata.vocabulary.terms import slugs, terms

Member = TypeVar("Member", bound=StrEnum)

# One sentence of ours and the passage behind it are far shorter; so is every other cell.
LONGEST = {"statement": 2_000, "quote": 10_000, "note": 5_000}
LONGEST_CELL = 1_000
# A year outside these is a slip of the keys.
FIRST_YEAR, LAST_YEAR = 1900, 2100
YEAR = re.compile(r"[0-9]{4}")
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

    def note(self, message: str, remedy: str, value: str = "") -> None:
        """Note a problem of this row."""
        self.report.note(self.file, message, remedy, row=self.row.number, value=value)

    def text(self, column: str, *, needed: bool = False) -> str:
        """Return the text of a cell; noted where it is too long, or empty though needed."""
        text = self.row.cells.get(column, "")
        longest = LONGEST.get(column, LONGEST_CELL)
        if len(text) > longest:
            self.note(
                f"{column} has {len(text):,} characters, at most {longest:,} are allowed.",
                "Shorten it.",
                text[:LONGEST_COMPARED],
            )
            return text[:longest]
        if needed and not text:
            self.note(f"{column} is empty.", "Fill it in.")
        return text

    def ident(self, column: str) -> str:
        """Return an id; empty where it is not one, for ids become file names."""
        text = self.text(column, needed=True)
        if text and not IDENT.fullmatch(text):
            self._wrong(
                column, text, "is not an id", "Use letters A to Z, digits and _ ~ . - only, at most 120."
            )
            return ""
        return text

    def year(self, column: str = "year") -> int:
        """Return a year; 0 where there is none."""
        text = self.text(column, needed=True)
        year = int(text) if YEAR.fullmatch(text) else 0
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
        if text:
            self._wrong(column, text, "is not a year", f"Write four digits, {FIRST_YEAR} to {LAST_YEAR}.")
        return 0

    def degrees(self, column: str, limit: float) -> float:
        """Return a longitude or latitude in degrees; NaN for an empty cell, infinite beyond `limit`."""
        text = self.text(column)
        if not text:
            return math.nan
        degrees = float(text) if NUMBER.fullmatch(text) else math.inf
        if abs(degrees) > limit:
            self._wrong(column, text, "is not in degrees", f"Write a number from {-limit:g} to {limit:g}.")
            return math.inf
        return degrees

    def member(self, column: str, facet: str, kind: type[Member]) -> Member:
        """Return one word of a facet; the cell may not be empty."""
        text = self.text(column, needed=True)
        if not text or self._unknown(column, facet, [text]):
            return next(iter(kind))
        return kind(text)

    def word(self, column: str, facet: str, *, needed: bool = False, fold: bool = False) -> str:
        """Return one word of a facet, or nothing for an empty cell; `fold` lets its case differ."""
        text = self.text(column, needed=needed)
        if text and not (fold and text.casefold() in slugs(facet)):
            self._unknown(column, facet, [text])
        return text

    def words(self, column: str, facet: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the words of a facet that a cell lists, each once; `otherwise` for an empty cell."""
        listed = self.listed(column)
        self._unknown(column, facet, listed)
        return listed or otherwise

    def listed(self, column: str) -> tuple[str, ...]:
        """Return what a cell lists between its separators, each once."""
        items = (item.strip() for item in self.text(column).split(LIST_SEPARATOR))
        return tuple(dict.fromkeys(item for item in items if item))

    def place(self, column: str, *, needed: bool = True) -> str:
        """Return the id of a known place."""
        text = self.text(column, needed=needed)
        self._unknown_places(column, [text] if text else [])
        return text

    def places(self, column: str) -> tuple[str, ...]:
        """Return the ids of the known places that a cell lists, in its order."""
        items = tuple(item.strip() for item in self.text(column).split(LIST_SEPARATOR) if item.strip())
        self._unknown_places(column, items)
        return items

    def _unknown(self, column: str, facet: str, found: Iterable[str]) -> bool:
        known = slugs(facet)
        unknown = [slug for slug in found if slug not in known]
        for slug in unknown:
            like = _names(facet).closest(slug[:LONGEST_COMPARED])
            every = (
                f"Known: {', '.join(known)}."
                if len(known) <= LISTED
                else "See geodata/vocabulary/vocabulary.toml."
            )
            self._wrong(
                column, slug, f"is not a known word of {facet}", f'Closest: "{like}".' if like else every
            )
        return bool(unknown)

    def _unknown_places(self, column: str, found: Iterable[str]) -> None:
        for ident in found:
            if ident not in self.gazetteer:
                like = self.gazetteer.closest(ident[:LONGEST_COMPARED])
                remedy = f'Closest: "{like.name}" ({like.id}).' if like else PLACE_REMEDY
                self._wrong(column, ident, "is not a known place", remedy)

    def _wrong(self, column: str, value: str, what: str, remedy: str) -> None:
        self.note(f"{column} {in_quotation_marks(value)} {what}.", remedy, value)


@cache
def _names(facet: str) -> NameIndex:
    return NameIndex((term.slug, (term.slug, term.label)) for term in terms(facet))
