import os
import time
from functools import cache
from pathlib import Path
from types import CodeType


@cache
def _code(page: Path) -> CodeType:
    return compile(page.read_text(encoding="utf-8"), page, "exec")


def run_timed() -> None:
    """Run a page as Streamlit does, in a namespace of its own, and add a line with its seconds to a file."""
    page = Path(os.environ["BENCHMARK_PAGE"])
    code = _code(page)
    start = time.perf_counter()
    try:
        exec(code, {"__name__": "__main__", "__file__": str(page)})  # noqa: S102 - our own page
    finally:
        seconds = time.perf_counter() - start
        with Path(os.environ["BENCHMARK_NOTES"]).open("a", encoding="utf-8") as notes:
            notes.write(f"{seconds}\n")
