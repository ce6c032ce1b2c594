"""What cities and areas that the gazetteer does not list by themselves are called in other languages."""

import csv
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "places" / "label_names.csv"


def other_names(name: str) -> tuple[str, ...]:
    """Return the Spanish, Portuguese and French names of a city or area by its English name, if known."""
    return _table().get(name, ())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    with _FILE.open(encoding="utf-8", newline="") as stream:
        _header, *rows = csv.reader(stream)
    return {name: tuple(others) for name, *others in rows}
