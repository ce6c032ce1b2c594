"""The run as a document: the machine, every measure with its spread, and what was reached."""

import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median, quantiles

import psutil

from tests.benchmarks.names import (
    BARE,
    BRIDGE,
    FILTER,
    FLOOR,
    FOCUS,
    HELLO,
    MARK,
    MATRIX,
    PANDAS,
    PYOGRIO,
    SECTOR,
)
from tests.benchmarks.reader import PLAIN
from tests.benchmarks.rounds import Row, Samples
from tests.benchmarks.targets import targets

PACKAGES = ("streamlit", "starlette", "folium", "streamlit-folium", "geopandas", "playwright")
# What the ratios of a measure are ratios to, where there is something to compare with.
BASES = (FLOOR, HELLO, PANDAS, BARE, PYOGRIO, PLAIN)
_GIBI = 2**30

_HOW = """
Written by `make bench`. Every number is from one run on the machine below, the apps taken in turn, so read
the ratios rather than the milliseconds. Times start in the page with the press and end when the frame that
first shows its effect has been painted. Each filter press of the atlas leads to a selection that was not
asked before. Where every route is drawn, the map shows a press on a form or a sector by itself, as it does a
switch of its legend, and the server's command follows; a focus and a quote always wait for the server. The
3,000 routes are made up. Nothing is asked of the network: all apps use the same vendored Leaflet.
"""


def report(samples: Samples, browser: str, layout: Iterable[tuple[str, int, int]]) -> str:
    """Write the results as Markdown; ``browser`` is the version of Chromium, ``layout`` how the lines lie."""
    parts = ["# What the atlas takes", _HOW, *_machine(browser), "", "## Measured", ""]
    parts += _table(("measure", "app", "n", "median", "p25–p75", "ratio"), "llrrrr", _measured(samples))
    parts += ["", "## Must reach", ""]
    parts += _table(("what", "found", "limit", ""), "lrrl", _reached(samples))
    parts += ["", "## How the lines lie", ""]
    lines = ((name, f"{before:,}", f"{after:,}") for name, before, after in layout)
    parts += _table(("what", "default bends", "chosen bends"), "lrr", lines)
    return "\n".join(parts) + "\n"


def _machine(browser: str) -> Iterator[str]:
    yield f"- {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {_load()}"
    memory = psutil.virtual_memory().total / _GIBI
    yield f"- {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"
    yield f"- Python {platform.python_version()}, Chromium {browser} (headless)"
    yield "- " + ", ".join(f"{package} {version(package)}" for package in PACKAGES)


def _load() -> str:
    # A busy machine stretches all times; whoever reads the numbers has to know.
    return f"load {psutil.getloadavg()[1]:.1f} in the last five minutes, the run's own included"


def _table(header: Iterable[str], sides: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'|'.join('--:' if side == 'r' else '---' for side in sides)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _measured(samples: Samples) -> Iterator[tuple[str, ...]]:
    for (what, app), values in samples.items():
        first, third = _quartiles(values)
        spread = f"{_number(first)}–{_number(third)}" if len(values) > 1 else ""
        yield what, app, str(len(values)), _number(median(values)), spread, _ratio(samples, (what, app))


def _ratio(samples: Samples, row: Row) -> str:
    # These are presses like any other: their floor is that of the filters.
    what = FILTER if row[0] in (BRIDGE, FOCUS, MARK, MATRIX, SECTOR) else row[0]
    base = next((samples[what, app] for app in BASES if (what, app) in samples), None)
    # A count can be nothing, and nothing is no measure of anything.
    return f"{median(samples[row]) / median(base):.2f}" if base and median(base) else ""


def _quartiles(values: list[float]) -> tuple[float, float]:
    if len(values) == 1:
        return values[0], values[0]
    first, _, third = quantiles(values, method="inclusive")
    return first, third


def _reached(samples: Samples) -> Iterator[tuple[str, ...]]:
    for target in targets(samples):
        sign = "≥" if target.more else "≤"
        yield (
            target.sentence,
            f"{_number(target.found)}{target.unit}",
            f"{sign} {target.limit:g}{target.unit}",
            "reached" if target.reached else "**not reached**",
        )


def _number(value: float) -> str:
    """Write a number with three figures, or all before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
