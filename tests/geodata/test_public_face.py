"""What `geodata` offers at its door, and the lines of the README that use it."""

import re
import textwrap

import geodata
from tests.architecture.tree import ROOT


def test_the_door_offers_the_atlas_and_its_error():
    assert sorted(geodata.__all__) == ["Atlas", "AtlasError", "load_atlas"]
    assert issubclass(geodata.AtlasError, Exception)


def test_the_three_lines_of_the_readme_make_a_frame():
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    named: dict[str, object] = {}
    exec(textwrap.dedent(block), named)  # noqa: S102 - our own README
    assert len(named["flows"]) > 100
    assert named["flows"].crs == "EPSG:4326"
