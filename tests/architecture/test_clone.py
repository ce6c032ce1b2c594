"""A clone is the same atlas everywhere: with the line ends of Windows, in a folder of any name."""

import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

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
    if not (ROOT / ".git").exists():
        pytest.skip("no clone of the repository: there is nothing to clone again")
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
