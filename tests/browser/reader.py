"""A reader in front of the page: what is seen, what is pressed, and what was tried behind the back."""

import contextlib
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, ViewportSize, expect

# Two busy cores take their time; nothing is slower than this unless it is broken.
PATIENCE_MS = 90_000
# A press of the mouse that a moving page has missed is made again after so long.
SOON_MS = 10_000
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
# What a browser has from the beginning; all else can be changed for a page.
DEVICE = ("bypass_csp", "has_touch", "is_mobile")
PHONE: ViewportSize = {"width": 390, "height": 844}

# The run is over, what it sent has been filled by its scripts, which listen, and nothing is still to come.
SETTLED = """() => {
  const isStill = document.querySelector("[data-test-script-state=notRunning]") && document.atlasListens
    && !document.querySelector("[data-testid=stSkeleton], .atlas-shown:not([data-atlas-place])")
    && !document.querySelector(".atlas-picture:empty");
  window.atlasStill = isStill ? (window.atlasStill ?? 0) + 1 : 0;
  return window.atlasStill > 3;
}"""
# The last that Explore sends, and its lists and cards, or the ways back where nothing is admitted.
DRAWN = """() => document.querySelector(".atlas-caveat")
  && document.querySelector("[data-atlas-place^='cards-'] > *, .st-key-loosen-all")"""
# Map and frame have stood still for some frames.
MAP_RESTS = """() => {
  const frame = document.querySelector("iframe.atlas-frame");
  const map = frame?.contentWindow?.atlas;
  const { x, y, width, height } = frame?.getBoundingClientRect() ?? {};
  const at = String([x, y, width, height, map?.where("country:USA"), map?.where("country:BRA")]);
  window.mapStill = map && at === window.mapStoodAt ? (window.mapStill ?? 0) + 1 : 0;
  window.mapStoodAt = at;
  return window.mapStill > 5;
}"""
STANDS = """([mark, [x, y], within]) => {
  const at = document.querySelector("iframe.atlas-frame")?.contentWindow?.atlas?.where(mark);
  return at && Math.hypot(at[0] - x, at[1] - y) <= within;
}"""
LISTEN = """(button) => {
  button.heard = [];
  new MutationObserver(() => button.heard.push(button.textContent))
    .observe(button, { childList: true, characterData: true, subtree: true });
}"""

expect.set_options(timeout=PATIENCE_MS)


