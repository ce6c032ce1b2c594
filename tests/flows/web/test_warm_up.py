"""What is made ready before the first reader: in a thread of its own, and never to anybody's harm."""

import subprocess
import sys
import threading

from flows.web.warm_up import warming
from tests.architecture.tree import ROOT
from tests.coroutines import run_coroutine


def run(*steps):
    """Start and end an app with these steps, as its server does."""

    async def serve():
        async with warming(*steps)(None):
            pass

    run_coroutine(serve())
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join(timeout=10)


def test_a_step_that_fails_says_nothing_and_keeps_no_other_from_its_turn(capfd):
    taken = []

    def fail():
        raise ValueError("The collections could not be loaded.")

    run(fail, lambda: taken.append("second"))
    assert taken == ["second"]
    assert capfd.readouterr() == ("", "")


def test_the_server_does_not_wait_for_it():
    go = threading.Event()
    waited = []
    started = warming(lambda: waited.append(go.wait(timeout=10)))

    async def serve():
        async with started(None):
            go.set()

    run_coroutine(serve())
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join(timeout=10)
    assert waited == [True]


def test_importing_the_app_starts_no_thread():
    lines = "import app, threading; print(*[thread.name for thread in threading.enumerate()])"
    asked = subprocess.run(
        [sys.executable, "-c", lines],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "warming" not in asked.stdout.split()
    assert "MainThread" in asked.stdout.split(), asked.stderr


def test_what_was_loaded_is_set_aside_once_the_steps_are_taken():
    lines = (
        "import gc; from flows.web.warm_up import run_steps; seen = [];"
        "run_steps((lambda: seen.append(gc.get_freeze_count()),)); print(*seen, gc.get_freeze_count() > 1000)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", lines],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert asked.stdout.split() == ["0", "True"], asked.stderr
