"""Names of countries and first-level units in English, Spanish, Portuguese and French."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "es", "pt", "fr")
# Babel's alias list lacks the code that Kosovo has here.
ALPHA_2 = {"XKX": "XK"}

Row = Mapping[str, Any]


def country_names(place: str, corrections: Row) -> dict[str, str]:
    """Return a country's names by language: CLDR's, or the correction where there is one.

    Parameters
    ----------
    place
        ISO 3166-1 alpha-3 code.
    corrections
        What `read_corrections` returns.

    """
    corrected: dict[str, str] = corrections["names"].get(place, {})
    return cldr_names(place) | corrected


def cldr_names(place: str) -> dict[str, str]:
    """Return CLDR's names of a country by language, as they stand there."""
    code = ALPHA_2.get(place) or get_global("territory_aliases")[place][0]
    return {language: Locale(language).territories[code] for language in LANGUAGES}


def unit_names(unit: Row, corrections: Row) -> dict[str, str]:
    """Return a first-level unit's names by language.

    English is the name in ISO 3166-2, since Natural Earth's English names mix styles and, for a few units,
    belong to a neighbour; the other languages are Natural Earth's without words such as "Parroquia de".

    Parameters
    ----------
    unit
        Row of `read_first_level`.
    corrections
        What `read_corrections` returns.

    """
    names = {"en": unit["iso_name"]}
    names |= {
        language: _stripped(unit[f"name_{language}"], corrections["strip"]) for language in LANGUAGES[1:]
    }
    corrected: dict[str, str] = corrections["names"].get(unit["code"], {})
    return names | corrected


def aliases(names: Mapping[str, str], others: Iterable[object]) -> tuple[str, ...]:
    """Return the other names that are not among a place's names yet, in their order."""
    known = {name.casefold() for name in names.values()}
    kept: list[str] = []
    for other in others:
        name = other.strip() if isinstance(other, str) else ""  # a missing cell is NaN
        if name and name.casefold() not in known:
            kept.append(name)
            known.add(name.casefold())
    return tuple(kept)


def name_cells(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by language as the cells of a table: `name` is English."""
    return {"name": names["en"]} | {f"name_{language}": names[language] for language in LANGUAGES[1:]}


def _stripped(name: str, strip: Row) -> str:
    for prefix in strip["prefixes"]:
        name = name.removeprefix(prefix)
    for suffix in strip["suffixes"]:
        name = name.removesuffix(suffix)
    return name
