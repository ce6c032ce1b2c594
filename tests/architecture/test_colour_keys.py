"""Every colour that a script or a style asks for is in the palette: a missing one would be silently black."""

import re

from flows.palette import css_variables
from tests.architecture.tree import ROOT, files, plant

ASKED = re.compile(r"""--atlas-([a-z][a-z0-9-]*)|\bcolour\(\s*["']([a-z0-9-]+)["']\s*\)""")
STYLED = (
    "flows",
    "assets/templates",
    "assets/web",
    "assets/style.css",
    "assets/evidence.css",
    "assets/pack.css",
)


def unknown_keys(root):
    known = set(re.findall(r"--atlas-([a-z0-9-]+):", css_variables("light")))
    for file in files(root, ".py", ".js", ".css", ".html", within=STYLED):
        for variable, key in ASKED.findall(file.read_text(encoding="utf-8")):
            if (variable or key) not in known:
                yield f"{file.relative_to(root)}: {variable or key}"


def test_every_key_has_a_colour():
    assert list(unknown_keys(ROOT)) == []


def test_a_planted_unknown_key_is_caught(tmp_path):
    plant(tmp_path, "assets/web/map.js", 'fill(colour("watter"), colour("ink"));\n')
    plant(
        tmp_path,
        "assets/style.css",
        ".note { color: var(--atlas-glow); background: var(--atlas-surface); }\n",
    )
    assert list(unknown_keys(tmp_path)) == ["assets/web/map.js: watter", "assets/style.css: glow"]
