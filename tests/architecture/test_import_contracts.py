"""Imports point one way: the contracts of pyproject.toml hold, and each of them bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# A file, a line planted in it, and the contract that has to break.
PLANTED = [
    ("geodata/planted.py", "import streamlit", "What is known stands alone"),
    ("geodata/planted.py", "import flows.palette", "What is known stands alone"),
    ("flows/scene/scene.py", "import streamlit", "Only flows.ui speaks Streamlit"),
    ("flows/narrative/planted.py", "import folium", "Only flows.maps draws with folium"),
    ("flows/query/selection.py", "import flows.scene.scene", "Imports point one way"),
    ("flows/narrative/planted.py", "import flows.maps", "Imports point one way"),
    ("flows/unplaced.py", "import math", "Imports point one way"),
]


def lint(root):
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=root, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture
def copy(tmp_path):
    for package in ("geodata", "flows"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_all_but_python)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _all_but_python(folder, names):
    return [name for name in names if not (name.endswith(".py") or (Path(folder) / name).is_dir())]


def test_contracts_hold(copy):
    verdict = lint(copy)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize(("path", "line", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(copy, path, line, contract):
    with (copy / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    verdict = lint(copy)
    assert verdict.returncode == 1
    assert f"{contract} BROKEN" in verdict.stdout
