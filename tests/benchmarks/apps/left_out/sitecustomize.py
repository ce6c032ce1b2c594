"""Python imports this first where the benchmark puts this folder on its path: one trick is left out."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[4]))
from tests.benchmarks.without import leave_out

leave_out(os.environ.get("BENCHMARK_WITHOUT", ""))
