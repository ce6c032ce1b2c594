"""What a reader asks: values chosen per facet, and a range of years."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

# Searches in words: they have no list of values, and are looked up in an index of their own.
WORDS = "words"
# In the order in which filters, links and sentences name them.
FACETS = (
    "types",
    "sectors",
    "settings",
    "roles",
    "groups",
    "assertion",
    "certainty",
    "access",
    "collections",
    "documents",
    "places",
    WORDS,
)

Values = frozenset[str]
NOTHING: Values = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Name the claims that are asked for.

    Within a facet any chosen value suffices; across facets all must hold; a facet with no value
    chosen restricts nothing. Values are vocabulary slugs, or ids of collections, documents and
    places; ``words`` are searches as `flows.query.word_search` writes them. ``years`` is an inclusive
    range (first, last) of the year that a claim speaks of.
    """

    types: Values = field(default=NOTHING)
    sectors: Values = field(default=NOTHING)
    settings: Values = field(default=NOTHING)
    roles: Values = field(default=NOTHING)
    groups: Values = field(default=NOTHING)
    assertion: Values = field(default=NOTHING)
    certainty: Values = field(default=NOTHING)
    access: Values = field(default=NOTHING)
    collections: Values = field(default=NOTHING)
    documents: Values = field(default=NOTHING)
    places: Values = field(default=NOTHING)
    words: Values = field(default=NOTHING)
    years: tuple[int, int] | None = None

    @classmethod
    def from_values(
        cls, chosen: Mapping[str, Iterable[str]], *, years: tuple[int, int] | None = None
    ) -> Self:
        """Build a selection from facet names and their chosen values."""
        return cls(**{facet: frozenset(values) for facet, values in chosen.items()}, years=years)

    def chosen(self, facet: str) -> Values:
        """Return the values chosen in ``facet``; empty when it restricts nothing."""
        values: Values = getattr(self, facet)
        return values

    def active(self) -> tuple[str, ...]:
        """Return the names of the facets that restrict something, ``years`` last."""
        facets = tuple(facet for facet in FACETS if self.chosen(facet))
        return (*facets, "years") if self.years else facets

    def choosing(self, facet: str, value: str) -> "Selection":
        """Return the same selection with ``value`` alone chosen in one facet."""
        chosen = {name: self.chosen(name) for name in FACETS} | {facet: frozenset({value})}
        return Selection.from_values(chosen, years=self.years)

    def without(self, facet: str) -> "Selection":
        """Return the same selection with one facet (or ``years``) unrestricted."""
        if facet == "years":
            return dataclasses.replace(self, years=None)
        chosen = {name: self.chosen(name) for name in FACETS if name != facet}
        return Selection.from_values(chosen, years=self.years)
