"""What is pressed in each app, and where its effect is seen."""

from collections.abc import Sequence
from itertools import cycle

from playwright.sync_api import Page

from flows.query.claim_index import ClaimIndex
from flows.scene.routes import routes_from
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term
from tests.benchmarks.browser import Button, Spot, time_press
from tests.benchmarks.rounds import Act
from tests.benchmarks.walk import FACETS, walk

FRAME = "iframe.atlas-frame"
READY = Spot(frame=FRAME, find="[data-atlas-ready=true]", what="count")
ROUTES = Spot(frame=FRAME, find="[data-visible-routes]", what="data-visible-routes")
CARRIED_FRAME = "iframe[title='streamlit_folium.st_folium']"
CARRIED = Spot(frame=CARRIED_FRAME, find="[data-visible-routes]", what="data-visible-routes")
FOCUSED = Spot(frame=FRAME, find="[data-focus]", what="data-focus")
QUOTE = Spot(find=".st-key-narrative blockquote mark")
SAID = Spot(find=".st-key-said")
LINES = Spot(
    frame="iframe[title='streamlit_folium.st_folium']", find="path.leaflet-interactive", what="count"
)
HTML_LINES = Spot(frame="iframe[data-testid=stIFrame]", find="path.leaflet-interactive", what="count")
# A form that many routes of both collections have, and not all.
FORM = "forced_labor"
# Routes with words of their own that are clicked in turn.
CLICKED = 20


def floor_click(page: Page) -> Act:
    """Tick the checkbox of the bare page, until its text is another."""
    return lambda: time_press(page, Button(find=".st-key-types input"), SAID)


def filter_click(
    page: Page, atlas: Atlas, *, facets: Sequence[str] = FACETS, spot: Spot = ROUTES, each: bool = False
) -> Act:
    """Press pills of the atlas, each leading to a new selection, until the map shows its number of routes.

    Presses after which that number is the same cannot be timed: they are made and passed over, unless
    ``each`` press is wanted for what it costs.
    """
    steps = walk(atlas, facets)

    def act() -> float:
        for step in steps:
            milliseconds = time_press(page, step.button, spot, str(step.routes))
            if step.seen or each:
                return milliseconds
        raise AssertionError

    return act


def textbook_click(page: Page, atlas: Atlas) -> Act:
    """Press a form on and off in the textbook app, until as many lines are drawn as it has routes."""
    index = ClaimIndex(atlas)
    some = len(routes_from(index.claims_in(index.having("types", FORM))))
    counts = cycle((some, len(routes_from(atlas.claims))))
    button = Button(find=".st-key-types button", says=FORM)
    return lambda: time_press(page, button, LINES, str(next(counts)))


def legend_switch(page: Page) -> Act:
    """Press a form in the map's own legend, until the map shows another number of routes."""
    button = Button(frame=FRAME, find="button.atlas-switch", says=term("types", FORM).label)
    return lambda: time_press(page, button, ROUTES)


def mark_click(page: Page, atlas: Atlas) -> Act:
    """Click on one route after the other, until the words behind it stand in the panel."""
    quotes = {
        route.evidence.claims[0].passage.quote: f"route:{route.id}" for route in routes_from(atlas.claims)
    }
    ways = cycle(list(quotes.items())[:CLICKED])

    def act() -> float:
        quote, mark = next(ways)
        return time_press(page, Button(frame=FRAME, mark=mark), QUOTE, quote)

    return act


def focus_click(page: Page) -> Act:
    """Click on one country after the other, until its story stands in the panel."""
    countries = cycle(("MEX", "CUB", "USA", "GTM", "HND", "SLV"))

    def act() -> float:
        mark = f"country:{next(countries)}"
        return time_press(page, Button(frame=FRAME, mark=mark), FOCUSED, mark)

    return act
