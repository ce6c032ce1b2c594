"""The audit on the command line: drawn, answered, scored, and kept beside the collection."""

import csv
import io
import shutil

import pytest
from typer.testing import CliRunner

from flows.__main__ import app
from flows.audit.questions import coded
from geodata.load import load_atlas
from tests.conftest import NINE


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(NINE, tmp_path / "nine")


def answered(folder, sheet):
    """Draw an audit of the folder's claims as ``sheet``, and answer it as the atlas would."""
    drawn = run("audit", "--sample", 9, "--seed", 7, "--coder", "A. Reader", "--path", folder, "-o", sheet)
    assert drawn.exit_code == 0, drawn.output
    atlas = load_atlas([folder])
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    assert {row["coder"] for row in rows} == {"A. Reader"}
    for row in rows:
        values = coded(atlas.claim(row["claim"]), row["field"])
        row["answer"] = "yes" if row["field"] == "statement" else "|".join(values) or "none"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    return sheet


def test_an_audit_is_drawn_answered_scored_and_kept(folder, tmp_path):
    sheet = answered(folder, tmp_path / "audit.csv")
    scored = run("audit", "score", sheet, folder)
    assert scored.exit_code == 0, scored.output
    assert "nine, types: 1.00 (" in scored.output
    assert "Directions the other way round: 0." in scored.output
    assert "nine," in (folder / "coding" / "audits.csv").read_text(encoding="utf-8")


def test_a_sheet_without_answers_is_refused_and_nothing_is_kept(folder, tmp_path):
    sheet = tmp_path / "audit.csv"
    run("audit", "--sample", 1, "--path", folder, "-o", sheet)
    scored = run("audit", "score", sheet, folder)
    assert scored.exit_code == 1
    assert "audit.csv, row 2: answer is empty." in scored.output
    assert not (folder / "coding").exists()


def test_a_history_that_is_broken_is_named_and_left_as_it_is(folder, tmp_path):
    sheet = answered(folder, tmp_path / "audit.csv")
    history = folder / "coding" / "audits.csv"
    history.parent.mkdir()
    history.write_bytes(b"\xff")
    scored = run("audit", "score", sheet, folder)
    assert scored.exit_code == 1
    assert "nine/coding/audits.csv: the file is not UTF-8" in scored.output
    assert "The scores are not kept." in scored.output
    assert history.read_bytes() == b"\xff"


def test_an_unknown_collection_is_named(folder):
    told = run("audit", "--collection", "nowhere", "--path", folder)
    assert told.exit_code == 2
    assert "No collection is named nowhere. Known: nine." in told.output
