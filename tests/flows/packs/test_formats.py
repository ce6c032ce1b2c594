"""The one list of the formats of packs, and the sentence for each slip on the command line."""

import dataclasses
import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from flows import __main__ as command_line
from flows.i18n import language_in_use
from flows.packs.content import pack_of
from flows.packs.formats import PACK_FORMATS, pack_bytes, pack_file_name
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from tests.conftest import NINE

BEGINNINGS = {
    "html": b"<!DOCTYPE html>",
    "pptx": b"PK\3\4",
    "pdf": b"%PDF-1.7",
    "png": b"\x89PNG",
    "svg": b"<svg ",
}
LESSONS = {"lesson": b"%PDF-1.7", "lesson-docx": b"PK\3\4"}


def run(*words):
    return CliRunner().invoke(command_line.app, [str(word) for word in words])


@pytest.fixture(scope="module")
def pack(nine):
    return pack_of(nine, Request(selection=Selection()), on=dt.date(2026, 11, 27))


def test_the_formats_are_those_of_the_command_line():
    assert list(PACK_FORMATS) == [*BEGINNINGS, *LESSONS] == list(command_line.Briefing.__args__)
    assert {name for name, found in PACK_FORMATS.items() if found.of_story} == set(LESSONS)


def test_each_format_has_words_for_its_button():
    assert all(found.label() and found.making() and found.purpose() for found in PACK_FORMATS.values())


def test_a_pack_is_written_in_its_own_language(pack, monkeypatch):
    spoken = []

    def write(_pack, _tell):
        spoken.append(language_in_use())
        return b"written"

    monkeypatch.setattr(
        "flows.packs.formats.PACK_FORMATS", {"pptx": dataclasses.replace(PACK_FORMATS["pptx"], write=write)}
    )
    assert pack_bytes("pptx", dataclasses.replace(pack, language="xx")) == b"written"
    assert (spoken, language_in_use()) == (["xx"], "en")


def test_a_file_is_named_by_its_part_and_day():
    assert pack_file_name("pptx", "2026-11-27", "all") == "trafficking-flows-pack-all-2026-11-27.pptx"


@pytest.mark.parametrize("name", BEGINNINGS)
def test_every_format_is_written_to_a_file(name, tmp_path):
    file = tmp_path / f"pack.{PACK_FORMATS[name].extension}"
    exported = run("export", "--format", name, "--link", "focus=country:PER", "-o", file, NINE)
    assert (exported.exit_code, exported.stdout) == (0, "")
    assert exported.stderr == f"{file}: 1 of 9 claims from 1 document.\n"
    assert file.read_bytes().startswith(BEGINNINGS[name])


def test_a_story_is_written_to_a_file(tmp_path, monkeypatch):
    # How maps are drawn is tested elsewhere; six of them take their time.
    monkeypatch.setattr("flows.packs.pptx_file.picture", lambda shown, **_size: _pixel())
    exported = run("export", "--format", "pptx", "--story", "three-roles", "-o", tmp_path / "story.pptx")
    assert exported.exit_code == 0
    assert exported.stderr.endswith("17 of 929 claims from 4 documents.\n")


@pytest.mark.parametrize("name", LESSONS)
def test_the_sheets_of_a_lesson_are_written_to_a_file(name, tmp_path):
    file = tmp_path / f"lesson.{PACK_FORMATS[name].extension}"
    exported = run("export", "--format", name, "--story", "five-misreadings", "-o", file)
    assert exported.exit_code == 0
    assert file.read_bytes().startswith(LESSONS[name])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--format", "lesson"], "A lesson is made of a story: name one with --story."),
        (["--story", "three-roles"], "--story is for briefing packs: --format html, "),
        (
            ["--format", "pptx", "--story", "x", "--where", "sectors=mining"],
            "Ask with --where, with --link or",
        ),
        (["--language", "xx"], 'The atlas does not speak "xx". Known: en.'),
        (["--link", "sectors=minning"], '--link: "sectors=minning" is nothing that the atlas knows.'),
    ],
)
def test_every_slip_is_a_sentence(words, sentence, tmp_path):
    refused = run("export", *words, "-o", tmp_path / "file", NINE)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(sentence)
    assert list(tmp_path.iterdir()) == []


def test_a_table_of_a_link_holds_what_is_in_focus(tmp_path):
    exported = run("export", "--link", "focus=country:PER", "-o", tmp_path / "claims.csv", NINE)
    assert exported.stderr.endswith("1 of 9 claims written.\n")


def fill_the_disk(draft, content):
    with draft.open("wb") as file:
        file.write(content[:100])
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", PACK_FORMATS)
def test_a_full_disk_is_a_sentence_and_leaves_no_half_file(name, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "write_bytes", fill_the_disk)
    file = tmp_path / f"pack.{PACK_FORMATS[name].extension}"
    of = ("--story", "five-misreadings") if PACK_FORMATS[name].of_story else (NINE,)
    stopped = run("export", "--format", name, "-o", file, *of)
    assert stopped.exit_code == 1
    assert stopped.stderr == (
        f"{file}: the file cannot be written (No space left on device). Name a file in a folder of yours.\n"
    )
    assert list(tmp_path.iterdir()) == []


STEPS = {
    "html": ["Writing the file"],
    "pptx": ["Drawing the map", "Writing the file"],
    "pdf": ["Drawing the map", "Setting the text"],
    "png": ["Drawing the map", "Writing the file"],
    "svg": ["Drawing the map"],
}


@pytest.mark.parametrize("name", STEPS)
def test_each_step_is_told_and_can_be_the_last(name, pack):
    told = []
    pack_bytes(name, pack, told.append)
    assert told == STEPS[name]

    def stop(_step):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pack_bytes(name, pack, stop)


def test_the_maps_of_a_story_are_counted(both_collections, monkeypatch):
    monkeypatch.setattr("flows.packs.pptx_file.picture", lambda shown, **_size: _pixel())
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    told = []
    pack_bytes("pptx", pack_of(both_collections, Request(selection=Selection()), story), told.append)
    assert told[:2] == ["Drawing map 1 of 6", "Drawing map 2 of 6"]
    assert told[-2:] == ["Drawing map 6 of 6", "Writing the file"]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    stopped = run("export", "--format", "pptx", "-o", tmp_path / "none" / "pack.pptx", NINE)
    assert stopped.exit_code == 1
    assert len(stopped.stderr.splitlines()) == 1


def _pixel():
    png = BytesIO()
    Image.new("RGB", (1, 1), "white").save(png, "PNG")
    return png.getvalue()
