"""The Data Package: collections in the form in which they ship, loading again to the same claims."""

import io
import json
import zipfile

from hypothesis import HealthCheck, given, settings

from flows.export.data_package import data_package_bytes
from flows.query.selection import Selection
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.export.conftest import NOTHING, WORDS, told


def files(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def descriptor(content, name="nine"):
    return json.loads(files(content)[f"{name}/datapackage.json"])


def test_the_files_are_those_of_the_collection(nine, written):
    found = files(written(data_package_bytes, nine))
    own = {path.relative_to(NINE.parent).as_posix() for path in NINE.rglob("*.*")}
    assert set(found) == own | {"about.txt"}
    for name in ("roles.csv", "flows.csv", "hotspots.csv", "context.csv", "documents/notice-2020.txt"):
        assert found[f"nine/{name}"].replace(b"\r\n", b"\n") == (NINE / name).read_bytes()


def test_everything_that_ships_loads_again(whole, written, loaded):
    again = loaded(written(data_package_bytes, whole), "all.zip")
    assert again.claims == whole.claims
    assert again.documents == whole.documents
    assert again.collections == whole.collections
    assert dict(again.gazetteer.places) == dict(whole.gazetteer.places)


def test_unpacked_by_hand_it_loads_too(nine, written, tmp_path):
    with zipfile.ZipFile(io.BytesIO(written(data_package_bytes, nine))) as archive:
        archive.extractall(tmp_path)
    assert load_atlas([tmp_path / "nine"]).claims == load_atlas([tmp_path]).claims == nine.claims


def test_the_descriptor_hands_on_licences_and_tells_what_the_file_is(nine, written):
    told = descriptor(written(data_package_bytes, nine, Selection(sectors=frozenset({"mining"}))))
    assert told["licenses"] == [{"title": "CC0"}]
    assert told["contributors"] == [{"title": "The tests"}]
    assert told["atlas"]["filter"] == "all forms, in mining"
    assert (told["atlas"]["date"], told["atlas"]["version"]) == ("2026-11-21", "0.3.0")


def test_every_table_has_a_schema_of_its_own_columns(whole, written):
    content = written(data_package_bytes, whole)
    for name in whole.collections:
        for resource in descriptor(content, name)["resources"]:
            found = files(content)[f"{name}/{resource['path']}"]
            if resource["format"] == "csv":
                columns = [field["name"] for field in resource["schema"]["fields"]]
                assert found.decode().splitlines()[0] == ",".join(columns)


def test_a_selection_has_its_claims_and_their_documents_only(nine, written, loaded):
    content = written(data_package_bytes, nine, Selection(documents=frozenset({"study-2021"})))
    again = loaded(content, "part.zip")
    assert again.claims == tuple(claim for claim in nine.claims if claim.document == "study-2021")
    assert list(again.documents) == ["study-2021"]
    assert not [name for name in files(content) if "notice" in name]


def test_collections_without_a_claim_are_left_out(whole, written):
    content = written(data_package_bytes, whole, Selection(documents=frozenset({"tip-2024"})))
    assert {name.split("/")[0] for name in files(content)} == {"about.txt", "western-hemisphere"}


def test_an_empty_selection_is_a_file_that_says_so_and_loads(nine, written, loaded):
    content = written(data_package_bytes, nine, NOTHING)
    assert "No claim fits this filter, so this file is empty." in files(content)["about.txt"].decode()
    assert loaded(content, "none.zip").claims == ()


def test_the_same_claims_make_the_same_file(nine, written):
    assert written(data_package_bytes, nine) == written(data_package_bytes, nine)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(statement=WORDS)
def test_any_words_load_again(nine, written, loaded, statement):
    changed = told(nine, statement=statement)
    assert loaded(written(data_package_bytes, changed), "any.zip").claims == changed.claims
