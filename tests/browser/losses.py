"""A server that can be killed, a line to it that can be cut, and what the parts of the page say after it."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.line import Line, line_to
from tests.browser.reader import Reader
from tests.browser.served import Server, free_port, serving

# The list of the routes that are drawn: those said to be at risk stand in one of their own.
_ROUTES = re.compile(r"^Routes\s*\d")

# The server forgets a session as soon as its page has no connection.
FORGETFUL = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "0"}
# What has had no answer for so long, in milliseconds, a page tells again, as it should.
_TOLD_AGAIN_MS = 3000
# A server that starts anew, a page that finds it and a first run, on a machine that is busy.
_ANSWER_MS = 180_000
CONNECTED = "[data-test-connection-state=CONNECTED]"
# What a browser itself, and Streamlit's script, say of addresses that they do not reach.
UNREACHED = re.compile(
    r"net::ERR_|WebSocket connection to .* failed|Failed to fetch"
    r"|Client Error in reaching server endpoint|Is Streamlit still running"
)
# When the connection came back, when another session answered, and how often the page had to tell it all.
WATCH = """() => {
  const app = document.querySelector("[data-test-connection-state]");
  const look = () => {
    if (app.dataset.testConnectionState === "CONNECTED") window.foundAt ??= performance.now();
  };
  window.foundAt = undefined;
  window.answeredAt = undefined;
  new MutationObserver(look).observe(app, { attributeFilter: ["data-test-connection-state"] });
  window.tellings = 0;
  let retell = document.atlasRetell;
  const counted = () => {
    window.tellings += 1;
    retell();
  };
  Object.defineProperty(document, "atlasRetell", {
    get: () => counted, set: (found) => { retell = found; }, configurable: true,
  });
  const known = document.atlasSessions.length;
  const wait = () => {
    if (document.atlasSessions.length > known && !document.atlasReturn) window.answeredAt = performance.now();
    else requestAnimationFrame(wait);
  };
  wait();
}"""


class Atlas:
    """The atlas behind a line: killed, started anew, cut off and found again."""

    def __init__(self, collections: tuple[Path, ...], line: Line, port: int) -> None:
        self._collections, self._line, self._port = collections, line, port
        self._running = contextlib.ExitStack()
        self.address = f"http://localhost:{line.port}"
        self.server: Server
        self.start()

    def start(self) -> None:
        self._killed = False
        self.server = self._running.enter_context(
            serving(*self._collections, port=self._port, settings=FORGETFUL)
        )

    def kill(self) -> None:
        self._killed = True
        self._running.close()
        assert self.server.mishaps() == []

    def cut(self) -> None:
        self._line.cut()

    def mend(self) -> None:
        self._line.mend()

    def repair(self) -> None:
        """Let it be found again, whatever was done to it."""
        self.mend()
        if self._killed:
            self.start()


@contextlib.contextmanager
def lossy(*collections: Path) -> Iterator[Atlas]:
    """Serve these collections, or those that ship, behind a line."""
    port = free_port()
    with line_to(port) as line:
        atlas = Atlas(collections, line, port)
        try:
            yield atlas
        finally:
            atlas.kill()


class LosingReader:
    """A reader whose connection is lost, and what each part of her page says."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.page = reader, reader.page
        # Of addresses that it does not reach a browser speaks when it likes.
        reader.expected = UNREACHED

    def watch(self) -> None:
        """Remember from now on when the connection comes back, and when another session has answered."""
        self.page.evaluate(WATCH)

    def wait_for_loss(self) -> None:
        self.page.locator(f".stApp:not({CONNECTED})").wait_for()

    def wait_for_answer(self) -> float:
        """Wait for the answer of the session that took over; return how many milliseconds it took.

        It came to the first telling that a server can have heard: nothing was lost again.
        """
        answered = "() => window.answeredAt !== undefined && window.foundAt !== undefined"
        self.page.wait_for_function(answered, timeout=_ANSWER_MS)
        took = float(self.page.evaluate("window.answeredAt - window.foundAt"))
        tellings = self.page.evaluate("window.tellings")
        assert 1 <= tellings <= 1 + max(took, 0) // _TOLD_AGAIN_MS, f"told {tellings} times in {took:.0f} ms"
        return took

    @property
    def line(self) -> Locator:
        """The line that says that there is no connection."""
        return self.page.locator(".atlas-offline")

    def expect_pressed(self, facet: str, *words: str) -> None:
        """Expect that these pills of a filter are pressed, and no other."""
        on = ":is([aria-pressed=true], [aria-checked=true])"
        pills = self.page.locator(f".st-key-{facet} button{on}")
        expect(pills).to_have_count(len(words))
        expect(pills).to_contain_text([*words])

    def expect_routes(self, routes: int) -> None:
        """Expect that map, sentence and panel all speak of so many routes."""
        words = f"{routes} route" + ("s" if routes != 1 else "")
        expect(self.reader.map).to_have_attribute("data-visible-routes", str(routes))
        expect(self.page.locator(".atlas-asked")).to_contain_text(words)
        expect(self.reader.panel.locator("h3", has_text=_ROUTES)).to_contain_text(str(routes))
