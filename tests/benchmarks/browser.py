"""Headless Chromium with a stopwatch in every page, kept from asking any outside host."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # nothing outside is measured, or asked
)
# A wide screen of a laptop, so that map and panel stand side by side.
WINDOW = {"width": 1440, "height": 900}
# Nothing that is waited for takes half of it, on any machine that can show the atlas at all.
LIMIT_MS = 30_000.0
# After a measure: long enough for what a run still sends and the browser still tidies.
REST_MS = 250.0

_CLOCK = Path(__file__).with_name("clock.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where to look: a CSS selector, the selector of the frame that it lies in, and what to read there.

    ``what`` is "text", "words" (text that can be seen), "count", "picture" (every mark that the map draws) or
    the name of an attribute.
    """

    find: str
    frame: str = ""
    what: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """What to press: the first element that a selector finds whose words begin so; or a mark, in its frame.

    With ``steps`` it is a handle that is moved by so many, as a key or a screen reader moves it.
    """

    find: str = ""
    says: str = ""
    frame: str = ""
    mark: str = ""
    steps: int = 0


def chromium() -> str:
    """Return the path of the Chromium on this machine; end the program in one sentence without one."""
    named = os.environ.get("CHROMIUM", "")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None:
        sys.exit(
            "The benchmark needs Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM=."
        )
    return found


@contextlib.contextmanager
def browsing() -> Iterator[Browser]:
    """Open the browser; it ends with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def new_page(browser: Browser) -> Page:
    """Open an empty window with a cache and a session of its own, and a stopwatch in what it shows."""
    page = browser.new_context(viewport=WINDOW, service_workers="block").new_page()
    page.set_default_timeout(LIMIT_MS)
    page.add_init_script(path=_CLOCK)
    return page


def close_pages(browser: Browser) -> None:
    """Close every window, before the servers that they speak with end."""
    for context in browser.contexts:
        context.close()


def visit(page: Page, address: str, spot: Spot) -> float:
    """Go to an address; return the moment (seconds since 1970) at which the spot was painted."""
    page.goto(address, wait_until="commit")
    asked = {"spot": asdict(spot), "limit": LIMIT_MS}
    moment: float = page.evaluate("(asked) => window.benchmark.appears(asked)", asked)
    return moment / 1000


def time_visit(browser: Browser, address: str, spot: Spot) -> float:
    """Go to an address in a new window; return the milliseconds until the spot was painted."""
    page = new_page(browser)
    painted = visit(page, address, spot)
    began: float = page.evaluate("performance.timeOrigin")
    close_pages(browser)
    return painted * 1000 - began


def time_press(page: Page, button: Button, spot: Spot, wanted: str = "", *, settled: bool = True) -> float:
    """Press; return the milliseconds until the spot is painted with what is wanted, or with anything new.

    Unless ``settled`` is false this returns only when the page has come to rest.
    """
    asked = {"button": asdict(button), "spot": asdict(spot), "wanted": wanted, "limit": LIMIT_MS}
    milliseconds: float = page.evaluate("(asked) => window.benchmark.time(asked)", asked)
    if settled:
        rest(page)
    return milliseconds


def press(page: Page, button: Button) -> float:
    """Press and wait until the page has come to rest; return the milliseconds of both."""
    began: float = page.evaluate("performance.now()")
    page.evaluate("(button) => window.benchmark.press(button)", asdict(button))
    rest(page)
    ended: float = page.evaluate("performance.now()")
    return ended - began


def wait_for(page: Page, spot: Spot, wanted: str) -> None:
    """Wait until the spot shows what is wanted."""
    asked = {"spot": asdict(spot), "wanted": wanted, "limit": LIMIT_MS}
    page.evaluate("(asked) => window.benchmark.holds(asked)", asked)


def rest(page: Page, milliseconds: float = REST_MS) -> None:
    """Wait until the page's script has been at rest for a while."""
    page.evaluate("(rest) => window.benchmark.rest(rest)", milliseconds)
