"""Measure everything in one run, print it and keep it: `python -m tests.benchmarks [--quick]`."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from geodata.load import load_atlas
from tests.benchmarks.browser import browsing
from tests.benchmarks.cost import measure_costs
from tests.benchmarks.frames import measure_frames
from tests.benchmarks.gpkg import measure_geopackage
from tests.benchmarks.layout import layout_rows
from tests.benchmarks.loading import measure_loading
from tests.benchmarks.many_routes import write_many_routes
from tests.benchmarks.memory import measure_memory
from tests.benchmarks.names import GEOPACKAGE, PYOGRIO, SHIPPED
from tests.benchmarks.opening import measure_openings
from tests.benchmarks.reader import measure_reading
from tests.benchmarks.repaint import measure_repaints
from tests.benchmarks.report import report
from tests.benchmarks.rounds import Samples

RESULTS = Path(__file__).with_name("RESULTS.md")
# Enough for quartiles that say something; a start-up takes seconds, so there are fewer of them.
SAMPLES, WARMUPS, OPENINGS = 12, 2, 4
QUICK_SAMPLES, QUICK_WARMUPS, QUICK_OPENINGS = 3, 1, 2


def main() -> int:
    """Run the benchmark; return 0 whatever was reached, because a busy machine is no error."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few samples, printed and not kept")
    quick = parser.parse_args().quick
    with TemporaryDirectory() as folder, browsing() as browser:
        samples = _measure(browser, Path(folder), quick=quick)
        text = report(samples, browser.version, layout_rows(load_atlas()))
    print(text)
    if not quick:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


def _measure(browser: Browser, folder: Path, *, quick: bool) -> Samples:
    samples, warmups = (QUICK_SAMPLES, QUICK_WARMUPS) if quick else (SAMPLES, WARMUPS)
    openings = QUICK_OPENINGS if quick else OPENINGS
    many = write_many_routes(folder / "many-routes")
    print("Presses and their paints")
    found = measure_repaints(browser, many, samples=samples, warmups=warmups)
    print("What a rerun costs")
    found |= measure_costs(browser, many, folder, samples=samples, warmups=warmups)
    print("Start-up")
    found |= measure_openings(browser, samples=openings, warmups=1)
    print("Loading, moving the map, reading, taking away")
    found |= measure_loading(samples=samples, warmups=warmups)
    found |= measure_frames(browser, samples=samples, warmups=warmups)
    found |= measure_reading(browser, samples=openings, warmups=1)
    ours, alone, _ratio = measure_geopackage(openings + 1)
    found |= {(GEOPACKAGE, SHIPPED): [ours], (GEOPACKAGE, PYOGRIO): [alone]}
    print("Memory")
    return found | measure_memory(browser)


if __name__ == "__main__":
    sys.exit(main())
