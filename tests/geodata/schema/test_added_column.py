"""A column is declared once: added to a copy of the schema, it is found everywhere, without another line."""

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile

import openpyxl
import pyogrio
import pytest

from tests.architecture.tree import ROOT
from tests.conftest import NINE
from tests.offline_frictionless import problems

COLUMN = """
[columns.coder]
type = "word"
values = ["first", "second"]
description = "Who coded the claim."
optional = true
"""
# What an author and a reader do with a collection, in the copy of the project that knows the column.
ACTS = """
import json, sys
from pathlib import Path
from flows.export.formats import FORMATS
from flows.export.reread import reread_csv
from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.build import descriptors
from geodata.frames import roles_frame
from geodata.load import check, load_atlas

folder, wrong, out = map(Path, sys.argv[1:])
descriptors.main([str(folder)])
atlas = load_atlas([folder])
scene = compose(atlas, Selection())
for name in ("csv", "xlsx", "geojson", "gpkg", "datapackage"):
    (out / name).with_suffix(f".{FORMATS[name].extension}").write_bytes(
        FORMATS[name].write(atlas, scene, stamp_of(atlas, scene))
    )
told = {
    "wrong": [problem.sentence() for problem in check([wrong])[0]],
    "zip": load_atlas([out / "datapackage.zip"]).claims == atlas.claims,
    "xlsx": load_atlas([out / "xlsx.xlsx"]).claims == atlas.claims,
    "csv": reread_csv(out / "csv.csv", atlas) == atlas.claims,
    "frame": list(roles_frame(atlas)["coder"]),
}
(out / "told.json").write_text(json.dumps(told), encoding="utf-8")
"""


def with_coder(folder, coder):
    """Give the first role claim of a copy of the nine claims a coder."""
    shutil.copytree(NINE, folder)
    with (folder / "roles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    added = [[*rows[0], "coder"], [*rows[1], coder], *([*row, ""] for row in rows[2:])]
    with (folder / "roles.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(added)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the folder of what a copy of the project made whose schema has one more column."""
    copy, out = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("out")
    for room in ("geodata", "flows", "assets"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    schema = copy / "geodata" / "schema" / "schema.toml"
    words = schema.read_text(encoding="utf-8")
    assert '"reading"]' in words
    schema.write_text(words.replace('"reading"]', '"reading", "coder"]') + COLUMN, encoding="utf-8")
    nine, wrong = with_coder(out / "nine", "first"), with_coder(out / "wrong", "third")
    command = [sys.executable, "-c", ACTS, str(nine), str(wrong), str(out)]
    run = subprocess.run(command, cwd=copy, capture_output=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    shutil.copy(copy / "geodata" / "collections" / "COLUMNS.md", out)
    return out


@pytest.fixture(scope="module")
def told(made):
    return json.loads((made / "told.json").read_text(encoding="utf-8"))


def test_the_reader_checks_it(told):
    assert told["wrong"] == [
        'wrong/roles.csv, row 2: coder "third" is not a known word. Known: first, second.',
    ]


def test_the_descriptor_and_the_page_describe_it(made):
    package = json.loads((made / "nine" / "datapackage.json").read_text(encoding="utf-8"))
    fields = {found["name"]: found["schema"]["fields"] for found in package["resources"] if "schema" in found}
    described = {"name": "coder", "type": "string", "description": "Who coded the claim."}
    assert fields["roles"][-1] == described | {"constraints": {"enum": ["first", "second"]}}
    assert "coder" not in [field["name"] for field in fields["flows"]]  # whose table does without it
    page = (made / "COLUMNS.md").read_text(encoding="utf-8")
    row = "| `coder` | may be missing | one of `first`, `second` | Who coded the claim. |"
    assert page.count(row) == len(("roles", "flows", "hotspots", "context", "rankings"))
    assert problems(made / "nine" / "datapackage.json") == []


def test_every_export_has_it(made, told):
    with (made / "csv.csv").open(encoding="utf-8", newline="") as file:
        assert [row["coder"] for row in csv.DictReader(file)] == ["first"] + [""] * 8
    geojson = json.loads((made / "geojson.geojson").read_text(encoding="utf-8"))
    assert [feature["properties"]["coder"] for feature in geojson["features"]] == ["first"] + [""] * 8
    book = openpyxl.load_workbook(made / "xlsx.xlsx")
    heading, first, *_others = book["roles"].iter_rows(values_only=True)
    assert dict(zip(heading, first, strict=True))["coder"] == "first"
    assert list(pyogrio.read_dataframe(made / "gpkg.gpkg", layer="roles")["coder"]) == ["first", ""]
    with zipfile.ZipFile(made / "datapackage.zip") as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("roles.csv").decode(), newline="")))
    assert [row["coder"] for row in rows] == ["first", ""]
    assert problems(made / "datapackage.zip") == []
    assert told["frame"] == ["first", ""]


def test_what_was_exported_is_read_with_it_again(told):
    assert (told["zip"], told["xlsx"], told["csv"]) == (True, True, True)
