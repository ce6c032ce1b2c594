"""The most memory that a server holds, with one reader and with ten who each look and filter."""

from playwright.sync_api import Browser

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import close_pages, new_page, rest, visit
from tests.benchmarks.names import BOTH, FLOOR, ONE_SESSION, TEN_SESSIONS, TWO
from tests.benchmarks.rounds import Samples
from tests.benchmarks.servers import APPS, ATLAS, Server, serving
from tests.conftest import TWO_DOCUMENTS

SESSIONS = {1: ONE_SESSION, 10: TEN_SESSIONS}
# Filters that each reader presses.
PRESSES = 2


def measure_memory(browser: Browser) -> Samples:
    """Return megabytes by number of sessions and app; once, because memory hardly varies."""
    found: Samples = {}
    atlas, both = load_atlas([TWO_DOCUMENTS]), load_atlas()
    with serving(APPS / "floor.py") as floor:
        _measure(browser, floor, FLOOR, None, found)
    with serving(ATLAS, settings={CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}) as two:
        _measure(browser, two, TWO, atlas, found)
    with serving(ATLAS) as whole:
        _measure(browser, whole, BOTH, both, found)
    return found


def _measure(browser: Browser, server: Server, app: str, atlas: Atlas | None, found: Samples) -> None:
    for session in range(1, max(SESSIONS) + 1):
        page = new_page(browser)
        visit(page, server.address + "/?top=400", acts.SAID if atlas is None else acts.READY)
        page.locator(".st-key-types").wait_for()
        rest(page)
        press = acts.floor_click(page) if atlas is None else acts.filter_click(page, atlas)
        for _ in range(PRESSES):
            press()
        if session in SESSIONS:
            found[SESSIONS[session], app] = [server.peak_megabytes()]
    close_pages(browser)
