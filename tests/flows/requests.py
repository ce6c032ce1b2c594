"""Requests by chance: filters, focus, hidden layers, number of routes and tiers, as readers mix them."""

from random import Random

from flows.maps.legend import LAYERS
from flows.query.focus import Focus
from flows.query.links import HIDDEN_AT_FIRST, Request
from flows.query.selection import FACETS, WORDS, Selection
from flows.query.word_search import canonical
from flows.scene.hotspots import hotspots_from
from flows.scene.routes import routes_from
from flows.scene.scene import index_of
from flows.scene.tiers import ranked_years
from geodata.model.atlas import Atlas


def random_request(atlas: Atlas, chance: Random) -> Request:
    """Make a request by chance; one in ten asks nothing of the claims."""
    some = chance.random() < 0.9
    hide = set(HIDDEN_AT_FIRST) if chance.random() < 0.6 else set()
    if chance.random() < 0.3:
        hide |= {layer for layer in LAYERS if chance.random() < 0.3}
    return Request(
        selection=_selection(atlas, chance) if some else Selection(),
        focus=_focus(atlas, chance) if chance.random() < 0.5 else None,
        hide=frozenset(hide),
        top=chance.choice([None, None, 1, 10, 50, 200, 1000]),
        tiers=chance.choice([None, None, *ranked_years(atlas)]),
    )


def _selection(atlas: Atlas, chance: Random) -> Selection:
    index = index_of(atlas)
    chosen = {}
    for facet in chance.sample(FACETS, chance.choice([0, 1, 1, 1, 2, 2, 3])):
        values = sorted(index.values(facet))
        if facet == WORDS:
            chosen[facet] = _searches(atlas, chance)
        elif values:
            chosen[facet] = chance.sample(values, min(len(values), chance.choice([1, 1, 2, 3, 5])))
    years = sorted(index.years())
    span = None
    if chance.random() < 0.2:
        first, last = sorted(chance.choices(years, k=2))
        span = first, last
    return Selection.from_values(chosen, years=span)


def _searches(atlas: Atlas, chance: Random) -> list[str]:
    """Make one search or two of words that stand beside one another in a claim, as they stand or cut."""
    found = []
    for _search in range(chance.choice([1, 1, 2])):
        words = chance.choice(atlas.claims).statement.split()
        first = chance.randrange(len(words))
        run = words[first : first + chance.choice([1, 1, 2, 3])]
        cut = [word[: chance.choice([3, 5, 20])] + chance.choice(["", "", "s", "ing"]) for word in run]
        found.append(canonical(chance.choice([" ".join(run), " ".join(cut), f'"{" ".join(run)}"', "*"])))
    return [search for search in found if search]


def _focus(atlas: Atlas, chance: Random) -> Focus | None:
    claim = chance.choice(atlas.claims)
    places = [*claim.places, "USA", "latin_america", "NOWHERE"]
    texts = [
        f"claim:{claim.id}",
        f"country:{chance.choice(places)}",
        f"region:{chance.choice(places)}",
        f"note:{claim.id}",
        f"route:{chance.choice(routes_from(atlas.claims)).id}",
        f"hotspot:{chance.choice(hotspots_from(atlas.claims)).id}",
    ]
    return Focus.from_text(chance.choice(texts))
