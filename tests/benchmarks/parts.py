"""The parts of the run, each in a process of its own: one that fails or hangs takes no other with it."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.benchmarks import targets
from tests.benchmarks.ablation import measure_tricks
from tests.benchmarks.browser import browsing
from tests.benchmarks.cost import measure_costs
from tests.benchmarks.effects import measure_effects
from tests.benchmarks.frames import measure_frames
from tests.benchmarks.gpkg import measure_geopackage
from tests.benchmarks.layout import layout_samples
from tests.benchmarks.load import measure_attacks, measure_load
from tests.benchmarks.loading import measure_loading
from tests.benchmarks.many_routes import write_many_routes
from tests.benchmarks.memory import measure_growth, measure_memory
from tests.benchmarks.names import GEOPACKAGE, PYOGRIO, SHIPPED
from tests.benchmarks.opening import measure_first_words, measure_openings
from tests.benchmarks.presses import measure_presses
from tests.benchmarks.reader import measure_reading
from tests.benchmarks.rounds import Samples
from tests.benchmarks.trace import measure_trace

FILE = "samples.json"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a part is run: in an empty folder, and whether a few samples will do."""

    folder: Path
    quick: bool

    def many(self) -> Path:
        """Write the collection of made-up routes and return its folder."""
        return write_many_routes(self.folder / "many-routes")

    def number(self, full: int, few: int) -> int:
        """Return how many samples to take."""
        return few if self.quick else full


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: what measures it, piece by piece, and the seconds after which it is given up."""

    measure: Callable[[Run], Iterator[Samples]]
    seconds: int


def _presses(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_presses(browser, run.many(), samples=run.number(8, 2), warmups=1)


def _trace(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_trace(browser, run.many(), samples=run.number(2, 1), warmups=0)


def _effects(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_effects(browser, run.many(), samples=run.number(10, 2), warmups=run.number(2, 1))


def _costs(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_costs(
            browser, run.many(), run.folder, samples=run.number(10, 2), warmups=run.number(2, 1)
        )


def _start(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_first_words(browser, samples=run.number(10, 2), warmups=2)
        yield measure_openings(browser, samples=run.number(4, 1), warmups=1)


def _work(run: Run) -> Iterator[Samples]:
    samples, openings = run.number(10, 2), run.number(4, 1)
    yield measure_loading(samples=samples, warmups=1)
    with browsing() as browser:
        yield measure_frames(browser, samples=samples, warmups=1)
        yield measure_reading(browser, samples=openings, warmups=1)
    ours, alone, _ratio = measure_geopackage(openings + 1)
    yield {(GEOPACKAGE, SHIPPED): [ours], (GEOPACKAGE, PYOGRIO): [alone]}
    yield layout_samples()


def _memory(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield measure_memory(browser)
    yield measure_growth(selections=run.number(1_000, 150), requests=run.number(500, 150))


def _load(run: Run) -> Iterator[Samples]:
    yield measure_load(seconds=run.number(30, 4))


def _attacks(run: Run) -> Iterator[Samples]:
    yield measure_attacks(presses=run.number(24, 4))


def _tricks(run: Run) -> Iterator[Samples]:
    with browsing() as browser:
        yield from measure_tricks(
            browser, run.many(), run.folder, samples=run.number(8, 2), openings=run.number(3, 1)
        )


# On a quiet machine each needs about half of its seconds. The tricks are a run of their own.
PARTS = {
    targets.PRESSES: Part(measure=_presses, seconds=480),
    targets.TRACE: Part(measure=_trace, seconds=240),
    targets.EFFECTS: Part(measure=_effects, seconds=240),
    targets.COSTS: Part(measure=_costs, seconds=180),
    targets.START: Part(measure=_start, seconds=180),
    targets.WORK: Part(measure=_work, seconds=180),
    targets.MEMORY: Part(measure=_memory, seconds=240),
    targets.LOAD: Part(measure=_load, seconds=180),
    targets.ATTACKS: Part(measure=_attacks, seconds=180),
    targets.TRICKS: Part(measure=_tricks, seconds=1400),
}


def run_part(name: str, *, quick: bool, most_seconds: float) -> tuple[Samples, str]:
    """Run a part in a process of its own; return what it measured, and why there is no more ("" for all)."""
    limit, why = min(PARTS[name].seconds, most_seconds), ""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "tests.benchmarks.parts", name, folder, *["--quick"] * quick]
        process = subprocess.Popen(command, cwd=ROOT)
        try:
            if code := process.wait(timeout=limit):
                why = f"it ended with {code}, and what it printed says more"
        except subprocess.TimeoutExpired:
            why = f"it was given up after {limit:.0f} s"
        finally:
            _end(process)
        file = Path(folder) / FILE
        rows = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return {(what, app): values for what, app, values in rows}, why


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a part with the servers and the browser that it started."""
    if process.poll() is not None:
        return
    family = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    for member in family:
        if member.is_running():
            member.kill()
    process.wait()


def _keep(found: Samples, file: Path) -> None:
    """Write what was found so far; at no moment is the file half written."""
    rows = [[what, app, values] for (what, app), values in found.items()]
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(rows), encoding="utf-8")
    beside.replace(file)


def main() -> int:
    """Measure one part and write its samples into the folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.parts", description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    found: Samples = {}
    for piece in PARTS[asked.part].measure(Run(folder=asked.folder, quick=asked.quick)):
        found |= piece
        _keep(found, asked.folder / FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
