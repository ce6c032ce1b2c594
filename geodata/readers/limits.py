"""How much is read: bounds that no collection made by hand reaches, and that keep a hostile file small."""

import os
import re
from dataclasses import dataclass, fields, replace

from geodata.problems import Report, in_quotation_marks

# Changes some of the limits, as in `ATLAS_LIMITS=rows=500000,seconds=30`.
SETTING = "ATLAS_LIMITS"

_PART = re.compile(r"\s*([a-z]+)\s*=\s*([0-9]{1,12})\s*")


class TooMuchError(ValueError):
    """A file that holds more than is read: what is too much, and the remedy."""

    def __init__(self, message: str, remedy: str = "Split the collection.") -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message} {remedy}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read; each is a whole number.

    ``file`` is bytes of one file, ``unfolded`` bytes of what a ZIP file or a workbook unfolds to, ``files``
    the files in a ZIP file. ``rows``, ``columns`` and ``cells`` are those of one table, ``record`` the
    characters of one of its rows, ``text`` the characters of a document. ``seconds`` is how long a workbook
    may take.
    """

    file: int = 50_000_000
    unfolded: int = 200_000_000
    files: int = 10_000
    rows: int = 250_000
    columns: int = 200
    cells: int = 5_000_000
    record: int = 2_000_000
    text: int = 10_000_000
    seconds: int = 2


def limits_of(report: Report) -> Limits:
    """Return the limits as the environment variable ATLAS_LIMITS changes them; a slip in it is noted."""
    known, changed = {field.name for field in fields(Limits)}, {}
    for part in filter(None, os.environ.get(SETTING, "").split(",")):
        found = _PART.fullmatch(part)
        if found and found[1] in known:
            changed[found[1]] = int(found[2])
        else:
            message = f"{in_quotation_marks(part)} is no limit."
            report.note(SETTING, message, f"Write one as rows=500000; known: {', '.join(sorted(known))}.")
    return replace(Limits(), **changed)


def check_size(rows: int, columns: int, cells: int, limits: Limits) -> None:
    """Raise TooMuchError where a table so far has more rows, columns or cells than are read."""
    for count, most, what in (
        (rows, limits.rows, "rows"),
        (columns, limits.columns, "columns"),
        (cells, limits.cells, "cells"),
    ):
        if count > most:
            raise TooMuchError(f"the table has more than {most:,} {what}.")
