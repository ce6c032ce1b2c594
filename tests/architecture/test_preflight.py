"""What stands in the way of starting is said in one clear sentence."""

import runpy
import socket
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

SCRIPT = ROOT / ".ci" / "preflight.py"


@pytest.fixture(scope="module")
def preflight():
    return runpy.run_path(str(SCRIPT))


def run(*arguments):
    return subprocess.run(
        [sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_a_good_machine_is_let_through():
    answer = run()
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_port_in_use_is_one_sentence_with_a_remedy():
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        answer = run(str(port))
    assert answer.returncode == 1
    assert answer.stderr.count("\n") == 1
    assert f"Port {port} is in use" in answer.stderr
    assert f"make run PORT={port % 65535 + 1}" in answer.stderr


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1", "8501; ls", "٣"])
def test_what_is_no_port_is_said_so(preflight, port, capsys):
    assert preflight["main"]([port]) == 1
    assert "is not a port" in capsys.readouterr().err


def test_an_old_python_and_a_missing_venv_are_named(preflight):
    obstacle = preflight["python_obstacle"]
    assert "Python 3.10 is too old: the atlas needs 3.11 or newer" in obstacle((3, 10, 4), has_venv=True)
    assert "apt-get install python3-venv" in obstacle((3, 11, 0), has_venv=False)
    assert obstacle((3, 14, 0), has_venv=True) == ""
