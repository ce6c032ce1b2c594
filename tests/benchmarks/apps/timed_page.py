"""Run the page named in BENCHMARK_PAGE and note its seconds in the file named in BENCHMARK_NOTES."""

from tests.benchmarks.apps.stopwatch import run_timed

run_timed()
