"""What has to be reached, each as a number from the run and the limit that it is held to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks import names
from tests.benchmarks.load import CROWDS, crowd
from tests.benchmarks.reader import CODED, PLAIN, READING
from tests.benchmarks.rounds import Row, Samples

# The samples of each part of the run, by its name.
Results = Mapping[str, Samples]
PRESSES, TRACE, EFFECTS, COSTS, START, WORK, MEMORY, LOAD, ATTACKS, TRICKS = (
    "presses on the filters",
    "a reader's trace",
    "what else a press changes",
    "what a rerun costs",
    "start-up",
    "loading, moving, reading, exporting",
    "memory",
    "many readers",
    "attacks",
    "what each trick is worth",
)
FLOOR: Row = (names.FLOOR_PRESS, names.FLOOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to reach: its sentence, what was found (None if its part failed), and the limit."""

    sentence: str
    found: float | None
    limit: float
    unit: str = "×"
    more: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether what was found keeps the limit."""
        if self.found is None:
            return False
        return self.found >= self.limit if self.more else self.found <= self.limit


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A target before the run: the part that measures it, and how it is read there."""

    sentence: str
    part: str
    read: Callable[[Samples], float]
    limit: float
    unit: str = "×"
    more: bool = False


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies; the worst for 1."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def targets(results: Results) -> Iterator[Target]:
    """Yield every target with what the run found."""
    for wanted in (*_filters(), *_effects(), *_server(), *_work(), *_crowds()):
        try:
            found = wanted.read(results[wanted.part])
        except (KeyError, ValueError):
            found = None
        yield Target(
            sentence=wanted.sentence, found=found, limit=wanted.limit, unit=wanted.unit, more=wanted.more
        )


def _times(row: Row, base: Row = FLOOR, share: float = 0.5) -> Callable[[Samples], float]:
    """Read a row as a multiple of what another takes at its median."""
    return lambda samples: percentile(samples[row], share) / median(samples[base])


def _at(row: Row, share: float = 0.5) -> Callable[[Samples], float]:
    return lambda samples: percentile(samples[row], share)


def _slowest_pills(app: str) -> Callable[[Samples], float]:
    others = {names.PRESS.format(facet=facet) for facet in ("documents", "places", "years", "routes")}

    def read(samples: Samples) -> float:
        pills = [
            median(values)
            for (what, found), values in samples.items()
            if found == app and what.startswith("filter by") and what not in others
        ]
        return max(pills) / median(samples[FLOOR])

    return read


def _filters() -> Iterator[_Wanted]:
    pills = names.EVERY_PILL
    for app, limit in ((names.OPEN, 0.5), (names.EVERY, 0.7), (names.MANY, 0.8)):
        yield _Wanted(f"Pills → map, beside the floor: {app}", PRESSES, _times((pills, app)), limit)
        yield _Wanted(f"The slowest facet of pills → map: {app}", PRESSES, _slowest_pills(app), limit)
    for app in (names.OPEN, names.EVERY):
        yield _Wanted(f"Pills → map at p75: {app}", PRESSES, _times((pills, app), share=0.75), 1.0)
        for facet in ("documents", "places", "years"):
            row = names.PRESS.format(facet=facet), app
            yield _Wanted(f"Filter by {facet} → map: {app}", PRESSES, _times(row), 1.0)
    slow, fast = (names.TEXTBOOK_PRESS, names.TEXTBOOK), (pills, names.MANY)
    sentence = "Filter at 3,000 routes, times faster than the textbook way"
    yield _Wanted(sentence, PRESSES, _times(slow, fast), 5, more=True)


