"""Whoever silences a check says why on the same line."""

import re

from tests.architecture.tree import ROOT, files, plant

# A silenced rule in a list of pyproject.toml, and one in a line of code.
LISTED = re.compile(r'^\s+"(?:[A-Z]+\d*)",(?!\s*# \w)', re.MULTILINE)
IN_CODE = re.compile(r"# (?:noqa|type: ignore)(?!: ?[A-Z]|\[)")


def silent(root):
    settings = (root / "pyproject.toml").read_text(encoding="utf-8").partition('select = ["ALL"]')[2]
    yield from (f"pyproject.toml: {line.strip()}" for line in LISTED.findall(settings))
    for file in files(root, ".py"):
        if IN_CODE.search(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(root)}: a rule is silenced without naming it"


def test_every_silenced_rule_is_named_with_its_reason():
    assert list(silent(ROOT)) == []


def test_a_silent_one_is_caught(tmp_path):
    settings = 'select = ["ALL"]\nignore = [\n  "D100",\n  "D104",  # names say it\n]\n'
    plant(tmp_path, "pyproject.toml", settings)
    plant(tmp_path, "flows/hush.py", "import os  # " + "noqa\n")
    assert list(silent(tmp_path)) == [
        'pyproject.toml: "D100",',
        "flows/hush.py: a rule is silenced without naming it",
    ]
