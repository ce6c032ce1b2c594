"""What the command line says to a disk that is full, or to a reader who has gone: a sentence, or nothing."""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.__main__ import ROOT, app
from tests.conftest import NINE

FULL = Path("/dev/full")
FULL_DISK = pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")


def started(*words, unbuffered="", **streams):
    return subprocess.Popen(
        [sys.executable, "-m", "flows", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **streams,
    )


def to_a_full_disk(*words, **settings):
    with FULL.open("w", encoding="utf-8") as full, started(*words, stdout=full, **settings) as told:
        (said,) = told.stderr.read().splitlines()
    return told.returncode, said


@FULL_DISK
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "at once"])
@pytest.mark.parametrize("words", [("check", NINE), ("--help",)], ids=["check", "help"])
def test_what_is_said_to_a_full_disk_ends_in_a_sentence(words, unbuffered):
    told = to_a_full_disk(*words, unbuffered=unbuffered)
    assert told == (
        1,
        "-: the output cannot be written (No space left on device). Make room there, or send it elsewhere.",
    )


@FULL_DISK
def test_reread_and_score_end_in_a_sentence_too(tmp_path):
    folder = shutil.copytree(NINE, tmp_path / "nine")
    exported, sheet = tmp_path / "claims.csv", tmp_path / "audit.csv"
    run = CliRunner().invoke
    assert run(app, ["export", str(folder), "-o", str(exported)]).exit_code == 0
    drawn = run(app, ["audit", "--sample", "1", "--path", str(folder)]).stdout
    rows = list(csv.DictReader(io.StringIO(drawn)))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(row | {"answer": "unread"} for row in rows)
    for words in (("reread", exported, folder), ("audit", "score", sheet, folder)):
        code, said = to_a_full_disk(*words)
        assert (code, said.startswith("-: the output cannot be written")) == (1, True)


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "at once"])
def test_a_reader_who_has_gone_is_told_nothing(unbuffered):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone, started("check", NINE, stdout=gone, unbuffered=unbuffered) as told:
        assert told.stderr.read() == ""
    assert told.returncode == 1
