"""Runs with faults thrown in lose nothing, and tell when something is lost."""

from tests.benchmarks.faults import HELD, LOST, run_all
from tests.coroutines import run_coroutine


def test_two_hundred_runs_lose_nothing():
    found = run_coroutine(run_all(200))
    assert {what: found[what] for what in HELD} == dict.fromkeys(HELD, 0)


def test_a_session_that_passes_over_what_was_pressed_is_noticed(monkeypatch):
    monkeypatch.setattr("flows.ui.reconnect._take_wish", lambda _atlas, _wish: None)
    assert run_coroutine(run_all(200))[LOST] > 0
