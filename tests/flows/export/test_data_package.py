"""The Data Package: collections in the form in which they ship, loading again to the same claims."""

import csv
import dataclasses
import io
import json
import shutil
import zipfile
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from flows.export.data_package import data_package_bytes
from flows.query.selection import Selection
from geodata.load import load_atlas
from geodata.schema.columns import TABLES
from tests.conftest import NINE
from tests.flows.export.conftest import NOTHING, WORDS, told
from tests.offline_frictionless import problems


def files(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def descriptor(content):
    return json.loads(files(content)["datapackage.json"])


def test_the_files_are_those_of_the_collection(nine, written):
    found = files(written(data_package_bytes, nine))
    own = {path.relative_to(NINE).as_posix() for path in NINE.rglob("*.*")}
    assert set(found) == own | {"about.txt"}
    for name in ("roles.csv", "flows.csv", "hotspots.csv", "context.csv", "documents/notice-2020.txt"):
        assert found[name].replace(b"\r\n", b"\n") == (NINE / name).read_bytes()


def test_everything_that_ships_loads_again(whole, written, loaded):
    again = loaded(written(data_package_bytes, whole), "all.zip")
    assert again.claims == whole.claims
    assert again.documents == whole.documents
    assert again.collections == whole.collections
    assert dict(again.gazetteer.places) == dict(whole.gazetteer.places)


def test_unpacked_by_hand_it_loads_too(nine, whole, written, tmp_path):
    for name, atlas in (("one", nine), ("several", whole)):
        with zipfile.ZipFile(io.BytesIO(written(data_package_bytes, atlas))) as archive:
            archive.extractall(tmp_path / name)
        assert load_atlas([tmp_path / name]).claims == atlas.claims
    one = load_atlas([tmp_path / "several" / "western-hemisphere"])
    assert one.collections == {"western-hemisphere": whole.collections["western-hemisphere"]}


def test_several_collections_have_one_descriptor_with_resources_named_after_each(whole, written):
    content = written(data_package_bytes, whole)
    assert [name for name in files(content) if name.endswith("datapackage.json")] == ["datapackage.json"]
    told = descriptor(content)
    names = {resource["name"]: resource["path"] for resource in told["resources"]}
    assert names["western-hemisphere-flows"] == "western-hemisphere/flows.csv"
    assert names["country-narratives-flows"] == "country-narratives/flows.csv"
    assert [own["name"] for own in told["collections"]] == list(whole.collections)
    licences = [licence for found in whole.collections.values() for licence in found.descriptor["licenses"]]
    assert told["licenses"] == [licence for n, licence in enumerate(licences) if licence not in licences[:n]]
    flows = next(found for found in told["resources"] if found["name"] == "country-narratives-flows")
    reference = flows["schema"]["foreignKeys"][0]["reference"]
    assert reference == {"resource": "country-narratives-documents", "fields": ["id"]}


def test_what_was_exported_and_read_again_is_exported_alike(whole, written, loaded):
    content = written(data_package_bytes, whole)
    assert written(data_package_bytes, loaded(content, "all.zip")) == content


def test_the_descriptor_hands_on_licences_and_tells_what_the_file_is(nine, written):
    told = descriptor(written(data_package_bytes, nine, Selection(sectors=frozenset({"mining"}))))
    assert told["licenses"] == [{"name": "CC0-1.0", "title": "CC0"}]
    assert told["contributors"] == [{"title": "The tests"}]
    assert told["atlas"]["filter"] == "all forms, in mining"
    assert (told["atlas"]["date"], told["atlas"]["version"]) == ("2026-11-21", "0.3.0")


def test_every_table_has_a_schema_of_its_own_columns(whole, written):
    content = written(data_package_bytes, whole)
    for resource in descriptor(content)["resources"]:
        found = files(content)[resource["path"]]
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
    assert descriptor(content)["name"] == "western-hemisphere"
    assert "flows.csv" in files(content)


def test_an_empty_selection_is_a_file_that_says_so_and_loads(nine, written, loaded):
    content = written(data_package_bytes, nine, NOTHING)
    assert "No claim fits this filter, so this file is empty." in files(content)["about.txt"].decode()
    assert loaded(content, "none.zip").claims == ()


def test_the_same_claims_make_the_same_file(nine, written):
    assert written(data_package_bytes, nine) == written(data_package_bytes, nine)


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(documents=frozenset({"tip-2024"})), NOTHING],
    ids=["several collections", "one", "no claim"],
)
def test_other_programs_validate_the_file_as_it_is(whole, written, tmp_path, selection):
    path = tmp_path / "export.zip"
    path.write_bytes(written(data_package_bytes, whole, selection))
    assert problems(path) == []


def test_names_of_resources_suit_other_programs_whatever_a_document_is_called(nine, written, tmp_path):
    notice = dataclasses.replace(nine.documents["notice-2020"], id="Notice~2020")
    claims = tuple(
        dataclasses.replace(claim, document=notice.id) if claim.document == "notice-2020" else claim
        for claim in nine.claims
    )
    documents = {"Notice~2020": notice, "study-2021": nine.documents["study-2021"]}
    renamed = dataclasses.replace(nine, claims=claims, documents=documents)
    path = tmp_path / "export.zip"
    path.write_bytes(written(data_package_bytes, renamed))
    assert problems(path) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(statement=WORDS)
def test_any_words_load_again(nine, written, loaded, statement):
    changed = told(nine, statement=statement)
    assert loaded(written(data_package_bytes, changed), "any.zip").claims == changed.claims


FORMULA = "=cmd|'/c calc'!A1"
# Words that name a quote or a rule would no longer do so.
LEFT = {"quote", "prefix", "suffix", "rule", "collection", "scheme", "value", "magnitude"}


@pytest.fixture
def of_formulas(tmp_path):
    """The nine claims with a formula in every column of words of every table."""
    folder = shutil.copytree(NINE, tmp_path / "nine")
    places = "id,name,kind,members,rule,lon,lat\ngulf,x,area,,,-90,25.5\n"
    (folder / "places.csv").write_text(places, encoding="utf-8")
    for path in folder.glob("*.csv"):
        columns = TABLES[path.stem].columns.values()
        words = {column.name for column in columns if column.type == "text" and not column.values} - LEFT
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            # Labels stand beside a code, and the nine claims have few; what else is empty has to be.
            said = {name for name in words.intersection(row) if row[name] or name.endswith("_label")}
            row.update(dict.fromkeys(said, FORMULA))
            row.update({"place": "gulf"} if path.stem == "hotspots" else {})
        with path.open("w", encoding="utf-8", newline="") as file:
            page = csv.DictWriter(file, rows[0])
            page.writeheader()
            page.writerows(rows)
    return load_atlas([folder])


def test_no_cell_of_any_table_is_run_as_a_formula(of_formulas, written, loaded):
    content = written(data_package_bytes, of_formulas)
    held = Counter()
    for name, table in files(content).items():
        for row in csv.DictReader(io.StringIO(table.decode())) if name.endswith(".csv") else ():
            for column, cell in row.items():
                assert column in {"lon", "lat"} or not cell.lstrip().startswith(("=", "+", "-", "@"))
                held[name] += cell == f"'{FORMULA}"
    assert {name for name in held if held[name]} >= {
        "documents.csv",
        "flows.csv",
        "places.csv",
        "context.csv",
    }
    again = loaded(content, "nine.zip")
    assert (again.claims, again.documents) == (of_formulas.claims, of_formulas.documents)
    assert again.gazetteer["gulf"].name == FORMULA
