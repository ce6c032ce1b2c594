"""Presses on every filter: of the atlas as it opens, with every route, and grown to 3,000."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import close_pages, new_page, rest, visit
from tests.benchmarks.filters import MAIN_PILLS, MORE_PILLS, PICKED, filter_act
from tests.benchmarks.names import (
    EVERY,
    EVERY_PILL,
    FLOOR,
    FLOOR_PRESS,
    MANY,
    OPEN,
    PRESS,
    TEXTBOOK,
    TEXTBOOK_PRESS,
    TWO,
)
from tests.benchmarks.rounds import Act, Row, Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, page_of, serving

# How many routes each asks the map for; None leaves it to the map.
TOPS = {TWO: None, OPEN: None, EVERY: 400, MANY: 3_000}


def query_of(app: str) -> str:
    """Return the link under which an app draws as many routes as it says."""
    return f"/?top={TOPS[app]}" if TOPS[app] else "/"


@contextmanager
def atlases(many: Path) -> Iterator[dict[str, tuple[str, Atlas]]]:
    """Serve the atlas as it ships and grown; yield address and atlas of each app, until the block ends."""
    shipped, grown = load_atlas(), load_atlas([many])
    with serving(ATLAS) as ships, serving(ATLAS, settings={CHOSEN_COLLECTIONS: str(many)}) as grew:
        yield {
            OPEN: (ships.address + query_of(OPEN), shipped),
            EVERY: (ships.address + query_of(EVERY), shipped),
            MANY: (grew.address + query_of(MANY), grown),
        }


def open_page(browser: Browser, address: str, *, more: bool = False) -> Page:
    """Open the atlas and wait until all of it stands; with ``more`` its other filters too."""
    page = new_page(browser)
    visit(page, address, acts.READY)
    page.locator(".st-key-roles button").first.wait_for()
    rest(page)
    if more:
        page.get_by_text("More filters").click()
        page.locator(".st-key-places input").wait_for()
        rest(page)
    return page


def measure_presses(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by filter and app, those of all pills together too."""
    turns: dict[Row, Act] = {}
    with ExitStack() as stack:
        floor = stack.enter_context(serving(APPS / "floor.py"))
        turns[FLOOR_PRESS, FLOOR] = acts.floor_click(browser, floor.address)
        for app, (address, atlas) in stack.enter_context(atlases(many)).items():
            folded, unfolded = open_page(browser, address), open_page(browser, address, more=True)
            for facet in (*MAIN_PILLS, "routes", *MORE_PILLS, *PICKED, "years"):
                page = folded if facet in {*MAIN_PILLS, "routes"} else unfolded
                if facet != "collections" or len(atlas.collections) > 1:
                    act = filter_act(page, atlas, facet, TOPS[app])
                    turns |= {(PRESS.format(facet=facet), app): act} if act else {}
        settings = {CHOSEN_COLLECTIONS: str(many)} | page_of("textbook")
        textbook = stack.enter_context(serving(APPS / "served.py", settings=settings))
        old = new_page(browser)
        visit(old, textbook.address, acts.LINES)
        turns[TEXTBOOK_PRESS, TEXTBOOK] = acts.textbook_click(old, load_atlas([many]))
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    return _with_all_pills(found)


def _with_all_pills(found: Samples) -> Samples:
    pills = {PRESS.format(facet=facet) for facet in (*MAIN_PILLS, *MORE_PILLS)}
    together: Samples = {}
    for (what, app), values in found.items():
        if what in pills:
            together.setdefault((EVERY_PILL, app), []).extend(values)
    return {row: values for row, values in found.items() if row[1] == FLOOR} | together | found