def _effects() -> Iterator[_Wanted]:
    yield _Wanted(
        f"Switch of the legend: {names.MANY}", EFFECTS, _at((names.LEGEND, names.MANY)), 50, unit=" ms"
    )
    for app in (names.OPEN, names.FILE):
        yield _Wanted(f"Chapter change: {app}", EFFECTS, _at((names.CHAPTER, app)), 50, unit=" ms")
    app = names.OPEN
    yield _Wanted(f"Focus → map dimmed: {app}", EFFECTS, _times((names.DIMMED, app)), 0.5)
    # What was found before the map filtered itself, where nothing else is asked.
    limits = {
        names.STORY: {names.OPEN: 1.2, names.TWO: 1.2},
        names.MATRIX: {names.OPEN: 1.29, names.TWO: 0.89},
        names.MARK: {names.TWO: 1.05},
    }
    for what, by_app in limits.items():
        for app, limit in by_app.items():
            yield _Wanted(
                f"{what.removesuffix(', ms').capitalize()}: {app}", EFFECTS, _times((what, app)), limit
            )


def _server() -> Iterator[_Wanted]:
    row = names.BYTES, names.OPEN
    yield _Wanted("Sent in a filter rerun, half of what was: 91 kB", COSTS, _at(row), 45.5, unit=" kB")
    command = _at((names.COMMAND, names.OPEN), 1.0)
    yield _Wanted("The largest command beside its ids", COSTS, command, 600, unit=" bytes")
    words = _times((names.FIRST_WORDS, names.OPEN), (names.FIRST_WORDS, names.HELLO_TEXT))
    yield _Wanted("First finding painted, beside hello world's line of text", START, words, 1.5)
    for app, hello_limit, html_limit in ((names.TWO, 1.07, 1.17), (names.OPEN, 1.08, 1.19)):
        for beside, limit in ((names.HELLO, hello_limit), (names.HELLO_HTML, html_limit)):
            read = _times((names.OPENING, app), (names.OPENING, beside))
            yield _Wanted(f"First painted map of {app}, beside {beside}", START, read, limit)
    read = _growth_of_a_session
    yield _Wanted("Memory of one more browser", MEMORY, read, 5, unit=" MB")
    for what in (names.SELECTIONS, names.ODD):
        yield _Wanted(
            what.removesuffix(", MB more than after 100"), MEMORY, _at((what, names.OPEN)), 20, unit=" MB"
        )


def _growth_of_a_session(samples: Samples) -> float:
    one, ten = (samples[row, names.OPEN][0] for row in (names.ONE_SESSION, names.TEN_SESSIONS))
    return (ten - one) / 9


def _work() -> Iterator[_Wanted]:
    loading = _times((names.LOADING, names.SHIPPED), (names.LOADING, names.PANDAS))
    yield _Wanted("Loading, beside pandas and geopandas", WORK, loading, 0.34)

    def slow_frames(samples: Samples) -> float:
        slow, bare = (sum(samples[names.FRAMES, app]) for app in (names.EVERY, names.BARE))
        return slow / max(bare, 1)

    yield _Wanted("Slow frames with every route, beside the base map", WORK, slow_frames, 1.5)
    reading = _times((READING, CODED), (READING, PLAIN))
    yield _Wanted("Reader: 2,000 spans, beside the text alone", WORK, reading, 1.5)
    packed = _times((names.GEOPACKAGE, names.SHIPPED), (names.GEOPACKAGE, names.PYOGRIO))
    yield _Wanted("GeoPackage of everything, beside pyogrio", WORK, packed, 3)


def _crowds() -> Iterator[_Wanted]:
    fifty = crowd(*CROWDS[-1])
    yield _Wanted(f"Filter at p95: {fifty}", LOAD, _at((names.LOAD_PRESS, fifty), 0.95), 500, unit=" ms")
    yield _Wanted(f"Opening: {fifty}", LOAD, _at((names.LOAD_OPENING, fifty)), 1_000, unit=" ms")

    def worst_attack(samples: Samples) -> float:
        calm = percentile(samples[names.ATTACKED, names.PEACE], 0.95)
        during = [
            percentile(values, 0.95) for (_what, when), values in samples.items() if when != names.PEACE
        ]
        return max(during) / calm

    yield _Wanted(
        "Another reader's filter at p95 in the worst attack, beside peace", ATTACKS, worst_attack, 2
    )
