"""Terms: what each word of the vocabulary is called, what it means and how it is marked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the vocabulary: what it is called, what it means and how it is marked."""

    slug: str
    label: str
    definition: str
    source: str
    short: str
    parents: tuple[str, ...] = ()
    colour: str = ""
    symbol: str = ""
    legend: str = ""


def _read_terms() -> Mapping[str, Mapping[str, Term]]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            facet: MappingProxyType({slug: _term(slug, keys) for slug, keys in words.items()})
            for facet, words in tables.items()
        }
    )


def _term(slug: str, keys: dict[str, str | list[str]]) -> Term:
    words = {"short": keys["label"], **keys}
    texts = {key: str(value) for key, value in words.items() if key != "parents"}
    return Term(slug=slug, parents=tuple(keys.get("parents", ())), **texts)


_TERMS = _read_terms()


def terms(facet: str) -> tuple[Term, ...]:
    """Return the terms of a facet in the order of the vocabulary; KeyError for an unknown facet."""
    return tuple(_TERMS[facet].values())


def term(facet: str, slug: str) -> Term:
    """Return one term; KeyError for an unknown facet or slug."""
    return _TERMS[facet][slug]


def slugs(facet: str) -> tuple[str, ...]:
    """Return the slugs of a facet in the order of the vocabulary; KeyError for an unknown facet."""
    return tuple(_TERMS[facet])


@cache
def with_descendants(slug: str) -> frozenset[str]:
    """Return a trafficking type and all types below it, since choosing a parent chooses its children."""
    below = (term.slug for term in terms("types") if slug in term.parents)
    return frozenset({slug}).union(*(with_descendants(child) for child in below))
