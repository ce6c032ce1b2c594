import json

import pytest

from flows.export.geojson import geojson_bytes
from flows.export.layers import GEOMETRY
from flows.export.rows import claim_row
from flows.query.selection import Selection
from geodata.model.claims import CLAIM_KINDS


@pytest.fixture(scope="session")
def collection_of(written):
    def collection(atlas, **chosen):
        return json.loads(written(geojson_bytes, atlas, Selection.from_values(chosen)))

    return collection


def test_a_feature_a_claim_with_the_columns_of_the_table_and_how_it_is_drawn(nine, collection_of):
    written = collection_of(nine)
    assert written["type"] == "FeatureCollection"
    assert [feature["id"] for feature in written["features"]] == [claim.id for claim in nine.claims]
    told = [dict(feature["properties"]) for feature in written["features"]]
    assert [properties.pop("drawn_as") for properties in told] == [
        *["point"] * 2,
        *["curve"] * 3,
        "ring",
        "outline",
        *["not drawn"] * 2,
    ]
    forms = [properties.pop("forms") for properties in told]
    assert forms[:3] == ["unspecified", "unspecified", "sex_trafficking"]
    assert told == [claim_row(nine, claim) for claim in nine.claims]


def test_each_kind_of_claim_has_one_kind_of_geometry_as_in_the_geopackage(whole, collection_of):
    found = {
        (feature["properties"]["kind"], (feature["geometry"] or {"type": ""})["type"])
        for feature in collection_of(whole)["features"]
    }
    assert found == {(kind.kind, GEOMETRY[kind.table]) for kind in CLAIM_KINDS}


def test_only_what_the_selection_admits_is_written(nine, collection_of):
    ids = [feature["id"] for feature in collection_of(nine, sectors=["mining"])["features"]]
    assert ids == ["hotspot-madre-de-dios"]


def test_the_collection_tells_what_it_is_as_foreign_members(nine, collection_of):
    written = collection_of(nine, sectors=["mining"])
    assert list(written) == ["type", "filter", "contents", "date", "version", "caveat", "features"]
    assert written["filter"] == "all forms, in mining"
    assert (written["date"], written["version"]) == ("2026-11-21", "0.3.0")


def test_nothing_admitted_is_an_empty_collection_that_says_so(nine, collection_of):
    written = collection_of(nine, sectors=["begging"])
    assert written["features"] == []
    assert written["contents"] == "No claim fits this filter, so this file is empty."
