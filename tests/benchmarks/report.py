"""The run as a document: the machine, what was reached, every measure with its spread, and the tricks."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

import psutil

from tests.benchmarks.ablation import WITH, WITHOUT
from tests.benchmarks.names import (
    BARE,
    FLOOR,
    FLOOR_PRESS,
    HELLO,
    HELLO_TEXT,
    OF_THE_FLOOR,
    PANDAS,
    PYOGRIO,
)
from tests.benchmarks.reader import PLAIN
from tests.benchmarks.rounds import Row, Samples
from tests.benchmarks.targets import TRICKS, Results, Target, percentile, targets

PACKAGES = ("streamlit", "starlette", "folium", "streamlit-folium", "geopandas", "playwright")
# What a measure's ratios are ratios to, where there is something to compare with.
BASES = (FLOOR, HELLO, HELLO_TEXT, PANDAS, BARE, PYOGRIO, PLAIN)
_GIBI = 2**30
# A trick that is worth less can go.
WORTH_MS = 10.0
_SHARES = (0.5, 0.75, 0.95, 1.0)

_HOW = """
Written by `make bench`. All numbers are from one run on the machine below; the apps of a part take turns, so
read the ratios rather than the milliseconds. Times start in the page with the press and end when the frame
that first shows its effect has been painted; a filter's effect is exactly the marks that Python names for the
selection. The last column has multiples of the median of what stands beside it in the same part: for presses
the floor, which is a bare Streamlit page with one checkbox. The 3,000 routes are made up. Nothing is asked of
the network. The soak is a run of its own (`make soak`), and so is what each trick is worth (`make ablation`).
"""
_HOW_TRICKS = """
Written by `make ablation`. Each row is the same act with a trick and without it, in turn, on one machine in
one run; what is worth less than 10 ms can go.
"""


def report(results: Results, failures: Mapping[str, str], browser: str) -> str:
    """Write the results by part as Markdown; ``failures`` says of a part why it has none."""
    if set(results) == {TRICKS}:
        parts = ["# What each trick is worth", _HOW_TRICKS, *machine(browser)]
    else:
        parts = ["# What the atlas takes", _HOW, *machine(browser), "", "## Must reach", ""]
        parts += table(("what", "found", "limit", ""), "lrrl", map(_target, targets(results)))
    for part, why in failures.items():
        parts += ["", f"**The part “{part}” failed**, and what it measures is missing: {why}"]
    header = ("measure", "app", "n", "p50", "p75", "p95", "worst", "× p50 / p75 / p95 / worst")
    for part, samples in results.items():
        parts += ["", f"## {part.capitalize()}", ""]
        parts += _tricks(samples) if part == TRICKS else table(header, "llrrrrrr", _measured(samples))
    return "\n".join(parts) + "\n"


def machine(browser: str = "") -> Iterator[str]:
    """Yield lines on when and where the run was, and what it ran with."""
    yield f"- {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {_load()}"
    memory = psutil.virtual_memory().total / _GIBI
    yield f"- {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"
    yield f"- Python {platform.python_version()}" + (f", Chromium {browser} (headless)" if browser else "")
    yield "- " + ", ".join(f"{package} {version(package)}" for package in PACKAGES)


def _load() -> str:
    # A busy machine stretches all times; whoever reads the numbers has to know.
    return f"load {psutil.getloadavg()[1]:.1f} in the last five minutes, the run's own included"


def table(header: Iterable[str], sides: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; ``sides`` has l or r for each column."""
    yield f"| {' | '.join(header)} |"
    yield f"|{'|'.join('--:' if side == 'r' else '---' for side in sides)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _measured(samples: Samples) -> Iterator[tuple[str, ...]]:
    for (what, app), values in samples.items():
        found = [percentile(values, share) for share in _SHARES]
        spread = [_number(value) for value in found] if len(values) > 1 else [_number(found[0]), "", "", ""]
        yield what, app, str(len(values)), *spread, _ratios(samples, (what, app), found)


def _ratios(samples: Samples, row: Row, found: list[float]) -> str:
    base = next((samples[row[0], app] for app in BASES if (row[0], app) in samples), None)
    if base is None and _of_the_floor(row[0]):
        base = samples.get((FLOOR_PRESS, FLOOR))
    # A count can be nothing, and nothing is no measure of anything.
    if not base or not median(base):
        return ""
    ratios = [f"{value / median(base):.2f}" for value in found]
    return " / ".join(ratios if len(samples[row]) > 1 else ratios[:1])


def _tricks(samples: Samples) -> Iterator[str]:
    rows = []
    for what in dict.fromkeys(what for what, _which in samples):
        kept, lacking = (median(samples[what, which]) for which in (WITH, WITHOUT))
        trick, _semicolon, measure = what.removesuffix(", ms").partition("; ")
        gain = lacking - kept
        verdict = "" if gain >= WORTH_MS else f"under {WORTH_MS:g} ms"
        rows.append((trick, measure, _number(kept), _number(lacking), _number(gain), verdict))
    yield from table(("trick", "measure", "with, ms", "without, ms", "worth, ms", ""), "llrrrl", rows)


def _of_the_floor(what: str) -> bool:
    return what in OF_THE_FLOOR or what.startswith("filter by")


def _target(target: Target) -> tuple[str, ...]:
    limit = f"{'≥' if target.more else '≤'} {target.limit:g}{target.unit}"
    if target.found is None:
        return target.sentence, "", limit, "**not measured**"
    reached = "reached" if target.reached else "**not reached**"
    return target.sentence, f"{_number(target.found)}{target.unit}", limit, reached


def _number(value: float) -> str:
    """Write a number with three figures, or all before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
