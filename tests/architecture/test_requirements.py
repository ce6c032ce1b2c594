"""Each package we ask for has bounds and a reason, and each one we import is asked for."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement

from tests.architecture.tree import ROOT, files, plant, syntax

OUR_OWN = {"app", "flows", "geodata", "tests"}
# What a line of pyproject.toml says after a requirement.
REASON = re.compile(r'^  "(?P<requirement>[^"]+)",  # \w', re.MULTILINE)


def requirements(root, *, tests):
    """List what pyproject.toml asks for: to run the atlas, or to test it too."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]["dev"] if tests else []
    return [*settings["project"]["dependencies"], *groups]


def careless(root):
    """List the requirements that lack a lower bound, an upper bound or a reason."""
    reasoned = REASON.findall((root / "pyproject.toml").read_text(encoding="utf-8"))
    for line in requirements(root, tests=True):
        bounds = {bound.operator for bound in Requirement(line).specifier}
        if bounds != {">=", "<"} or line not in reasoned:
            yield line


def unasked(root, within, *, tests):
    """List the packages that the program imports and pyproject.toml does not name."""
    asked = {_plain(Requirement(line).name) for line in requirements(root, tests=tests)}
    providers = packages_distributions()
    for module in sorted(set(_imported(root, within)) - OUR_OWN - sys.stdlib_module_names):
        if not {_plain(name) for name in [module, *providers.get(module, [])]} & asked:
            yield module


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(root, within):
    for file in files(root, ".py", within=within):
        for node in ast.walk(syntax(file)):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield node.module.split(".")[0]


def test_every_requirement_has_bounds_and_a_reason():
    assert list(careless(ROOT)) == []


def test_every_import_is_asked_for():
    assert list(unasked(ROOT, ("app.py", "geodata", "flows"), tests=False)) == []
    assert list(unasked(ROOT, ("tests", ".ci"), tests=True)) == []


PLANTED = """[project]
dependencies = [
  "folium",  # the map
  "types-shapely>=2,<3",
]
[dependency-groups]
dev = [
  "pytest>=9",  # runs the tests
  "ruff>=0.17,<0.18",  # format and lint
]
"""


def test_a_careless_requirement_is_caught(tmp_path):
    plant(tmp_path, "pyproject.toml", PLANTED)
    assert list(careless(tmp_path)) == ["folium", "types-shapely>=2,<3", "pytest>=9"]


def test_an_unasked_package_is_caught(tmp_path):
    plant(tmp_path, "pyproject.toml", PLANTED)
    plant(tmp_path, "flows/curves.py", "import math\nimport pytest\nfrom shapely import box\nimport flows\n")
    assert list(unasked(tmp_path, ("flows",), tests=False)) == ["pytest", "shapely"]
    assert list(unasked(tmp_path, ("flows",), tests=True)) == ["shapely"]
