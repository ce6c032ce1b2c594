"""Terms: what each word of the vocabulary is called, what it means and how it is marked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the vocabulary: what it is called, what it means and how it is marked.

    `names` holds the label in `es`, `pt` and `fr`, `aliases` other words that a search should find; both
    are empty in lists that nobody searches.
    """

    slug: str
    label: str
    definition: str
    source: str
    short: str
    parents: tuple[str, ...] = ()
    colour: str = ""
    symbol: str = ""
    legend: str = ""
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    aliases: tuple[str, ...] = ()


def _read_terms() -> Mapping[str, Mapping[str, Term]]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            facet: MappingProxyType({slug: _term(slug, keys) for slug, keys in words.items()})
            for facet, words in tables.items()
        }
    )


def _term(slug: str, keys: Mapping[str, Any]) -> Term:
    lists = {key: tuple(keys.get(key, ())) for key in ("parents", "aliases")}
    names = {"names": MappingProxyType(keys.get("names", {}))}
    return Term(**{"slug": slug, "short": keys["label"], **keys, **lists, **names})


_TERMS = _read_terms()


def facets() -> tuple[str, ...]:
    """Return the names of all lists of words, in the order of the vocabulary."""
    return tuple(_TERMS)


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
