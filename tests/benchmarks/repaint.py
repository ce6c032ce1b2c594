"""From a press to the paint that shows its effect: filters, the map's legend, marks; all apps in turn."""

from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, rest, visit
from tests.benchmarks.names import FILTER, FLOOR, LEGEND, MANY, MARK, TEXTBOOK, TWO
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, Server, page_of, serving


def measure_repaints(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by what was pressed and in which app; ``many`` holds the made-up routes."""
    chosen = {CHOSEN_COLLECTIONS: str(many)}
    two_documents, many_routes = load_atlas(), load_atlas([many])
    with ExitStack() as stack:
        floor = stack.enter_context(serving(APPS / "floor.py"))
        two = stack.enter_context(serving(ATLAS))
        grown = stack.enter_context(serving(ATLAS, settings=chosen))
        textbook = stack.enter_context(serving(APPS / "served.py", settings=chosen | page_of("textbook")))

        def opened(server: Server, spot: Spot = acts.READY) -> Page:
            page = new_page(browser)
            visit(page, server.address, spot)
            rest(page)
            return page

        # A page for each kind of press: what one has chosen must not stand in the way of another.
        turns = {
            (FILTER, FLOOR): acts.floor_click(opened(floor, acts.SAID)),
            (FILTER, TWO): acts.filter_click(opened(two), two_documents),
            (FILTER, MANY): acts.filter_click(opened(grown), many_routes),
            (FILTER, TEXTBOOK): acts.textbook_click(opened(textbook, acts.LINES), many_routes),
            (LEGEND, TWO): acts.legend_switch(opened(two)),
            (LEGEND, MANY): acts.legend_switch(opened(grown)),
            (MARK, TWO): acts.mark_click(opened(two), two_documents),
            (MARK, MANY): acts.mark_click(opened(grown), many_routes),
        }
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    return found
