"""Each hostile file ends in sentences, within five seconds and 500 MB of memory."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from geodata.load import check
from geodata.readers.limits import SETTING
from tests.architecture.tree import ROOT
from tests.conftest import NINE
from tests.geodata.readers.hostile import WORKBOOKS, cell, workbook, wrong_rows

SECONDS, MEGABYTES = 5, 500
# What is large and good may take more: a quarter of a minute on a quiet machine.
LONGER, MORE = 60, 700
# Seconds of the processor, so that other work on the machine does not count.
BOUNDED = """
import resource, sys
from pathlib import Path
from geodata.load import check
from geodata.problems import listing
problems, atlas = check([Path(sys.argv[1])])
used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss, which a process inherits from the one that starts it.
peak = Path("/proc/self/status").read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]
print(used.ru_utime + used.ru_stime, int(peak) / 1000)
print(*(listing(problems) if atlas is None else [f"claims: {len(atlas.claims):,}"]), sep="\\n")
"""


bounded = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="this system does not tell the peak of memory there"
)


def told_within_bounds(path: Path, seconds: float = SECONDS, megabytes: float = MEGABYTES) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert not finished.stderr
    figures, *told = finished.stdout.splitlines()
    took, held = map(float, figures.split())
    assert (took <= seconds, held <= megabytes) == (True, True), figures
    return told


@bounded
@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_hostile_workbook_is_a_sentence(name, tmp_path):
    parts, expected = WORKBOOKS[name]
    told = told_within_bounds(workbook(tmp_path / "book.xlsx", **parts))
    assert re.search(expected, told[0])
    assert len(told) <= 3


@bounded
def test_twenty_thousand_rows_with_four_wrong_cells_are_two_hundred_lines(spoiled):
    wrong_rows(spoiled.folder)
    told = told_within_bounds(spoiled.folder)
    assert len(told) <= 210
    more = [line.partition(" more in nine/flows.csv: ")[2] for line in told if line.startswith("… and 19,9")]
    assert {"origin … is not a known place.", "year … is not a year."} < set(more)


@bounded
def test_five_thousand_marks_in_a_text_are_no_hindrance(spoiled):
    text = spoiled.folder / "documents" / "notice-2020.txt"
    content = text.read_bytes() + b"\ne" + "\u0301\u0323".encode() * 2_500
    text.write_bytes(content)
    spoiled.set("documents", 2, sha256=hashlib.sha256(content).hexdigest())
    sentences = text.with_name("notice-2020.sentences.csv")
    span = f"{len(content.decode()) - 5_001},{len(content.decode())},sentence\n"
    sentences.write_text(sentences.read_text(encoding="utf-8") + span, encoding="utf-8")
    assert told_within_bounds(spoiled.folder) == ["claims: 9"]


@bounded
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"id," + b"a," * 20_000_000, "a row holds more than 2,000,000 characters."),
        (b"id\n" * 10_000_000, "the table has more than 250,000 rows."),
        (b'id\n"' + b"x" * 1_000_000 + b'"\n', "line 2: a cell holds more than 131,072 characters."),
        (b'id,document\na,"b\nc,d\n', "line 2: a quotation mark is opened and never closed."),
    ],
)
def test_a_hostile_csv_is_a_sentence(spoiled, content, expected):
    (spoiled.folder / "flows.csv").write_bytes(content)
    assert any(f"nine/flows.csv: {expected}" in line for line in told_within_bounds(spoiled.folder))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@bounded
def test_a_pipe_is_a_sentence(spoiled):
    (spoiled.folder / "flows.csv").unlink()
    os.mkfifo(spoiled.folder / "flows.csv")
    told = told_within_bounds(spoiled.folder)
    assert told[0].startswith("nine/flows.csv: this is no ordinary file, but a folder, a pipe or a device.")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
@bounded
def test_a_table_linked_to_a_device_is_a_sentence(spoiled):
    (spoiled.folder / "flows.csv").unlink()
    (spoiled.folder / "flows.csv").symlink_to("/dev/zero")
    assert "this is no ordinary file" in told_within_bounds(spoiled.folder)[0]


def test_an_empty_zip_file_is_a_sentence(tmp_path):
    zipfile.ZipFile(tmp_path / "none.zip", "w").close()
    assert [problem.sentence() for problem in check([tmp_path / "none.zip"])[0]] == [
        "none.zip: the ZIP file is empty. Pack the folder of a collection into it."
    ]


@pytest.mark.parametrize("sign", ["\0", "\x0c", "\x1b", "\x85"])
def test_control_signs_are_told_with_row_and_column(spoiled, sign):
    spoiled.set("roles", 3, statement=f"An{sign}other")
    (told,) = spoiled.sentences()
    assert told.startswith(
        f"nine/roles.csv, row 3: statement holds U+{ord(sign):04X}, which no page can show."
    )


def test_half_a_surrogate_pair_in_a_descriptor_is_told(spoiled):
    path = spoiled.folder / "datapackage.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Nine claims", "Nine \\ud800 claims"), encoding="utf-8"
    )
    (told,) = spoiled.sentences()
    assert told == (
        'nine/datapackage.json: "Nine [U+D800] claims" holds U+D800, which no page can show. Take it out.'
    )


def test_a_formula_without_its_value_is_told(tmp_path):
    path = workbook(tmp_path / "book.xlsx", row=(f'{cell("A1")}<c r="B1"><f>1+1</f></c>', 1))
    told = [problem.sentence() for problem in check([path])[0]]
    assert told[0].startswith("book.xlsx, sheet flows, row 1: column 2 holds a formula without its value.")


def test_the_limits_are_settings(spoiled, monkeypatch):
    monkeypatch.setenv(SETTING, "rows=2")
    assert "nine/flows.csv: the table has more than 2 rows. Split the collection." in spoiled.sentences()
    monkeypatch.setenv(SETTING, "rows=900,lines=7")
    (told,) = spoiled.sentences()
    assert told.startswith(
        'ATLAS_LIMITS: "lines=7" is no limit. Write one as rows=500000; known: cells, columns,'
    )


@bounded
def test_two_hundred_thousand_good_rows_are_read(tmp_path):
    folder = Path(shutil.copytree(NINE, tmp_path / "nine"))
    header, first, *_ = (folder / "roles.csv").read_text(encoding="utf-8").splitlines()
    rows = (first.replace("role-mex", f"role-{n}") for n in range(200_000))
    (folder / "roles.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    assert told_within_bounds(folder, LONGER, MORE) == ["claims: 200,007"]
