"""A descriptor lists files; what is lost, unlisted or elsewhere is told, or half a collection would load."""

import json
import shutil

import pytest

LISTED = ["roles.csv", "flows.csv", "hotspots.csv", "context.csv", "documents.csv"]
OWN_FOLDER = "Put them into the collection's own folder, or begin its name with _ to keep it."


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


def test_a_table_that_a_package_of_others_does_not_list_is_told(spoiled):
    describe(spoiled.folder, *LISTED)
    assert spoiled.sentences() == []
    rankings = "id,document,place,scheme,value,year,assertion,certainty,statement,quote\n"
    (spoiled.folder / "rankings.csv").write_text(rankings, encoding="utf-8")
    (spoiled.folder / "_roles.csv").write_text("for me", encoding="utf-8")
    assert 'nine/datapackage.json: "rankings.csv" is there, but is not listed. ' in "".join(
        spoiled.sentences()
    )


def test_a_workbook_that_is_not_listed_beside_tables_that_are_is_told(spoiled):
    describe(spoiled.folder, *LISTED)
    (spoiled.folder / "more.xlsx").write_bytes(b"")
    remedy = "List it in the resources there, or take it away."
    assert f'nine/datapackage.json: "more.xlsx" is there, but is not listed. {remedy}' in spoiled.sentences()


def test_a_package_that_lists_no_table_need_not_list_any(spoiled):
    describe(spoiled.folder, "documents/notice-2020.txt")
    assert spoiled.sentences() == []


@pytest.mark.parametrize("elsewhere", ["tables/flows.csv", "../flows.csv", "https://example.org/flows.csv"])
def test_a_table_that_is_listed_elsewhere_is_told(spoiled, elsewhere):
    describe(spoiled.folder, *LISTED, elsewhere)
    (told,) = spoiled.sentences()
    assert told.startswith(f'nine/datapackage.json: the table "{elsewhere}" is listed, but is not read from')


@pytest.mark.parametrize("data", ["id,place\na,MEX", [{"id": "a"}], None])
def test_a_table_inside_the_descriptor_is_told(spoiled, data):
    package = json.loads((spoiled.folder / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [{"name": "Flows", "data": data}, {"name": "notes", "data": "mine"}]
    (spoiled.folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    told = 'nine/datapackage.json: the table "Flows" stands in the descriptor itself.'
    assert spoiled.sentences() == [f"{told} Write it as a CSV file beside it."]


@pytest.mark.parametrize(
    "name", ["old/flows.csv", "data/csv/Roles.CSV", "book/claims.xlsx", "a/b/c/flows.csv"]
)
def test_a_folder_that_holds_tables_is_told(spoiled, name):
    (spoiled.folder / name).parent.mkdir(parents=True)
    shutil.copy(spoiled.folder / "flows.csv", spoiled.folder / name)
    folder, *_between, table = name.split("/")
    told = f'nine/{folder}: the folder holds tables, which are not read: "{table}".'
    assert spoiled.sentences() == [f"{told} {OWN_FOLDER}"]


def test_a_collection_inside_another_is_told(spoiled):
    shutil.copytree(spoiled.folder, spoiled.folder / "more")
    (told,) = spoiled.sentences()
    assert told.startswith("nine/more: the folder holds tables, which are not read")


@pytest.mark.parametrize(
    "name", ["_old/flows.csv", "pictures/map.png", "coding/audits.csv", "old/_flows.csv"]
)
def test_a_folder_for_people_is_left_aside(spoiled, name):
    (spoiled.folder / name).parent.mkdir()
    (spoiled.folder / name).write_bytes(b"words")
    assert spoiled.sentences() == []


@pytest.mark.parametrize("name", ["Documents", "stor ies\u200b", "Stories"])
def test_a_folder_whose_name_is_slightly_off_is_told(spoiled, name):
    meant = "stories" if "s" in name[0].lower() else "documents"
    if meant == "documents":
        (spoiled.folder / "documents").rename(spoiled.folder / name)
    else:
        (spoiled.folder / name).mkdir()
    assert f'nine/{name}: the folder is not read. Call it "{meant}".' in spoiled.sentences()
