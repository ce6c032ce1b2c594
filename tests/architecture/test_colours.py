"""A colour is written in the palette and nowhere else."""

import re

from tests.architecture.tree import ROOT, files, plant

COLOUR = re.compile(
    r"(?<![\w&])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgba?|hsla?|oklch)\(\s*\d"
)
PAINTED = (
    "app.py",
    "geodata",
    "flows",
    "assets/templates",
    "assets/web",
    "assets/style.css",
    "assets/evidence.css",
    "assets/fonts/fonts.css",
    "assets/icons",
)


def stray_colours(root):
    for file in files(root, ".py", ".js", ".css", ".html", ".svg", within=PAINTED):
        # The module that reads the palette shows in its docstrings how a colour is written.
        if file == root / "flows" / "palette.py":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if COLOUR.search(line):
                yield f"{file.relative_to(root)}, line {number}: {line.strip()}"


def test_colours_stand_in_the_palette_only():
    assert list(stray_colours(ROOT)) == []


def test_a_planted_colour_is_caught(tmp_path):
    plant(tmp_path, "flows/maps/base.py", 'WATER = "#E9EFF2"\nANCHOR = "#map"\n')
    plant(tmp_path, "assets/style.css", ".note { color: rgb(10 20 30); }\n.a { color: var(--atlas-ink); }\n")
    assert [line.split(":")[0] for line in stray_colours(tmp_path)] == [
        "flows/maps/base.py, line 1",
        "assets/style.css, line 1",
    ]
