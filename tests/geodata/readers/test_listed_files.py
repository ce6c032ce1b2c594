"""A descriptor lists files; one that is lost is told, or a collection would be half loaded."""

import json

import pytest


def describe(folder, *paths):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [{"name": "x", "path": path} for path in paths]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def test_a_file_that_a_package_lists_and_lacks_is_told(spoiled):
    tables = ["flows.csv", "hotspots.csv", "context.csv", "documents.csv", "rankings.csv"]
    describe(spoiled.folder, "roles.csv", "documents/notice-2020.txt", tables)
    (spoiled.folder / "roles.csv").unlink()
    remedy = "Put it back, or take it out of the resources there."
    assert spoiled.sentences() == [
        f'nine/datapackage.json: "roles.csv" is listed, but is not there. {remedy}',
        f'nine/datapackage.json: "rankings.csv" is listed, but is not there. {remedy}',
    ]


@pytest.mark.parametrize(
    "path", ["coding/notes.csv", "https://example.org/a.csv", "../a.csv", "a" * 999, 7, None]
)
def test_what_a_package_lists_for_others_is_not_looked_for(spoiled, path):
    describe(spoiled.folder, path)
    assert spoiled.sentences() == []
