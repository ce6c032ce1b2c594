"""What has to be reached, each as a number from the run and the limit that it is held to."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.names import (
    COMMAND,
    FILTER,
    FLOOR,
    HELLO,
    HELLO_HTML,
    LEGEND,
    MANY,
    MARK,
    OPENING,
    PYTHON,
    TEXTBOOK,
    TWO,
)
from tests.benchmarks.rounds import Row, Samples

FLOORS = 1.5
TEXTBOOKS = 5.0
HELLOS = 1.5
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
    for app in (HELLO, HELLO_HTML):
        found = _ratio(samples, (OPENING, TWO), (OPENING, app))
        yield Target(sentence=f"First painted map, as a multiple of: {app}", found=found, limit=HELLOS)


def _presses(samples: Samples) -> Iterator[Target]:
    floor = (FILTER, FLOOR)
    for app in (TWO, MANY):
        found = _ratio(samples, (FILTER, app), floor)
        yield Target(sentence=f"Filter, as a multiple of the floor: {app}", found=found, limit=FLOORS)
    faster = _ratio(samples, (FILTER, TEXTBOOK), (FILTER, MANY))
    sentence = "Filter at 3,000 routes, times faster than the textbook way"
    yield Target(sentence=sentence, found=faster, limit=TEXTBOOKS, more=True)
    for app in (TWO, MANY):
        found = median(samples[LEGEND, app])
        yield Target(sentence=f"Switch in the legend: {app}", found=found, limit=LEGEND_MS, unit=" ms")
    sentence = "Click on a mark to its quote, as a multiple of the floor"
    yield Target(sentence=sentence, found=_ratio(samples, (MARK, TWO), floor), limit=FLOORS)


def _ratio(samples: Samples, row: Row, base: Row) -> float:
    return median(samples[row]) / median(samples[base])
