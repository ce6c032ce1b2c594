"""What `geodata` offers at its door, and the lines of the README that use it."""

import re
import textwrap

import geodata
from tests.architecture.tree import ROOT


def test_the_door_offers_the_atlas_and_its_error():
    assert sorted(geodata.__all__) == ["Atlas", "AtlasError", "load_atlas"]
    assert issubclass(geodata.AtlasError, Exception)


def readme():
    """Return the Python lines of the README, each block as a text."""
    return re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def run(block):
    named: dict[str, object] = {}
    exec(textwrap.dedent(block), named)  # noqa: S102 - our own README
    return named


def test_the_lines_about_folium_save_a_map(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(readme()[1])
    assert "L.AtlasLayer" in (tmp_path / "forced-labor.html").read_text(encoding="utf-8")


def test_the_three_lines_of_the_readme_make_a_frame():
    named = run(readme()[0])
    assert len(named["flows"]) > 100
    assert named["flows"].crs == "EPSG:4326"
