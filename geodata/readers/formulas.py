"""Formulas: text that a spreadsheet would run is held by an apostrophe in tables, and freed when read.

Hold and free undo each other for every text, also for one that begins with an apostrophe of its own.
"""

import re

# A spreadsheet runs a cell that begins with one of these signs, and some pass over white space before it.
_RUN = re.compile(r"'*\s*[=+\-@]")
_HELD = re.compile(r"'+\s*[=+\-@]")


def escape_formula(text: str) -> str:
    """Return a text as a table keeps it: with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if _RUN.match(text) else text


def unescape_formula(cell: str) -> str:
    """Return the text that a cell of a table stands for, without the apostrophe that holds it."""
    return cell[1:] if _HELD.match(cell) else cell
