"""Frames that reached the screen, read from a trace of Chromium.

The display compositor writes the instant `Display::FrameDisplayed` at the moment at which the display reports
that a frame has been shown (`Display::DidReceivePresentationFeedback` in components/viz/service/display of
Chromium's source). The page's own `performance.mark` stands in the same trace, on the same clock.
"""

import json
from itertools import pairwise
from typing import Any

# The two categories hold little else, so that tracing does not slow down what is traced.
CATEGORIES = ("disabled-by-default-display.framedisplayed", "blink.user_timing")
BEGAN, ENDED = "map-moves-began", "map-moves-ended"
SLOW_US = 33_000
_SHOWN = "Display::FrameDisplayed"


def slow_frames(trace: bytes) -> int:
    """Count the waits of more than 33 ms for a new frame between the marks `BEGAN` and `ENDED`.

    The wait for the first frame and that after the last count too: a map that stands still all the time is
    slow. Raises ValueError for a trace without the marks or without a single frame.
    """
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    began, ended = (_moment(events, mark) for mark in (BEGAN, ENDED))
    shown = sorted(event["ts"] for event in events if event["name"] == _SHOWN)
    if not shown:
        raise ValueError(f"The trace names no {_SHOWN}: does this Chromium still write it?")
    moments = [began, *(moment for moment in shown if began < moment < ended), ended]
    return sum(later - earlier > SLOW_US for earlier, later in pairwise(moments))


def _moment(events: list[dict[str, Any]], mark: str) -> float:
    found: float | None = next((event["ts"] for event in events if event["name"] == mark), None)
    if found is None:
        raise ValueError(f"The trace has no mark {mark}.")
    return found