def is_ours(address: str) -> bool:
    """Tell whether an address stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname in {"localhost", "127.0.0.1"}


def press_and_hear(button: Locator, words: str) -> None:
    """Press a button that says for a moment what came of it; slow eyes may come after that moment."""
    pressed = button.element_handle()
    pressed.evaluate(LISTEN)
    pressed.click()
    button.page.wait_for_function("([button, words]) => button.heard.includes(words)", arg=[pressed, words])


def new_context(browser: Browser, **device: Any) -> BrowserContext:
    """Open a browser without a past, on a laptop unless ``device`` says another."""
    return browser.new_context(**{"viewport": LAPTOP, "service_workers": "block", "locale": "en-US"} | device)


def alone(browser: Browser, home: str, **how: Any) -> "Reader":
    """Let in a reader with a browser that nobody else gets."""
    device = {name: how.pop(name) for name in DEVICE if name in how}
    return Reader(new_context(browser, **device), home, **how)


class Reader:
    """One reader with a browser of her own, kept from every outside host; attempts are recorded.

    No request is held up for that: the browser knows the names of this machine alone. ``viewport`` is her
    window, ``media`` what she prefers.
    """

    def __init__(
        self, context: BrowserContext, home: str, *, viewport: ViewportSize | None = None, **media: Any
    ) -> None:
        self.home = home
        self.outside: list[str] = []
        self.mishaps: list[str] = []
        self.expected: re.Pattern[str] | None = None  # what a browser may say, at whatever moment
        self.context = context
        self.context.on("requestfailed", self._note)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.set_viewport_size(viewport or LAPTOP)
        self.page.emulate_media(**media)
        self.page.on("websocket", lambda socket: is_ours(socket.url) or self.outside.append(socket.url))
        self.page.on("pageerror", lambda error: self.mishaps.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self._note_mishap(said.text))

    def _note_mishap(self, text: str) -> None:
        if not (self.expected and self.expected.search(text)):
            self.mishaps.append(text)

    def _note(self, request: Request) -> None:
        # What the page's own policy forbids is never sent.
        if not is_ours(request.url) and request.failure != "csp":
            self.outside.append(request.url)

    def leave(self) -> None:
        """Close what is open, and leave the browser without a past, but for its cache."""
        self.context.remove_listener("requestfailed", self._note)
        self.context.set_offline(False)
        self.context.clear_permissions()
        self.context.clear_cookies()
        last = self.context.new_page()
        for page in self.context.pages:
            if page is not last:
                page.close()
        storage = {"origin": self.home, "storageTypes": "all"}
        self.context.new_cdp_session(last).send("Storage.clearDataForOrigin", storage)
        last.close()

    def open(self, query: str = "") -> "Reader":
        """Open the atlas and wait until the map is drawn and the page around it is written."""
        self.page.goto(f"{self.home}/{query}")
        self.map.wait_for()
        self.panel.locator("h2").first.wait_for()
        self.settle()
        self.page.wait_for_function(DRAWN)
        # Names and cards take another room in other letters.
        for evaluate in (self.page.evaluate, self.inside):
            evaluate("document.fonts.ready.then(() => true)")
        return self

    def settle(self) -> None:
        """Wait until the run of which something has been seen is over, and all that it sent stands there."""
        self.page.evaluate("window.atlasStill = 0")
        self.page.wait_for_function(SETTLED)

    def rests(self) -> None:
        """Wait until the map and its frame have stood still for some frames."""
        self.page.evaluate("window.mapStill = 0")
        self.page.wait_for_function(MAP_RESTS)

    @property
    def frame(self) -> Locator:
        return self.page.locator("iframe.atlas-frame")

    @property
    def map(self) -> Locator:
        """The map's container, once it is drawn."""
        return self.frame.content_frame.locator("[data-atlas-ready=true]")

    @property
    def panel(self) -> Locator:
        return self.page.locator(".st-key-narrative")

    def inside(self, script: str, *what: Any) -> Any:
        """Return what a script says in the map's frame."""
        return self.map.evaluate(f"(map, what) => {script}", *what)

    def visible(self) -> dict[str, set[str]]:
        return {kind: set(ids) for kind, ids in self.inside("window.atlas.visible()").items()}

    def stands_at(self, mark: str) -> tuple[float, float]:
        """Return where a mark stands in the map's window, in pixels from its corner."""
        x, y = self.inside("window.atlas.where(what)", mark)
        return x, y

    def expect_at(self, mark: str, stood: Sequence[float], within: float = 2) -> None:
        """Wait until a mark stands where it stood, but for some pixels."""
        self.page.wait_for_function(STANDS, arg=[mark, list(stood), within])

    def spot(self, mark: str) -> tuple[float, float]:
        """Return where a mark stands in the page's window, once the map rests."""
        self.rests()
        (x, y), corner = self.stands_at(mark), self.frame.bounding_box()
        return corner["x"] + x, corner["y"] + y

    def click_map(self, mark: str, *, right_of: float = 0) -> None:
        """Press the mouse on a mark, or some pixels to the right of it."""
        x, y = self.spot(mark)
        self.page.mouse.click(x + right_of, y)

    def point_at(self, mark: str) -> Locator:
        """Move the mouse to a mark, again while no tip has come; return the tip."""
        tip = self.map.locator(".atlas-tip")
        for _try in range(6):
            self.page.mouse.move(0, 0)
            self.page.mouse.move(*self.spot(mark))
            with contextlib.suppress(AssertionError):
                expect(tip).to_be_visible(timeout=SOON_MS)
                break
        return tip

    def drag_map(self, right: float, down: float) -> None:
        """Pull the map with the mouse, by its empty water, and wait until it rests."""
        before = self.link().get("view")
        self.pull_map(right, down)
        self.wait_for_another_view(before)

    def pull_map(self, right: float, down: float) -> None:
        """Pull the map with the mouse, by its empty water."""
        self.rests()
        box = self.frame.bounding_box()
        x, y = box["x"] + box["width"] * 0.88, box["y"] + box["height"] * 0.7
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=6)
        self.page.mouse.up()

    def zoom_map(self, wheel: float) -> None:
        """Turn the wheel over the middle of the map, and wait until it rests."""
        self.rests()
        before = self.link().get("view")
        box = self.frame.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
        self.page.mouse.wheel(0, wheel)
        self.wait_for_another_view(before)

    def wait_for_another_view(self, before: str | None) -> None:
        changed = "(before) => new URLSearchParams(location.search).get('view') !== before"
        self.page.wait_for_function(changed, arg=before)

    def link(self) -> dict[str, str]:
        """Return the parameters of the link."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def filter(self, facet: str, words: str) -> Locator:
        """The value of a filter that begins with these words."""
        return self.page.locator(f".st-key-{facet} button").filter(has_text=re.compile(f"^{words}"))

    def legend(self, words: str) -> Locator:
        """A switch of the map's legend."""
        return self.map.locator(".atlas-legend .atlas-switch").filter(has_text=re.compile(f"^{words}$"))

    def card(self, claim: str) -> Locator:
        return self.page.locator(f".st-key-claim-{claim}")

    def expect_focus(self, focus: str) -> None:
        expect(self.map).to_have_attribute("data-focus", focus)

    def expect_link(self, name: str, value: str) -> None:
        """Wait until a parameter of the link has a value; "" when the link lacks it."""
        says = "([name, value]) => (new URLSearchParams(location.search).get(name) || '') === value"
        self.page.wait_for_function(says, arg=[name, value])
