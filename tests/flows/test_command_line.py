"""What the command line answers: on the nine claims, on the shipped collection and to slips."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.__main__ import ROOT, app
from geodata.load import CHOSEN_COLLECTIONS
from tests.conftest import NINE


def run(*words):
    """Run the command line with these words."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def crooked(tmp_path):
    """A copy of the nine claims with two roles that hold three mistakes between them."""
    folder = shutil.copytree(NINE, tmp_path / "crooked")
    words = (folder / "roles.csv").read_text(encoding="utf-8")
    for right, wrong in {",MEX,destination": ",Burma,destination", ",source,": ",sorce,"}.items():
        words = words.replace(right, wrong)
    words = words.replace("role-mex-source", "role-mex-destination")
    (folder / "roles.csv").write_text(words, encoding="utf-8")
    return folder


def test_check_tells_how_much_of_the_shipped_documents_is_coded():
    checked = run("check")
    assert (checked.exit_code, checked.stderr) == (0, "")
    told = checked.stdout.splitlines()
    assert told[-16:-14] == [
        "crs-rl33200: 18 of 18 sentences coded: 7 mapped, 7 noted region-wide, 4 framing",
        "929 claims: 130 role, 628 flow, 58 hotspot, 80 context, 33 ranking",
    ]


def test_check_ends_with_how_much_of_every_table_was_read():
    told = run("check").stdout.splitlines()[-14:]
    assert told[2] == "country-narratives/flows: 613 rows in, 613 claims out"
    assert told[7:] == [
        "western-hemisphere/documents: 2 rows in, 2 documents out",
        "western-hemisphere/roles: 14 rows in, 14 claims out",
        "western-hemisphere/flows: 15 rows in, 15 claims out",
        "western-hemisphere/hotspots: 1 row in, 1 claim out",
        "western-hemisphere/context: 80 rows in, 80 claims out",
        "western-hemisphere/rankings: 1 row in, 1 claim out",
        "western-hemisphere/places: 1 row in, 1 place out",
    ]


def test_check_names_every_problem_of_every_collection_at_once(crooked, tmp_path):
    checked = run("check", crooked, tmp_path / "none")
    assert checked.exit_code == 1
    assert "nine/roles: 2 rows in, 0 claims out" in checked.stdout.splitlines()
    assert sorted(checked.stderr.splitlines()) == sorted(
        [
            'crooked/roles.csv, row 2: place "Burma" is not a known place. Closest: "Myanmar" (MMR).',
            'crooked/roles.csv, row 3: role "sorce" is not a known word of roles. Closest: "source".',
            (
                'crooked/roles.csv, row 3: id "role-mex-destination" is already that of '
                "crooked/roles.csv, row 2. Give each its own id."
            ),
            f"{tmp_path / 'none'}: there is no such folder. Name a collection's folder or workbook.",
        ]
    )


@pytest.mark.parametrize("command", ["check", "export", "serve"])
def test_a_command_that_names_nothing_takes_what_the_page_would_show(command, crooked, monkeypatch):
    monkeypatch.setenv(CHOSEN_COLLECTIONS, str(crooked))
    answered = run(command)
    assert answered.exit_code == 1
    assert "claims:" not in answered.stdout
    assert len(answered.stderr.splitlines()) == 3


@pytest.mark.parametrize("command", ["export", "serve"])
def test_nothing_is_exported_or_served_of_a_collection_with_problems(command, crooked):
    answered = run(command, crooked)
    assert (answered.exit_code, answered.stdout) == (1, "")
    assert len(answered.stderr.splitlines()) == 3


def test_export_writes_a_table_of_every_claim_to_the_screen():
    exported = run("export", NINE)
    assert (exported.exit_code, exported.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(exported.stdout_bytes.decode("utf-8"), newline="")))
    assert len(rows) == 9
    assert rows[4]["statement"].startswith("Men from Guatemala are taken through Mexico")


def test_export_writes_every_claim_of_every_collection():
    assert len(run("export").stdout.splitlines()) == 1 + 929


