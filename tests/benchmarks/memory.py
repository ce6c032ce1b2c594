"""What a server holds: with browsers that look and filter, after many selections, and after odd requests."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations, count
from random import Random
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser

from geodata.load import CHOSEN_COLLECTIONS
from tests.benchmarks import acts
from tests.benchmarks.browser import Button, close_pages, press
from tests.benchmarks.names import FLOOR, ODD, ONE_SESSION, OPEN, SELECTIONS, TEN_SESSIONS, TWO
from tests.benchmarks.presses import open_page
from tests.benchmarks.rounds import Samples
from tests.benchmarks.servers import APPS, ATLAS, Server, serving
from tests.benchmarks.sessions import Visitor
from tests.conftest import TWO_DOCUMENTS

SESSIONS = {1: ONE_SESSION, 10: TEN_SESSIONS}
# What is built once, for whoever comes first, is no growth: it is built by so many.
FIRST = 100
# Names, values and forms of parameters that no page of ours writes.
_ODD = (
    "types",
    "places",
    "top",
    "view",
    "tiers",
    "years",
    "focus",
    "language",
    "utm_source",
    "\x00",
    "types[]",
    "é",
)


def measure_memory(browser: Browser) -> Samples:
    """Return megabytes by number of browsers and app; once, because memory hardly varies."""
    found: Samples = {}
    with serving(APPS / "floor.py") as floor:
        for session in range(1, max(SESSIONS) + 1):
            acts.floor_click(browser, floor.address)()
            if session in SESSIONS:
                found[SESSIONS[session], FLOOR] = [floor.peak_megabytes()]
        close_pages(browser)
    few = {CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}
    for app, settings in ((TWO, few), (OPEN, {})):
        with serving(ATLAS, settings=settings) as server:
            for session in range(1, max(SESSIONS) + 1):
                page = open_page(browser, server.address)
                for name in (".st-key-types button", ".st-key-roles button"):
                    press(page, Button(find=name))
                if session in SESSIONS:
                    found[SESSIONS[session], app] = [server.peak_megabytes()]
            close_pages(browser)
    return found


def measure_growth(*, selections: int, requests: int) -> Samples:
    """Return how many megabytes a server grows by with selections that differ, and with odd requests."""
    found: Samples = {}
    with serving(ATLAS) as server:
        found[SELECTIONS, OPEN] = [asyncio.run(_growth_of_selections(server, selections))]
    with serving(ATLAS) as server:
        found[ODD, OPEN] = [asyncio.run(_growth_of_odd_requests(server, requests))]
    return found


async def _growth_of_selections(server: Server, number: int) -> float:
    visitor = Visitor(server.address, Random(number))
    await visitor.open()
    before = 0.0
    # Every set of three values or fewer comes once.
    for done, chosen in zip(range(number), _sets(visitor.pills()), strict=False):
        if done == FIRST:
            before = server.megabytes()
        await visitor.choose(chosen)
    await visitor.leave()
    return server.megabytes() - before


def _sets(pills: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], ...]]:
    return (chosen for size in count(1) for chosen in combinations(pills, size))


async def _growth_of_odd_requests(server: Server, number: int) -> float:
    """Ask in turn for the page, as a browser does, and for the files beside it."""
    chance, before = Random(number), 0.0
    for done in range(number):
        if done == FIRST:
            before = server.megabytes()
        value = "".join(chr(chance.randrange(1, 0x2FF)) for _ in range(chance.choice((3, 30, 600))))
        odd = f"?{quote(chance.choice(_ODD))}={quote(value)}"
        if done % 2:
            visitor = Visitor(server.address, chance)
            await visitor.open(odd[1:])
            await visitor.leave()
        else:
            path = chance.choice(("", "atlas/map.html", f"atlas/marks-{done:016x}.json", "assets/style.css"))
            await asyncio.to_thread(_ask, f"{server.address}/{path}{odd}")
    return server.megabytes() - before


def _ask(address: str) -> None:
    with suppress(OSError), urlopen(address, timeout=10) as reply:  # noqa: S310 - our own server
        reply.read()
