"""A reader in front of the page: what is seen, what is pressed, and what was tried behind the back."""

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

# Two busy cores take their time; nothing is slower than this unless it is broken.
PATIENCE_MS = 30_000
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

# The last that a run sends is there, and nothing stands in for what is still to come.
DRAWN = "() => document.querySelector('.atlas-caveat') && !document.querySelector('[data-testid=stSkeleton]')"

expect.set_options(timeout=PATIENCE_MS)


def is_ours(address: str) -> bool:
    """Tell whether an address stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname in {"localhost", "127.0.0.1"}


def new_context(browser: Browser, **how: Any) -> BrowserContext:
    """Open a browser without a past, on a laptop unless ``how`` says another device."""
    return browser.new_context(**{"viewport": LAPTOP, "service_workers": "block", "locale": "en-US"} | how)


class Reader:
    """One reader with a browser of her own, kept from every outside host; attempts are recorded.

    No request is held up for that: the browser knows the names of this machine alone.
    """

    def __init__(
        self, browser: Browser, home: str, context: BrowserContext | None = None, **how: Any
    ) -> None:
        self.home = home
        self.outside: list[str] = []
        self.mishaps: list[str] = []
        self.context = context or new_context(browser, **how)
        self.context.on("requestfailed", self._note)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("websocket", lambda socket: is_ours(socket.url) or self.outside.append(socket.url))
        self.page.on("pageerror", lambda error: self.mishaps.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.mishaps.append(said.text))

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
        self.page.locator("[data-test-script-state=notRunning]").wait_for()
        # What a run has sent is drawn some moments later, and some of it when its script has come.
        self.panel.locator("h2").first.wait_for()
        self.page.wait_for_function(DRAWN)
        return self

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

    def click_map(self, mark: str, *, right_of: float = 0) -> None:
        """Press the mouse on a mark, or some pixels to the right of it."""
        x, y = self.stands_at(mark)
        corner = self.frame.bounding_box()
        self.page.mouse.click(corner["x"] + x + right_of, corner["y"] + y)

    def drag_map(self, right: float, down: float) -> None:
        """Pull the map with the mouse, by its empty water, and wait until it rests."""
        before = self.link().get("view")
        self.pull_map(right, down)
        self.wait_for_another_view(before)

    def pull_map(self, right: float, down: float) -> None:
        """Pull the map with the mouse, by its empty water."""
        box = self.frame.bounding_box()
        x, y = box["x"] + box["width"] * 0.88, box["y"] + box["height"] * 0.7
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=6)
        self.page.mouse.up()

    def zoom_map(self, wheel: float) -> None:
        """Turn the wheel over the middle of the map, and wait until it rests."""
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
