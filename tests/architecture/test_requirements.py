"""Each package we ask for has bounds and a reason, and each one we import is asked for."""

import ast
import re
import sys
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement

from tests.architecture.tree import ROOT, files, plant, syntax

OUR_OWN = {"app", "flows", "geodata", "tests"}
# Imported only where an author splits a new document, who has requirements-dev.txt.
AUTHORING = ["pysbd"]
# Part of what another package offers its users; that package's bounds govern them.
SPOKEN_THROUGH = {"branca": "folium", "jinja2": "folium", "numpy": "shapely", "pyproj": "geopandas"}


def requirements(root, name):
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def careless(lines):
    """List the requirements that lack a lower bound, an upper bound or a reason."""
    for line in lines:
        package, _, reason = line.partition("  # ")
        bounds = {bound.operator for bound in Requirement(package).specifier}
        if bounds != {">=", "<"} or not reason.strip():
            yield line


def unasked(root, within, names):
    """List the packages that the program imports and no requirements file names."""
    asked = {
        _plain(Requirement(line.partition("#")[0]).name)
        for name in names
        for line in requirements(root, name)
    }
    providers = packages_distributions()
    for module in sorted(set(_imported(root, within)) - OUR_OWN - sys.stdlib_module_names):
        offered_by = [SPOKEN_THROUGH.get(module, module), *providers.get(module, [])]
        if not {_plain(name) for name in offered_by} & asked:
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
    lines = requirements(ROOT, "requirements.txt") + requirements(ROOT, "requirements-dev.txt")
    assert list(careless(lines)) == []


def test_every_import_is_asked_for():
    assert list(unasked(ROOT, ("app.py", "geodata", "flows"), ["requirements.txt"])) == AUTHORING
    assert list(unasked(ROOT, ("tests",), ["requirements.txt", "requirements-dev.txt"])) == []


def test_a_careless_requirement_is_caught():
    planted = [
        "folium  # the map",
        "folium>=0.20,<1",
        "folium>=0.20  # the map",
        "folium>=0.20,<1  # the map",
    ]
    assert list(careless(planted)) == planted[:3]


def test_an_unasked_package_is_caught(tmp_path):
    plant(tmp_path, "requirements.txt", "types-shapely>=2,<3  # types only\n")
    plant(tmp_path, "flows/geometry/curves.py", "import math\nfrom shapely import box\nimport flows\n")
    assert list(unasked(tmp_path, ("flows",), ["requirements.txt"])) == ["shapely"]
