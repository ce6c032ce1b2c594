"""What else is pressed in each app, and where its effect is seen."""

from itertools import cycle

from playwright.sync_api import Browser, Page

from flows.query.claim_index import ClaimIndex
from flows.scene.routes import routes_from
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term
from tests.benchmarks.browser import Button, Spot, new_page, rest, time_press, visit
from tests.benchmarks.filters import FRAME, PICTURE
from tests.benchmarks.rounds import Act

READY = Spot(frame=FRAME, find="[data-atlas-ready=true]", what="count")
FOCUSED = Spot(frame=FRAME, find="[data-focus]", what="data-focus")
QUOTE = Spot(find=".st-key-narrative blockquote mark")
TITLE = Spot(find=".st-key-narrative h2")
SAID = Spot(find=".st-key-said")
LINES = Spot(
    frame="iframe[title='streamlit_folium.st_folium']", find="path.leaflet-interactive", what="count"
)
HTML_LINES = Spot(frame="iframe[data-testid=stIFrame]", find="path.leaflet-interactive", what="count")
FINDING = Spot(find=".atlas-finding", what="words")
HELLO_LINE = Spot(find="[data-testid=stText]", what="words")
TICK = Button(find=".st-key-types input")
# A form that many routes of both collections have, and not all.
FORM = "forced_labor"
# Routes with words of their own that are clicked in turn.
CLICKED = 20
COUNTRIES = ("MEX", "CUB", "USA", "GTM", "HND", "SLV")


def floor_click(browser: Browser, address: str) -> Act:
    """Open the bare page; tick its checkbox, until its text is another."""
    page = new_page(browser)
    visit(page, address, SAID)
    rest(page)
    return lambda: time_press(page, TICK, SAID)


def textbook_click(page: Page, atlas: Atlas) -> Act:
    """Press a form on and off in the textbook app, until as many lines are drawn as it has routes."""
    index = ClaimIndex(atlas)
    some = len(routes_from(index.claims_in(index.having("types", FORM))))
    counts = cycle((some, len(routes_from(atlas.claims))))
    button = Button(find=".st-key-types button", says=FORM)
    return lambda: time_press(page, button, LINES, str(next(counts)))


def legend_switch(page: Page) -> Act:
    """Press a form in the map's own legend, until the map shows other marks."""
    button = Button(frame=FRAME, find="button.atlas-switch", says=term("types", FORM).label)
    return lambda: time_press(page, button, PICTURE)


def mark_click(page: Page, atlas: Atlas) -> Act:
    """Click on one route after the other, until the words behind it stand in the panel."""
    firsts = {f"route:{route.id}": route.evidence.claims[0].passage for route in routes_from(atlas.claims)}
    quotes = {passage.quote: mark for mark, passage in firsts.items() if passage}
    ways = cycle(list(quotes.items())[:CLICKED])

    def act() -> float:
        quote, mark = next(ways)
        return time_press(page, Button(frame=FRAME, mark=mark), QUOTE, quote)

    return act


def focus_click(page: Page, atlas: Atlas, *, story: bool) -> Act:
    """Click on one country after the other, until the map is dimmed, or its story stands in the panel."""
    countries = cycle(COUNTRIES)

    def act() -> float:
        country = next(countries)
        mark = f"country:{country}"
        spot, wanted = (TITLE, atlas.gazetteer[country].name) if story else (FOCUSED, mark)
        return time_press(page, Button(frame=FRAME, mark=mark), spot, wanted)

    return act
