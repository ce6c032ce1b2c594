"""The page starts fast: what it reads first leaves the slow packages alone."""

import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

# A second or so between them; they are imported where an analyst asks for a frame or a geometry.
SLOW = ["geopandas", "pandas", "pyogrio", "folium", "typst", "py_mini_racer"]

FIRST_STEPS = "from geodata.load import load_atlas; import flows.scene.scene, flows.query.links; load_atlas()"
# What the server makes ready, and a first run of the page.
FIRST_PAGE = """
import app
from streamlit.testing.v1 import AppTest
from flows.ui.first_page import prepare_page
from flows.web.routes import prepare_frame
prepare_page(), prepare_frame()
assert not AppTest.from_file("flows/ui/main.py", default_timeout=60).run().exception
"""


def slow_imports(steps):
    """Run some Python of ours in a fresh process and list the slow packages that it brought in."""
    report = f"{steps}\nimport sys; print(*[name for name in {SLOW} if name in sys.modules])"
    finished = subprocess.run(
        [sys.executable, "-c", report],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.split()


def test_loading_the_atlas_leaves_slow_packages_alone():
    assert slow_imports(FIRST_STEPS) == []


def test_the_first_page_and_its_map_leave_slow_packages_alone():
    assert slow_imports(FIRST_PAGE) == []


@pytest.mark.parametrize("planted", ["import pandas", "import geopandas"])
def test_a_planted_slow_import_is_caught(planted):
    assert planted.removeprefix("import ") in slow_imports(planted)
