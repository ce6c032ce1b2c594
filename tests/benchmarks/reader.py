"""The reader: a long text with 2,000 coded passages beside the same text without one, until it is painted."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from statistics import median

from playwright.sync_api import Browser

from tests.benchmarks.browser import Spot, browsing, time_visit
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import APPS, Server, serving

READING = "navigation to the painted text, ms"
CODED, PLAIN = "reader, 30,000 words with 2,000 spans", "reader, the same text without spans"
# First paint with spans, as a multiple of that without.
LIMIT = 1.5
_PARAGRAPHS = Spot(find=".reader-text p", what="count")
_SETTING = "READER_CODED"


@contextmanager
def reading_pages() -> Iterator[tuple[Server, Server]]:
    """Serve the page with spans and the page without; they end with the block."""
    with ExitStack() as stack:
        coded, plain = (
            stack.enter_context(serving(APPS / "reader_app.py", settings={_SETTING: setting}))
            for setting in ("1", "0")
        )
        yield coded, plain


def measure_reading(browser: Browser, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by page, each time in an empty window with a session of its own."""
    with reading_pages() as (coded, plain):
        turns = {
            (READING, CODED): partial(time_visit, browser, coded.address, _PARAGRAPHS),
            (READING, PLAIN): partial(time_visit, browser, plain.address, _PARAGRAPHS),
        }
        return in_turn(turns, samples=samples, warmups=warmups)


def ratio(samples: Samples) -> float:
    """Return how many times as long the page with spans takes, by medians."""
    return median(samples[READING, CODED]) / median(samples[READING, PLAIN])


def main() -> int:
    """Measure the reader alone and print what was found."""
    with browsing() as browser:
        found = measure_reading(browser, samples=8, warmups=2)
    for (what, app), values in found.items():
        print(f"{what}; {app}: median {median(values):.0f}, from {min(values):.0f} to {max(values):.0f}")
    print(f"ratio {ratio(found):.2f}, limit {LIMIT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
