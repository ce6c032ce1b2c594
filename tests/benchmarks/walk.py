"""A walk through the filters on which no selection comes twice, and the map is never empty.

Scenes of known selections are kept, so pressing one value on and off would only measure the keeping.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.query.selection import Selection
from flows.scene.scene import compose, index_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term
from tests.benchmarks.browser import Button

# Filters that are pills in sight on the page, and whose values routes have.
FACETS = ("types", "sectors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One press of a filter: what is selected then, how many routes that has, and whether that is news."""

    button: Button
    selection: Selection
    routes: int
    seen: bool


def walk(atlas: Atlas, facets: Sequence[str] = FACETS) -> Iterator[Step]:
    """Yield presses that lead from one new selection to the next, those that change the routes first."""
    options = [(facet, value) for facet in facets for value in sorted(index_of(atlas).values(facet))]
    at, been = Selection(), {Selection()}
    while True:
        ways = [
            (facet, value, then, _routes(atlas, then))
            for facet, value in options
            if (then := _toggled(at, facet, value)) not in been and _routes(atlas, then)
        ]
        if not ways:
            raise ValueError("The walk through the filters has come to an end: ask for fewer samples.")
        facet, value, then, routes = min(ways, key=lambda way: way[3] == _routes(atlas, at))
        news = routes != _routes(atlas, at)
        yield Step(button=pill(facet, value), selection=then, routes=routes, seen=news)
        been.add(then)
        at = then


def pill(facet: str, value: str) -> Button:
    """Return the pill of a filter value on the page."""
    found = term(facet, value)
    return Button(find=f".st-key-{facet} button", says=found.short or found.label)


def _toggled(selection: Selection, facet: str, value: str) -> Selection:
    return dataclasses.replace(selection, **{facet: selection.chosen(facet) ^ {value}})


def _routes(atlas: Atlas, selection: Selection) -> int:
    return len(compose(atlas, selection).routes)
