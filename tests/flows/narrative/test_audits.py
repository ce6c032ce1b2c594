"""The files of a collection's audits: read within bounds, told by `check` where broken, never in the way."""

import re
import shutil

import pytest
from typer.testing import CliRunner

from flows.__main__ import app
from flows.narrative.audits import COLUMNS, read_audited, read_audits, read_history
from flows.narrative.blind_audits import lead, scores
from geodata.problems import AtlasError
from tests.conftest import NINE

HEADER = ",".join(COLUMNS)
SCORED = "nine,2026-11-27,9,7,reader,types,8,1,0,0,0.889,0.565,0.980,"
CORRECTION = "claim_id,column,was,now,why,seeds\nflow-hnd-mex,types,,sex_trafficking,Named.,7\n"


def table(line, times=1):
    return f"{HEADER}\n{f'{line}{chr(10)}' * times}".encode()


BROKEN = {
    "no text": (b"\xff", "the file is not UTF-8"),
    "a line of 5 MB": (table("x" * 5_000_000), "a row holds more than 2,000,000 characters"),
    "missing columns": (b"collection,seed\nnine,7\n", "missing columns: day, sample, coder"),
    "empty": (b"", "the file is empty"),
    "no number": (table(SCORED.replace(",8,", ",many,")), 'row 2: yes "many" is not a whole number'),
    "a number beyond measure": (table(SCORED.replace(",8,", f",{'9' * 5_000},")), "is not a whole number"),
    "no day": (table(SCORED.replace("2026-11-27", "2026-13-27")), 'row 2: day "2026-13-27" is not a day'),
    "control signs": (table(f"{SCORED}\0"), "turned holds U+0000"),
    "too many rows": (table(SCORED, 10_000), "more than 10,000 rows"),
    "an open quotation mark": (table('"nine'), "a quotation mark is opened and never closed"),
}


@pytest.fixture
def folder(tmp_path):
    copy = shutil.copytree(NINE, tmp_path / "nine")
    (copy / "coding").mkdir()
    (copy / "coding" / "audits.csv").write_text(f"{HEADER}\n{SCORED}\n", encoding="utf-8")
    (copy / "coding" / "audit_corrections.csv").write_text(CORRECTION, encoding="utf-8")
    return copy


@pytest.fixture(params=BROKEN.values(), ids=BROKEN)
def broken(request, folder):
    content, told = request.param
    (folder / "coding" / "audits.csv").write_bytes(content)
    return folder, told


def check(*paths):
    return CliRunner().invoke(app, ["check", *map(str, paths)])


def test_whole_files_are_read_and_pass(folder):
    audited = read_audited(folder)
    assert [row["field"] for row in audited.history] == ["types"]
    assert [row["seeds"] for row in audited.corrections] == ["7"]
    assert audited.problems == ()
    assert check(folder).exit_code == 0


def test_check_names_what_is_wrong_with_a_history(broken):
    folder, told = broken
    checked = check(folder)
    assert checked.exit_code == 1
    assert told in checked.stderr
    assert {line.partition(":")[0].partition(",")[0] for line in checked.stderr.splitlines()} == {
        "nine/coding/audits.csv"
    }


def test_a_broken_history_is_said_in_a_sentence_and_nothing_of_it_is_counted(broken, nine):
    audited = read_audited(broken[0])
    assert scores([audited], nine) == ()
    _how, said = lead([audited])
    assert said.startswith("The audits of “nine” are left out, as their files are damaged")


def test_broken_corrections_are_told_too_and_not_counted_as_none(folder, nine):
    (folder / "coding" / "audit_corrections.csv").write_bytes(b"\xff")
    checked = check(folder)
    assert (
        checked.exit_code,
        "nine/coding/audit_corrections.csv: the file is not UTF-8" in checked.stderr,
    ) == (
        1,
        True,
    )
    assert scores([read_audited(folder)], nine) == ()
    assert "cells so far" not in " ".join(lead([read_audited(folder)]))


def test_what_stands_in_the_place_of_a_file_is_told(folder):
    (folder / "coding" / "audits.csv").unlink()
    (folder / "coding" / "audits.csv").mkdir()
    assert "this is no ordinary file" in check(folder).stderr


def test_a_broken_history_is_not_written_over(broken):
    folder, told = broken
    with pytest.raises(AtlasError, match=re.escape(told)):
        read_history(folder)


def test_the_collections_in_a_folder_are_read_and_one_that_keeps_no_audits_is_no_problem(folder):
    found = read_audits([folder.parent, folder, folder.parent / "none"])
    assert [len(audited.history) for audited in found] == [1]
    shutil.rmtree(folder / "coding")
    assert read_audits([folder])[0].problems == ()
    assert check(folder).exit_code == 0
