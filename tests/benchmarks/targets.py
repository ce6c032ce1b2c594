"""What has to be reached, each as a number from the run and the limit that it is held to."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.names import (
    BARE,
    BOTH,
    COMMAND,
    FILTER,
    FLOOR,
    FOCUS,
    FRAMES,
    GEOPACKAGE,
    HELLO,
    HELLO_HTML,
    LEGEND,
    LOADING,
    MANY,
    MARK,
    MATRIX,
    ONE_SESSION,
    OPENING,
    PANDAS,
    PYOGRIO,
    PYTHON,
    SECTOR,
    SHIPPED,
    TEN_SESSIONS,
    TEXTBOOK,
    TWO,
)
from tests.benchmarks.reader import LIMIT, ratio
from tests.benchmarks.rounds import Row, Samples

FLOORS = 1.5
TEXTBOOKS = 5.0
HELLOS = 1.5
FOCUSES = 1.2
LOADINGS = 5.0
SESSION_MB = 5.0
PYOGRIOS = 3.0
LEGEND_MS = 50.0
PYTHON_MS = 25.0
COMMAND_KB = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to reach: its sentence, what was found, the limit, and whether more is better."""

    sentence: str
    found: float
    limit: float
    unit: str = "×"
    more: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether what was found keeps the limit."""
        return self.found >= self.limit if self.more else self.found <= self.limit


def targets(samples: Samples) -> Iterator[Target]:
    """Yield every target of the run, from medians."""
    yield from _presses(samples)
    python, command = median(samples[PYTHON, TWO]), max(samples[COMMAND, MANY])
    yield Target(sentence=f"Python in a filter rerun: {TWO}", found=python, limit=PYTHON_MS, unit=" ms")
    yield Target(sentence="The largest command at 3,000 routes", found=command, limit=COMMAND_KB, unit=" kB")
    yield from _others(samples)
    for ours in (TWO, BOTH):
        for app in (HELLO, HELLO_HTML):
            found = _ratio(samples, (OPENING, ours), (OPENING, app))
            yield Target(
                sentence=f"First painted map of the {ours}, beside: {app}", found=found, limit=HELLOS
            )


def _others(samples: Samples) -> Iterator[Target]:
    loading = _ratio(samples, (LOADING, SHIPPED), (LOADING, PANDAS))
    yield Target(sentence="Loading, as a multiple of pandas and geopandas", found=loading, limit=LOADINGS)
    slow, bare = (sum(samples[FRAMES, app]) for app in (BOTH, BARE))
    yield Target(
        sentence="Slow frames with every route, beside the base map",
        found=slow,
        limit=FLOORS * max(bare, 1),
        unit="",
    )
    one, ten = (samples[row, BOTH][0] for row in (ONE_SESSION, TEN_SESSIONS))
    yield Target(sentence="Memory of one more session", found=(ten - one) / 9, limit=SESSION_MB, unit=" MB")
    reading = ratio(samples)
    yield Target(sentence="Reader: 2,000 spans, beside the text alone", found=reading, limit=LIMIT)
    packed = _ratio(samples, (GEOPACKAGE, SHIPPED), (GEOPACKAGE, PYOGRIO))
    yield Target(sentence="GeoPackage of everything, as a multiple of pyogrio", found=packed, limit=PYOGRIOS)


def _presses(samples: Samples) -> Iterator[Target]:
    floor = (FILTER, FLOOR)
    for app in (TWO, BOTH, MANY):
        found = _ratio(samples, (FILTER, app), floor)
        yield Target(sentence=f"Filter, as a multiple of the floor: {app}", found=found, limit=FLOORS)
    for app in (BOTH, MANY):
        found = _ratio(samples, (SECTOR, app), floor)
        yield Target(
            sentence=f"Filter by sector, as a multiple of the floor: {app}", found=found, limit=FLOORS
        )
    faster = _ratio(samples, (FILTER, TEXTBOOK), (FILTER, MANY))
    sentence = "Filter at 3,000 routes, times faster than the textbook way"
    yield Target(sentence=sentence, found=faster, limit=TEXTBOOKS, more=True)
    for app in (TWO, MANY):
        found = median(samples[LEGEND, app])
        yield Target(sentence=f"Switch in the legend: {app}", found=found, limit=LEGEND_MS, unit=" ms")
    for app in (TWO, BOTH):
        found = _ratio(samples, (FOCUS, app), floor)
        yield Target(sentence=f"Focus, as a multiple of the floor: {app}", found=found, limit=FOCUSES)
    for app in (TWO, BOTH):
        found = _ratio(samples, (MATRIX, app), floor)
        yield Target(
            sentence=f"Matrix after a filter, as a multiple of the floor: {app}", found=found, limit=FLOORS
        )
    sentence = "Click on a mark to its quote, as a multiple of the floor"
    yield Target(sentence=sentence, found=_ratio(samples, (MARK, TWO), floor), limit=FLOORS)


def _ratio(samples: Samples, row: Row, base: Row) -> float:
    return median(samples[row]) / median(samples[base])