def test_export_writes_the_claims_that_the_filters_admit_to_a_file(tmp_path):
    file = tmp_path / "claims.geojson"
    exported = run(
        "export", "--format", "geojson", "--where", "types=forced_labor&sectors=mining", "-o", file, NINE
    )
    assert (exported.exit_code, exported.stdout) == (0, "")
    assert exported.stderr == f"{file}: 1 of 9 claims written.\n"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert [feature["id"] for feature in features] == ["hotspot-madre-de-dios"]


def test_export_refuses_filters_that_it_does_not_know_and_writes_nothing(tmp_path):
    exported = run("export", "--where", "colour=red&types=forced_labour", "-o", tmp_path / "claims.csv")
    assert (exported.exit_code, exported.stdout) == (2, "")
    assert [line.split(".")[0] for line in exported.stderr.splitlines()] == [
        '--where: "colour" is not a filter',
        '--where: "forced_labour" is not a known value of types',
    ]
    assert list(tmp_path.iterdir()) == []


def test_export_says_that_a_file_cannot_be_written(tmp_path):
    exported = run("export", "-o", tmp_path / "none" / "claims.csv", NINE)
    assert exported.exit_code == 1
    assert exported.stderr == (
        f"{tmp_path / 'none' / 'claims.csv'}: the file cannot be written (No such file or directory). "
        "Name a file in a folder of yours.\n"
    )


def test_problems_are_shown_up_to_two_hundred_and_written_whole_to_a_file(crooked, tmp_path):
    header, row, _ = (crooked / "roles.csv").read_text(encoding="utf-8").splitlines()
    rows = [row.replace("role-mex", f"role-{n}-mex").replace("described", "descibed") for n in range(3_000)]
    (crooked / "roles.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    checked = run("check", crooked, "--report", tmp_path / "problems.txt")
    assert checked.exit_code == 1
    told = checked.stderr.splitlines()
    assert 190 < len(told) < 210
    assert "… and 2,900 more in crooked/roles.csv: place … is not a known place." in told
    written = (tmp_path / "problems.txt").read_text(encoding="utf-8").splitlines()
    assert len(written) == 6_000
    assert written[0] == told[0]


def test_a_report_that_cannot_be_written_is_a_sentence(tmp_path):
    checked = run("check", NINE, "--report", tmp_path / "none" / "problems.txt")
    assert checked.exit_code == 1
    assert "the file cannot be written (No such file or directory)" in checked.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_export_to_a_full_disk_is_a_sentence():
    command = [sys.executable, "-m", "flows", "export", str(NINE)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert told.returncode == 1
    assert told.stderr.startswith("-: the output cannot be written (No space left on device). Name a file")
    assert len(told.stderr.splitlines()) == 1


def test_check_starts_without_the_page_and_the_slow_packages():
    steps = (
        "import sys; from typer.testing import CliRunner; from flows.__main__ import app; "
        "assert CliRunner().invoke(app, ['check']).exit_code == 0; "
        "print(*{'streamlit', 'geopandas', 'pandas', 'folium'} & set(sys.modules))"
    )
    assert python("-c", steps).stdout.strip() == ""


def test_an_old_python_is_told_in_a_sentence():
    steps = (
        "import runpy, sys; sys.version_info = (3, 9, 18, 'final', 0); "
        "runpy.run_module('flows', run_name='__main__')"
    )
    told = python("-c", steps)
    assert told.returncode == 1
    assert told.stderr == "This Python is too old: the atlas needs Python 3.11 or newer.\n"


def python(*arguments):
    """Run Python in the project's folder."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )


def test_a_name_that_the_screen_cannot_show_stops_nothing(tmp_path):
    file = tmp_path / "Südamerika.csv"
    assert run("export", "-o", file, NINE).exit_code == 0
    reread = [sys.executable, "-m", "flows", "reread", file, NINE]
    surroundings = {**os.environ, "PYTHONIOENCODING": "cp855"}
    told = subprocess.run(reread, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
    assert rb"S\xfcdamerika.csv" in told.stdout
