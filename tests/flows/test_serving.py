"""Serving: what stands in the way is said in a sentence; otherwise the chosen collections are shown."""

import os
import re
import runpy
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection

import pytest
from typer.testing import CliRunner

from flows import __main__ as command_line
from geodata.load import CHOSEN_COLLECTIONS
from tests.conftest import NINE


def serve(*words):
    return CliRunner().invoke(command_line.app, ["serve", *(str(word) for word in words)])


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def started(monkeypatch):
    """Where, what and with which collections Streamlit would have been started."""
    calls = []
    monkeypatch.setenv(CHOSEN_COLLECTIONS, "")
    monkeypatch.setattr(os, "chdir", calls.append)
    monkeypatch.setattr(sys, "path", sys.path.copy())
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.setattr(runpy, "run_module", lambda module, **_: calls.append([module, *sys.argv[1:]]))
    return calls


def test_the_shipped_collections_are_served_from_the_projects_folder(started, free_port):
    assert serve("--port", free_port).exit_code == 0
    words = ["streamlit", "run", "app.py", "--server.port", str(free_port)]
    assert started == [command_line.ROOT, words]
    assert os.environ[CHOSEN_COLLECTIONS] == ""


def test_other_collections_travel_with_their_whole_path(started, free_port):
    relative = os.path.relpath(NINE)
    assert serve("--port", free_port, relative).exit_code == 0
    assert os.environ[CHOSEN_COLLECTIONS] == str(NINE.resolve())


def test_collections_named_in_the_environment_are_checked_too(started, free_port, monkeypatch, tmp_path):
    monkeypatch.setenv(CHOSEN_COLLECTIONS, str(tmp_path / "none"))
    served = serve("--port", free_port)
    assert (served.exit_code, started) == (1, [])
    assert "there is no such folder" in served.stderr


def test_a_port_in_use_is_told(started):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        served = serve("--port", port)
    assert (served.exit_code, started) == (1, [])
    assert served.stderr == (
        f"Port {port} is in use: stop what holds it, or choose another: serve --port {port % 65535 + 1}\n"
    )


def test_a_missing_page_is_told(started, monkeypatch, tmp_path):
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    served = serve(NINE)
    assert (served.exit_code, started) == (1, [])
    assert served.stderr == (
        f"{tmp_path / 'app.py'} is missing: serve the atlas from a whole copy of the project.\n"
    )


def test_the_page_of_another_collection_is_served_from_any_folder(free_port, tmp_path):
    words = [sys.executable, command_line.ROOT / "flows", "serve", "--port", str(free_port), NINE]
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            assert any("URL:" in line for line in server.stdout)
            marks = re.search(r"marks-\w+\.json", fetch(free_port, "/atlas/map.html"))[0]
            assert '"PE-MDD' in fetch(free_port, f"/atlas/{marks}")
        finally:
            server.terminate()


def fetch(port, path):
    with closing(HTTPConnection("localhost", port)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8")
