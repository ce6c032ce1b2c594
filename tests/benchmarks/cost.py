"""What a filter rerun costs: seconds of Python, bytes over the websocket, bytes of the map's command."""

import json
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket

from flows.maps.command import map_command
from flows.query.links import Request
from flows.query.selection import Selection
from flows.scene.scene import index_of
from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, rest, visit
from tests.benchmarks.names import BOTH, BYTES, COMMAND, FLOOR, MANY, PYTHON, TWO
from tests.benchmarks.rounds import Act, Samples, in_turn
from tests.benchmarks.servers import APPS, ROOT, page_of, serving
from tests.conftest import TWO_DOCUMENTS

_KILO = 1000
# The map draws the best documented routes first; here it is asked for all of them.
_EVERY_ROUTE = "/?top=3000"
_EXPLORE = {"BENCHMARK_PAGE": str(ROOT / "flows" / "ui" / "main.py")}


class Meter:
    """Read what one page's reruns cost: seconds from a file, bytes from what the browser receives."""

    def __init__(self, notes: Path, page: Page) -> None:
        self.notes, self.received = notes, 0
        self.kilobytes: list[float] = []
        page.on("websocket", self._on_socket)

    def _on_socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._on_frame)

    def _on_frame(self, payload: str | bytes) -> None:
        self.received += len(payload.encode() if isinstance(payload, str) else payload)

    def milliseconds(self, act: Act) -> float:
        """Act; return the milliseconds of Python that all its reruns took, and keep their kilobytes."""
        lines, received = len(self._seconds()), self.received
        act()
        self.kilobytes.append((self.received - received) / _KILO)
        return sum(self._seconds()[lines:]) * 1000

    def _seconds(self) -> list[float]:
        return [float(line) for line in self.notes.read_text(encoding="ascii").split()]


def measure_costs(browser: Browser, many: Path, notes: Path, *, samples: int, warmups: int) -> Samples:
    """Return the costs of filter reruns by app; ``notes`` is an empty folder for the stopwatch's files."""
    two_documents, both, many_routes = load_atlas([TWO_DOCUMENTS]), load_atlas(), load_atlas([many])
    grown = _EXPLORE | {CHOSEN_COLLECTIONS: str(many)}
    few = _EXPLORE | {CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}
    meters: dict[str, Meter] = {}
    with ExitStack() as stack:

        def metered(name: str, settings: dict[str, str], spot: Spot) -> Page:
            page = new_page(browser)
            meters[name] = Meter(notes / f"{len(meters)}.txt", page)
            noted = settings | {"BENCHMARK_NOTES": str(meters[name].notes)}
            visit(
                page,
                stack.enter_context(serving(APPS / "timed.py", settings=noted)).address + _EVERY_ROUTE,
                spot,
            )
            rest(page)
            return page

        presses = {
            FLOOR: acts.floor_click(metered(FLOOR, page_of("floor"), acts.SAID)),
            TWO: acts.filter_click(metered(TWO, few, acts.READY), two_documents, each=True),
            BOTH: acts.filter_click(metered(BOTH, _EXPLORE, acts.READY), both, each=True),
            MANY: acts.filter_click(metered(MANY, grown, acts.READY), many_routes, each=True),
        }
        turns = {(PYTHON, app): partial(meters[app].milliseconds, act) for app, act in presses.items()}
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    sent = {(BYTES, app): meter.kilobytes[warmups:] for app, meter in meters.items()}
    return found | sent | {(COMMAND, MANY): _command_sizes(many_routes)}


def _command_sizes(atlas: Atlas) -> list[float]:
    """Return the kilobytes of the map's command for the open selection and for each type alone."""
    chosen = [frozenset({slug}) for slug in index_of(atlas).values("types")]
    asked = [Request(selection=Selection(types=types), top=3000) for types in (frozenset(), *chosen)]
    return [len(json.dumps(map_command(request))) / _KILO for request in asked]
