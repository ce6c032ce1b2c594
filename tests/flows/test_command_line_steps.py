"""On a terminal an export says what it is at, and Ctrl-C ends it with a sentence and no file."""

import os
import signal
import subprocess
import sys

import pytest

from flows.__main__ import ROOT
from tests.conftest import NINE

pty = pytest.importorskip("pty", reason="this system has no terminals of this kind")


def heard(leader, until=""):
    """Return what a terminal shows until some words stand there, or until nobody writes to it any more."""
    said = b""
    while not until or until.encode() not in said:
        try:
            more = os.read(leader, 4096)
        except OSError:  # as Linux says that the other end is closed
            break
        if not more:
            break
        said += more
    return said.decode()


@pytest.fixture
def exporting(tmp_path):
    """Start an export on a terminal of its own."""
    leader, follower = pty.openpty()
    words = [sys.executable, "-m", "flows", "export", "--format", "pptx", "-o", tmp_path / "pack.pptx"]

    def start(*more):
        started = subprocess.Popen([*words, *more], cwd=ROOT, stderr=follower, stdout=subprocess.DEVNULL)
        os.close(follower)
        return started, leader

    yield start
    os.close(leader)


def test_each_step_is_shown_on_a_terminal_and_leaves_the_line_to_what_was_made(exporting, tmp_path):
    started, leader = exporting(NINE)
    shown = heard(leader)
    assert started.wait(60) == 0
    steps = ["Gathering what the documents say …", "Drawing the map …", "Writing the file …"]
    places = [shown.index(step) for step in steps]
    assert places == sorted(places)
    assert shown.rstrip().split("\r")[-1] == f"{tmp_path / 'pack.pptx'}: 9 of 9 claims from 2 documents."


def test_ctrl_c_ends_an_export_with_a_sentence_and_no_file(exporting, tmp_path):
    started, leader = exporting("--story", "three-roles")
    heard(leader, until="Drawing map 1")
    started.send_signal(signal.SIGINT)
    shown = heard(leader)
    assert started.wait(60) == 130
    assert shown.rstrip().split("\r")[-1] == "Stopped: nothing was written."
    assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []
