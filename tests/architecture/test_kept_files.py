"""Files of others are what their sources say, with their licence beside them, and name no missing file."""

import hashlib
import re
import shutil

import pytest

from tests.architecture.tree import ROOT

FOLDERS = ("vendor", "fonts")
# Ours, beside the files of others.
OUR_NOTES = {"CHECKSUMS", "SOURCES.md", "fonts.css"}


def altered(folder):
    """List the files that differ from their checksum, are missing, or have none."""
    lines = (folder / "CHECKSUMS").read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    present = {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.name not in OUR_NOTES
    }
    return sorted(name for name in expected | present if expected.get(name) != present.get(name))


@pytest.mark.parametrize("name", FOLDERS)
def test_kept_files_are_unaltered(name):
    assert altered(ROOT / "assets" / name) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_altered_missing_and_unlisted_files_are_caught(name, tmp_path):
    folder = shutil.copytree(ROOT / "assets" / name, tmp_path / name)
    first, second, *_ = (line.split()[1] for line in (folder / "CHECKSUMS").read_text("utf-8").splitlines())
    (folder / first).write_bytes(b"altered")
    (folder / second).unlink()
    (folder / "unlisted.js").touch()
    assert altered(folder) == sorted([first, second, "unlisted.js"])


@pytest.mark.parametrize("name", [*FOLDERS, "icons"])
def test_sources_and_licences_stand_beside_the_files(name):
    folder = ROOT / "assets" / name
    sources = (folder / "SOURCES.md").read_text(encoding="utf-8")
    licences = [file.name for file in folder.glob("*.LICENSE")]
    assert licences
    assert all(licence in sources for licence in licences)


@pytest.mark.parametrize("sheet", ["vendor/leaflet.css", "fonts/fonts.css"])
def test_style_sheets_name_files_that_exist(sheet):
    file = ROOT / "assets" / sheet
    named = re.findall(r"url\(([^)#]+)\)", file.read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (file.parent / name.strip("\"'")).is_file()] == []
