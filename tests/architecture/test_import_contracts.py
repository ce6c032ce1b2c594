"""Imports point one way: the contracts of pyproject.toml hold, and each of them bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

FLOWS = "Rooms of flows import one way"
GEODATA = "Rooms of geodata import one way"
CYCLE = "No cycle, not even inside a room"

# A file, a line planted in it, and the contract that has to break.
PLANTED = [
    ("flows/web/planted.py", "import flows.ui.state", FLOWS),
    ("flows/packs/planted.py", "import flows.ui.state", FLOWS),
    ("flows/export/planted.py", "import flows.packs.content", FLOWS),
    ("flows/stories/__init__.py", "import flows.export.formats", FLOWS),
    ("flows/records/__init__.py", "import flows.export.formats", FLOWS),
    ("flows/narrative/planted.py", "import flows.maps.legend", FLOWS),
    ("flows/search/planted.py", "import flows.narrative.story", FLOWS),
    ("flows/geometry/planted.py", "import flows.search.index", FLOWS),
    ("flows/scene/planted.py", "import flows.geometry.curves", FLOWS),
    ("flows/query/planted.py", "import flows.scene.scene", FLOWS),
    ("flows/palette.py", "import flows.query.focus", FLOWS),
    ("flows/unplaced.py", "import math", FLOWS),
    ("geodata/validation/planted.py", "import geodata.load", GEODATA),
    ("geodata/frames.py", "import geodata.load", GEODATA),
    ("geodata/readers/planted.py", "import geodata.validation.cells", GEODATA),
    ("geodata/annotation/planted.py", "import geodata.readers.xlsx", GEODATA),
    ("geodata/model/planted.py", "import geodata.annotation.anchoring", GEODATA),
    ("geodata/gazetteer/planted.py", "import geodata.model.claims", GEODATA),
    ("geodata/vocabulary/planted.py", "import geodata.gazetteer.places", GEODATA),
    ("geodata/schema/planted.py", "import geodata.gazetteer.places", GEODATA),
    ("geodata/vocabulary/planted.py", "import geodata.schema.columns", GEODATA),
    ("geodata/problems.py", "import geodata.schema.columns", GEODATA),
    ("geodata/unplaced.py", "import math", GEODATA),
    ("geodata/load.py", "import geodata.build.gazetteer.names", "Nothing imports what builds the data"),
    ("flows/maps/planted.py", "import geodata.build.gazetteer.names", "Nothing imports what builds the data"),
    ("geodata/gazetteer/places.py", "import geodata.gazetteer.gazetteer", CYCLE),
    ("flows/query/focus.py", "import flows.query.links", CYCLE),
    ("flows/i18n.py", "import flows.ui.state", CYCLE),
    ("geodata/planted.py", "import streamlit", "What is known stands alone"),
    ("geodata/planted.py", "import flows.palette", "What is known stands alone"),
    ("flows/scene/scene.py", "import streamlit", "Only flows.ui speaks Streamlit"),
    ("flows/narrative/planted.py", "import folium", "Only flows.maps draws with folium"),
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
    file = copy / path
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")
    verdict = lint(copy)
    assert verdict.returncode == 1
    assert f"{contract} BROKEN" in verdict.stdout
