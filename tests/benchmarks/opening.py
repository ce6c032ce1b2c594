"""What a reader waits for at first: the map, each time from nothing, and a warm server's first finding."""

from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from geodata.load import CHOSEN_COLLECTIONS
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, time_visit, visit
from tests.benchmarks.names import FIRST_WORDS, HELLO, HELLO_HTML, HELLO_TEXT, OPEN, OPENING, TWO
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, page_of, serving
from tests.conftest import TWO_DOCUMENTS


def measure_openings(browser: Browser, *, samples: int, warmups: int) -> Samples:
    """Return seconds by app, with a new process and an empty browser cache each time."""
    served = APPS / "served.py"
    openings = {
        TWO: partial(open_from_nothing, browser, ATLAS, {CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}, acts.READY),
        OPEN: partial(open_from_nothing, browser, ATLAS, {}, acts.READY),
        HELLO: partial(open_from_nothing, browser, served, page_of("hello_world"), acts.LINES),
        HELLO_HTML: partial(open_from_nothing, browser, served, page_of("hello_html"), acts.HTML_LINES),
    }
    turns = {(OPENING, app): opening for app, opening in openings.items()}
    return in_turn(turns, samples=samples, warmups=warmups)


def measure_first_words(browser: Browser, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by app, each time in an empty window with a session of its own."""
    with serving(ATLAS) as atlas, serving(APPS / "hello_text.py") as hello:
        turns = {
            (FIRST_WORDS, OPEN): partial(time_visit, browser, atlas.address, acts.FINDING),
            (FIRST_WORDS, HELLO_TEXT): partial(time_visit, browser, hello.address, acts.HELLO_LINE),
        }
        return in_turn(turns, samples=samples, warmups=warmups)


def open_from_nothing(browser: Browser, entry: Path, settings: dict[str, str], spot: Spot) -> float:
    """Start a server and return the seconds until a new browser has painted the spot."""
    page = new_page(browser)
    with serving(entry, settings=settings) as server:
        painted = visit(page, server.address, spot)
        close_pages(browser)
    return painted - server.started
