"""From a press to the paint that shows its effect: filters, the map's legend, marks; all apps in turn."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, rest, visit
from tests.benchmarks.names import (
    BRIDGE,
    COMPONENT,
    FILTER,
    FLOOR,
    LEGEND,
    MANY,
    MARK,
    ST_FOLIUM,
    TEXTBOOK,
    TWO,
)
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, Server, page_of, serving

_BESIDE = APPS / "beside_atlas.py"

Opener = Callable[..., Page]


def measure_repaints(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by what was pressed and in which app; ``many`` holds the made-up routes."""
    two, grown = load_atlas(), load_atlas([many])
    with _apps(browser, many) as opened:
        # A page for each kind of press: what one has chosen must not stand in the way of another.
        turns = {
            (FILTER, FLOOR): acts.floor_click(opened(FLOOR, acts.SAID)),
            (FILTER, TWO): acts.filter_click(opened(TWO), two),
            (FILTER, MANY): acts.filter_click(opened(MANY), grown),
            (FILTER, TEXTBOOK): acts.textbook_click(opened(TEXTBOOK, acts.LINES), grown),
            (BRIDGE, COMPONENT): acts.filter_click(opened(COMPONENT), two),
            (BRIDGE, ST_FOLIUM): acts.filter_click(opened(ST_FOLIUM, acts.CARRIED), two, spot=acts.CARRIED),
            (LEGEND, TWO): acts.legend_switch(opened(TWO)),
            (LEGEND, MANY): acts.legend_switch(opened(MANY)),
            (MARK, TWO): acts.mark_click(opened(TWO), two),
            (MARK, MANY): acts.mark_click(opened(MANY), grown),
        }
        return in_turn(turns, samples=samples, warmups=warmups)


@contextmanager
def _apps(browser: Browser, many: Path) -> Iterator[Opener]:
    """Serve all apps; yield what opens a page of one and waits until it has been painted."""
    chosen = {CHOSEN_COLLECTIONS: str(many)}
    with ExitStack() as stack:

        def serve(entry: Path, settings: dict[str, str] | None = None) -> Server:
            return stack.enter_context(serving(entry, settings=settings))

        servers = {
            FLOOR: serve(APPS / "floor.py"),
            TWO: serve(ATLAS),
            MANY: serve(ATLAS, chosen),
            TEXTBOOK: serve(APPS / "served.py", chosen | page_of("textbook")),
            COMPONENT: serve(_BESIDE, page_of("bridge_component")),
            ST_FOLIUM: serve(_BESIDE, page_of("bridge_st_folium")),
        }

        def opened(app: str, spot: Spot = acts.READY) -> Page:
            page = new_page(browser)
            visit(page, servers[app].address, spot)
            rest(page)
            return page

        yield opened
        close_pages(browser)
