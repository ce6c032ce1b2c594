"""What a process does once, after its first page has been shown."""

import gc
from functools import cache


@cache
def settle() -> None:
    """Put what was loaded out of the garbage collector's sight.

    Streamlit collects garbage after every run of the page, and would look through the whole atlas each
    time: 25 to 50 ms for nothing, just when the answer should go out.
    """
    gc.collect()
    gc.freeze()
