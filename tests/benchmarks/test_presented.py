"""Slow frames counted in a made-up trace: moments in milliseconds."""

import json

import pytest

from tests.benchmarks.presented import BEGAN, ENDED, slow_frames

SHOWN = "Display::FrameDisplayed"


def trace(*events):
    return json.dumps({"traceEvents": [{"name": name, "ts": at * 1000} for name, at in events]}).encode()


def shown(*moments):
    return [(SHOWN, at) for at in moments]


def test_waits_of_more_than_33_ms_are_counted():
    assert slow_frames(trace((BEGAN, 0), *shown(16, 49, 83, 99, 200), (ENDED, 216))) == 2


def test_what_is_shown_before_and_after_the_moves_is_left_out():
    events = [*shown(100, 900), (BEGAN, 1000), *shown(1016, 1032), (ENDED, 1040), *shown(1100, 1900)]
    assert slow_frames(trace(*events)) == 0


def test_events_may_come_in_any_order():
    assert slow_frames(trace(*shown(48, 16, 32), (ENDED, 60), (BEGAN, 0))) == 0


def test_a_map_that_stands_still_is_slow():
    assert slow_frames(trace((BEGAN, 0), (ENDED, 500), *shown(600))) == 1


@pytest.mark.parametrize(
    ("events", "missing"),
    [([(BEGAN, 0), (ENDED, 500)], SHOWN), ([(BEGAN, 0), *shown(16)], ENDED)],
)
def test_a_trace_that_cannot_be_counted_is_refused(events, missing):
    with pytest.raises(ValueError, match=missing):
        slow_frames(trace(*events))
