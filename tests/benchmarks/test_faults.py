"""Runs with faults thrown in lose nothing, and tell when something is lost."""

import asyncio

from tests.benchmarks.faults import HELD, LOST, run_all


def test_two_hundred_runs_lose_nothing():
    found = asyncio.run(run_all(200))
    assert {what: found[what] for what in HELD} == dict.fromkeys(HELD, 0)


def test_a_session_that_passes_over_what_was_pressed_is_noticed(monkeypatch):
    monkeypatch.setattr("flows.ui.reconnect._take_wish", lambda _atlas, _wish: None)
    assert asyncio.run(run_all(200))[LOST] > 0
