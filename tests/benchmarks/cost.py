"""What a filter rerun costs: seconds of Python, bytes over the websocket, bytes of the map's command."""

import json
from contextlib import ExitStack
from functools import partial
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from flows.maps.command import map_command
from flows.query.links import Request
from flows.query.offered import offered_values
from flows.query.selection import Selection
from flows.scene.scene import index_of
from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import Spot, close_pages, new_page, press, rest, visit
from tests.benchmarks.filters import pill
from tests.benchmarks.names import BYTES, COMMAND, FLOOR, MANY, OPEN, PYTHON, TWO
from tests.benchmarks.presses import query_of
from tests.benchmarks.rounds import Act, Samples, in_turn
from tests.benchmarks.servers import APPS, ROOT, page_of, serving
from tests.browser.line import Line, line_to
from tests.conftest import TWO_DOCUMENTS

_KILO = 1000
_EXPLORE = {"BENCHMARK_PAGE": str(ROOT / "flows" / "ui" / "main.py")}


class Meter:
    """Read what one page's reruns cost: seconds from a file, bytes from the line to the server."""

    def __init__(self, notes: Path, line: Line) -> None:
        self.notes, self.line = notes, line
        self.kilobytes: list[float] = []

    def milliseconds(self, act: Act) -> float:
        """Act; return the milliseconds of Python that all its reruns took, and keep their kilobytes."""
        lines, received = len(self._seconds()), self.line.received
        act()
        self.kilobytes.append((self.line.received - received) / _KILO)
        return sum(self._seconds()[lines:]) * 1000

    def _seconds(self) -> list[float]:
        return [float(line) for line in self.notes.read_text(encoding="ascii").split()]


def measure_costs(browser: Browser, many: Path, notes: Path, *, samples: int, warmups: int) -> Samples:
    """Return the costs of filter reruns by app; ``notes`` is an empty folder for the stopwatch's files."""
    chosen = {TWO: [TWO_DOCUMENTS], OPEN: None, MANY: [many]}
    meters: dict[str, Meter] = {}
    turns = {}
    with ExitStack() as stack:

        def metered(name: str, settings: dict[str, str], query: str, spot: Spot) -> Page:
            page = new_page(browser)
            note = notes / f"{len(meters)}.txt"
            noted = settings | {"BENCHMARK_NOTES": str(note)}
            server = stack.enter_context(serving(APPS / "timed.py", settings=noted))
            line = stack.enter_context(line_to(urlsplit(server.address).port or 0))
            meters[name] = Meter(note, line)
            visit(page, f"http://localhost:{line.port}{query}", spot)
            rest(page)
            return page

        bare = metered(FLOOR, page_of("floor"), "", acts.SAID)
        presses = {FLOOR: partial(press, bare, acts.TICK)}
        for app, collections in chosen.items():
            settings = {CHOSEN_COLLECTIONS: str(collections[0])} if collections else {}
            page = metered(app, _EXPLORE | settings, query_of(app), acts.READY)
            presses[app] = _new_selections(page, load_atlas(collections))
        for app, act in presses.items():
            turns[PYTHON, app] = partial(meters[app].milliseconds, act)
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    sent = {(BYTES, app): meter.kilobytes[warmups:] for app, meter in meters.items()}
    return found | sent | {(COMMAND, OPEN): _command_sizes(load_atlas())}


def _new_selections(page: Page, atlas: Atlas) -> Act:
    """Press one value after the other, so that each selection is new: scenes that are known cost less."""
    index = index_of(atlas)
    values = [
        (facet, value)
        for facet in ("types", "sectors")
        for value in offered_values(facet, atlas, index)
        if index.claims_in(index.having(facet, value))
    ]
    buttons = cycle(pill(atlas, facet, value) for facet, value in values)
    return lambda: press(page, next(buttons))


def _command_sizes(atlas: Atlas) -> list[float]:
    """Return the bytes of the map's command without its ids, for one type and for many places."""
    index = index_of(atlas)
    sizes = []
    for places in (frozenset(), index.values("places")):
        for slug in index.values("types"):
            request = Request(selection=Selection(types=frozenset({slug}), places=places), top=300)
            ids = len(json.dumps([*places, slug]))
            sizes.append(float(len(json.dumps(map_command(request), separators=(",", ":"))) - ids))
    return sizes
