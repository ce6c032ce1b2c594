"""A ZIP file and a folder of folders stand for the collections in them."""

import json
import shutil
import zipfile

import pytest

from geodata.load import check, load_atlas
from geodata.readers.limits import SETTING
from tests.conftest import NINE


@pytest.fixture
def two(tmp_path):
    """A folder with the nine claims and with an empty collection."""
    folder = tmp_path / "both"
    shutil.copytree(NINE, folder / "nine")
    (folder / "none").mkdir()
    (folder / "none" / "datapackage.json").write_text(
        json.dumps({"name": "none", "title": "None"}), encoding="utf-8"
    )
    header = (NINE / "documents.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "none" / "documents.csv").write_text(header, encoding="utf-8")
    return folder


def zipped(folder, path):
    return shutil.make_archive(path.with_suffix(""), "zip", folder)


def sentences(*paths):
    return [problem.sentence() for problem in check(paths)[0]]


def test_a_folder_of_collections_is_all_of_them(two, nine):
    atlas = load_atlas([two])
    assert list(atlas.collections) == ["nine", "none"]
    assert atlas.claims == nine.claims


def test_a_zip_file_is_all_collections_in_it(two, nine, tmp_path):
    atlas = load_atlas([tmp_path / zipped(two, tmp_path / "both.zip")])
    assert list(atlas.collections) == ["nine", "none"]
    assert atlas.documents == nine.documents
    assert atlas.claims == nine.claims


def test_a_zip_file_may_hold_one_collection_without_a_folder(nine, tmp_path):
    assert load_atlas([tmp_path / zipped(NINE, tmp_path / "alone.zip")]).claims == nine.claims


@pytest.fixture
def listed(tmp_path):
    """A folder with the nine claims, described from above; return what writes that descriptor."""
    shutil.copytree(NINE, tmp_path / "both" / "nine", dirs_exist_ok=True)
    (tmp_path / "both" / "nine" / "datapackage.json").unlink()

    def describe(*collections, paths=TABLES):
        resources = [{"name": path, "path": path} for path in paths]
        package = {"name": "both", "collections": collections, "resources": resources}
        (tmp_path / "both" / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return tmp_path / "both"

    return describe


TABLES = tuple(f"nine/{path.name}" for path in sorted(NINE.glob("*.csv")))
NINE_CLAIMS = {"name": "nine", "title": "Nine claims"}


def test_one_descriptor_may_describe_a_collection_in_a_folder_of_its_name(listed, nine):
    folder = listed(NINE_CLAIMS)
    for path in (folder, folder / "nine"):
        atlas = load_atlas([path])
        assert [found.title for found in atlas.collections.values()] == ["Nine claims"]
        assert atlas.claims == nine.claims


def test_a_file_that_the_descriptor_above_lists_and_nobody_packed_is_told(listed):
    folder = listed(NINE_CLAIMS, paths=(*TABLES, "nine/rankings.csv"))
    (told,) = sentences(folder)
    assert told.startswith('both/datapackage.json: "rankings.csv" is listed, but is not there.')


def test_a_listed_collection_without_a_folder_is_told(listed):
    assert any("there is no such folder" in told for told in sentences(listed(NINE_CLAIMS, {"name": "gone"})))


@pytest.mark.parametrize("name", ["..", "../nine", "/etc", "", None, 9, "a b"])
def test_a_listed_name_that_leads_elsewhere_is_told(listed, name):
    told = sentences(listed(NINE_CLAIMS, {"name": name}))
    assert len(told) == 1
    assert "is not the name of a folder. Use letters A to Z" in told[0]


def test_a_collection_beside_the_listed_ones_is_read_too(two, listed):
    folder = listed(NINE_CLAIMS)
    assert list(load_atlas([folder]).collections) == ["nine", "none"]


def test_a_problem_in_a_zip_file_has_its_address(two, tmp_path):
    roles = two / "nine" / "roles.csv"
    words = roles.read_text(encoding="utf-8").replace(",MEX,source", ",Burma,source")
    roles.write_text(words, encoding="utf-8")
    told = sentences(tmp_path / zipped(two, tmp_path / "both.zip"))
    assert told == ['nine/roles.csv, row 3: place "Burma" is not a known place. Closest: "Myanmar" (MMR).']


def test_damage_is_a_sentence(tmp_path):
    (tmp_path / "torn.zip").write_bytes(b"PK\3\4 torn")
    assert sentences(tmp_path / "torn.zip") == [
        "torn.zip: the ZIP file cannot be unpacked (BadZipFile). Fetch or pack it again."
    ]


def test_a_file_that_would_fill_the_memory_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setenv(SETTING, "unfolded=1000000")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("roles.csv", b"0" * 2_000_000)
    assert sentences(tmp_path / "bomb.zip") == [
        "bomb.zip: the file unfolds to more than 1 MB. Split the collection."
    ]


def test_no_file_is_put_outside_the_room_for_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "sly.zip", "w") as archive:
        archive.writestr("../../../../sly.txt", "out")
        archive.writestr("nine/datapackage.json", "{}")
    assert sentences(tmp_path / "sly.zip")
    assert [path.name for path in tmp_path.rglob("sly*")] == ["sly.zip"]
