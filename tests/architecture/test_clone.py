"""A clone is the same atlas everywhere: with the line ends of Windows, in a folder of any name."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.architecture.tree import ROOT

# What Windows allows in no name of a file, and the names that it keeps for itself.
BARRED = re.compile(
    r'[<>:"|?*\\\x00-\x1f]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)', re.IGNORECASE
)
# Windows takes 260 signs for a whole path, the folder of the clone among them.
LONGEST = 140
# What Git for Windows sets when it is installed with its defaults, and its strictest neighbour.
WINDOWS = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf"]


def said(words, folder):
    finished = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("no git or no clone of the repository: there is nothing to clone again")
    folder = tmp_path_factory.mktemp("clone") / "Señora Núñez, 100% ünïcode" / "the atlas"
    folder.parent.mkdir()
    said(["git", "clone", "--quiet", *WINDOWS, str(ROOT), str(folder)], ROOT)
    return folder


def test_every_file_keeps_its_line_ends(clone):
    rows = [line.split(maxsplit=2) for line in said(["git", "ls-files", "--eol"], clone).splitlines()]
    assert len(rows) > 100
    altered = [rest for kept, here, rest in rows if kept.removeprefix("i/") != here.removeprefix("w/")]
    assert altered == []


def test_the_collections_are_the_same(clone):
    check = [sys.executable, "-m", "flows", "check"]
    assert said(check, clone) == said(check, ROOT)


def test_every_file_can_stand_on_every_system(clone):
    names = said(["git", "ls-files", "-z"], clone).strip("\0").split("\0")
    assert [name for name in names if BARRED.search(name) or len(name) > LONGEST] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_the_page_is_served_without_make_where_names_are_not_utf_8(clone):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = [sys.executable, "-u", "-m", "flows", "serve", "--port", str(port)]
    surroundings = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with subprocess.Popen(
        words, cwd=clone, env=surroundings, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            assert any("URL:" in line for line in server.stdout)
            with urllib.request.urlopen(f"http://localhost:{port}/atlas/map.html") as answer:
                assert answer.status == 200
        finally:
            server.terminate()
