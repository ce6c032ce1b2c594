"""The README names every room, and none that is not there."""

import re

from tests.architecture.tree import ROOT

ROOM = re.compile(r"`((?:flows|geodata)/[a-z_]+)`")


def named(text):
    rows = (line.partition("|")[2].partition("|")[0] for line in text.splitlines() if line.startswith("| `"))
    return {room for row in rows for room in ROOM.findall(row)}


def rooms(root):
    return {f"{file.parent.parent.name}/{file.parent.name}" for file in root.glob("*/*/__init__.py")}


def test_every_room_is_named_with_its_job():
    assert named((ROOT / "README.md").read_text(encoding="utf-8")) == {
        room for room in rooms(ROOT) if room.startswith(("flows/", "geodata/"))
    }


def test_a_room_that_is_not_named_is_caught(tmp_path):
    (tmp_path / "flows" / "attic").mkdir(parents=True)
    (tmp_path / "flows" / "attic" / "__init__.py").touch()
    assert rooms(tmp_path) - named("| `flows/ui` | the page |") == {"flows/attic"}
