"""What is made from the schema is current: the descriptors that ship, and the page on the columns."""

import json
import re

import pytest

from geodata.build import descriptors
from geodata.load import default_collections
from geodata.schema.columns import COLUMNS, TABLES
from geodata.schema.descriptors import table_schema
from geodata.schema.documentation import columns_page
from geodata.vocabulary.terms import slugs

MADE_ANEW = "it is written anew by `python -m geodata.build.descriptors`"


@pytest.mark.parametrize("folder", default_collections(), ids=lambda folder: folder.name)
def test_the_descriptors_that_ship_are_current(folder):
    written = (folder / "datapackage.json").read_text(encoding="utf-8")
    assert json.loads(written) == json.loads(descriptors.descriptor(folder)), MADE_ANEW


def test_the_page_on_the_columns_is_current():
    assert descriptors.PAGE.read_text(encoding="utf-8") == columns_page(), MADE_ANEW


def test_the_command_writes_the_descriptor_of_a_folder(spoiled, monkeypatch, tmp_path):
    monkeypatch.setattr(descriptors, "PAGE", tmp_path / "COLUMNS.md")
    descriptors.main([str(spoiled.folder)])
    written = json.loads((spoiled.folder / "datapackage.json").read_text(encoding="utf-8"))
    assert (written["title"], written["name"]) == ("Nine claims", "nine")
    names = [resource["name"] for resource in written["resources"]]
    assert names[:5] == ["documents", "roles", "flows", "hotspots", "context"]
    assert "notice-2020-sentences" in names
    assert spoiled.sentences() == []
    assert "# The tables of a collection" in (tmp_path / "COLUMNS.md").read_text(encoding="utf-8")


def field(table, column):
    fields = table_schema(table, COLUMNS[table])["fields"]
    return next(found for found in fields if found["name"] == column)


def test_a_needed_word_of_a_list_is_told_as_such():
    assert field("roles", "role") == {
        "name": "role",
        "type": "string",
        "description": "As what the place acts.",
        "constraints": {"required": True, "enum": ["source", "transit", "destination"]},
    }


def test_a_list_of_words_admits_those_of_the_vocabulary_only():
    pattern = re.compile(field("flows", "types")["constraints"]["pattern"])
    assert pattern.fullmatch("|".join(slugs("types")))
    assert not pattern.fullmatch("sex_traficking")
    assert not pattern.fullmatch("sex_trafficking|")


def test_a_tier_may_be_written_in_either_case():
    pattern = re.compile(field("rankings", "value")["constraints"]["pattern"])
    assert [bool(pattern.match(tier)) for tier in ("2WL", "2wl", "1", "4", "11")] == [True] * 3 + [False] * 2


def test_what_is_needed_differs_between_tables_where_the_schema_says_so():
    assert TABLES["roles"].columns["place"].required
    assert not TABLES["context"].columns["place"].required
    assert "required" not in field("context", "place")["constraints"]


def test_claims_refer_to_the_documents_beside_them():
    schema = table_schema("flows", COLUMNS["flows"], "one-documents")
    assert schema["foreignKeys"] == [
        {"fields": ["document"], "reference": {"resource": "one-documents", "fields": ["id"]}}
    ]
    assert "foreignKeys" not in table_schema("places", COLUMNS["places"])
