"""Measure everything in one run, print it and keep it: `python -m tests.benchmarks [--quick] [PART …]`.

A run with ``--quick``, or of some parts alone, is printed and not kept. The soak is a run of its own, and so
is what each trick is worth (`make ablation`), which has a file of its own.
"""

import argparse
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.browser import browsing
from tests.benchmarks.parts import PARTS, run_part
from tests.benchmarks.report import report
from tests.benchmarks.targets import TRICKS

RESULTS = Path(__file__).with_name("RESULTS.md")
ABLATION = Path(__file__).with_name("ABLATION.md")
# What people saw, which no run measures: it stands at the end of the results.
TRIAL = Path(__file__).with_name("TRIAL.md")
# Beyond this no part is begun, and the one that runs is given up.
MOST_SECONDS = 25 * 60


def main() -> int:
    """Run the benchmark; return 1 where a part failed, and 0 whatever was reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help="the first words of parts: " + "; ".join(PARTS)
    )
    parser.add_argument("--quick", action="store_true", help="few samples, printed and not kept")
    asked = parser.parse_args()
    whole = [part for part in PARTS if part != TRICKS]
    chosen = [part for part in PARTS if part.startswith(tuple(asked.parts))] if asked.parts else whole
    results, failures = {}, {}
    began = perf_counter()
    for part in chosen:
        print(f"{part.capitalize()} (after {(perf_counter() - began) / 60:.1f} minutes)", flush=True)
        left = MOST_SECONDS - (perf_counter() - began)
        results[part], why = run_part(part, quick=asked.quick, most_seconds=max(1.0, left))
        if why:
            failures[part] = why
            print(f"  failed: {why}", flush=True)
    with browsing() as browser:
        text = report(results, failures, browser.version)
    print(text)
    if chosen == [TRICKS] and not asked.quick:
        ABLATION.write_text(text, encoding="utf-8")
    if chosen == whole and not asked.quick:
        RESULTS.write_text(f"{text}\n{TRIAL.read_text(encoding='utf-8')}", encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
