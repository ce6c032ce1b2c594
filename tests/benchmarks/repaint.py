"""From a press to the paint that shows its effect: map, matrix, legend and panel; all apps in turn."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, rest, visit
from tests.benchmarks.compared import CELLS, COMPARE, matrix_click
from tests.benchmarks.names import (
    BOTH,
    BRIDGE,
    COMPONENT,
    FILTER,
    FLOOR,
    FOCUS,
    LEGEND,
    MANY,
    MARK,
    MATRIX,
    SECTOR,
    ST_FOLIUM,
    TEXTBOOK,
    TWO,
)
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, Server, page_of, serving
from tests.conftest import TWO_DOCUMENTS

# The map draws the best documented routes first; here it is asked for all of them.
_EVERY_ROUTE = {BOTH: "/?top=400", MANY: "/?top=3000"}
_BESIDE = APPS / "beside_atlas.py"

Opener = Callable[..., Page]


def measure_repaints(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by what was pressed and in which app; ``many`` holds the made-up routes."""
    two, both, grown = load_atlas([TWO_DOCUMENTS]), load_atlas(), load_atlas([many])
    with _apps(browser, many) as opened:
        # A page for each kind of press: what one has chosen must not stand in the way of another.
        turns = {
            (FILTER, FLOOR): acts.floor_click(opened(FLOOR, acts.SAID)),
            (FILTER, TWO): acts.filter_click(opened(TWO), two),
            (FILTER, BOTH): acts.filter_click(opened(BOTH), both),
            (FILTER, MANY): acts.filter_click(opened(MANY), grown),
            # Forms are pressed first, and shown before the server answers; sectors wait for it.
            (SECTOR, BOTH): acts.filter_click(opened(BOTH), both, facets=("sectors",)),
            (SECTOR, MANY): acts.filter_click(opened(MANY), grown, facets=("sectors",)),
            (FILTER, TEXTBOOK): acts.textbook_click(opened(TEXTBOOK, acts.LINES), grown),
            (BRIDGE, COMPONENT): acts.filter_click(opened(COMPONENT), two),
            (BRIDGE, ST_FOLIUM): acts.filter_click(opened(ST_FOLIUM, acts.CARRIED), two, spot=acts.CARRIED),
            (MATRIX, TWO): matrix_click(opened(TWO, CELLS, at=COMPARE), two),
            (MATRIX, BOTH): matrix_click(opened(BOTH, CELLS, at=COMPARE), both),
            (LEGEND, TWO): acts.legend_switch(opened(TWO)),
            (LEGEND, MANY): acts.legend_switch(opened(MANY)),
            (MARK, TWO): acts.mark_click(opened(TWO), two),
            (MARK, MANY): acts.mark_click(opened(MANY), grown),
            (FOCUS, TWO): acts.focus_click(opened(TWO)),
            (FOCUS, BOTH): acts.focus_click(opened(BOTH)),
        }
        return in_turn(turns, samples=samples, warmups=warmups)


@contextmanager
def _apps(browser: Browser, many: Path) -> Iterator[Opener]:
    """Serve all apps; yield what opens a page of one and waits until it has been painted."""
    chosen, few = {CHOSEN_COLLECTIONS: str(many)}, {CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}
    with ExitStack() as stack:

        def serve(entry: Path, settings: dict[str, str] | None = None) -> Server:
            return stack.enter_context(serving(entry, settings=settings))

        servers = {
            FLOOR: serve(APPS / "floor.py"),
            TWO: serve(ATLAS, few),
            BOTH: serve(ATLAS),
            MANY: serve(ATLAS, chosen),
            TEXTBOOK: serve(APPS / "served.py", chosen | page_of("textbook")),
            COMPONENT: serve(_BESIDE, few | page_of("bridge_component")),
            ST_FOLIUM: serve(_BESIDE, few | page_of("bridge_st_folium")),
        }

        def opened(app: str, spot: Spot = acts.READY, *, at: str = "") -> Page:
            page = new_page(browser)
            visit(page, servers[app].address + (at or _EVERY_ROUTE.get(app, "")), spot)
            rest(page)
            return page

        yield opened
        close_pages(browser)
