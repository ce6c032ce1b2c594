import json

from flows.export.geojson import geojson_bytes
from flows.export.rows import claim_row
from flows.scene import compose
from flows.selection import Selection


def collection_of(atlas, **chosen):
    return json.loads(geojson_bytes(atlas, compose(atlas, Selection.from_values(chosen))))


def test_a_feature_a_claim_with_the_columns_of_the_table(nine):
    written = collection_of(nine)
    assert written["type"] == "FeatureCollection"
    assert [feature["id"] for feature in written["features"]] == [claim.id for claim in nine.claims]
    assert [feature["properties"] for feature in written["features"]] == [
        claim_row(nine, claim) for claim in nine.claims
    ]


def test_each_kind_of_claim_has_its_geometry(nine):
    kinds = [
        (feature["properties"]["kind"], (feature["geometry"] or {"type": None})["type"])
        for feature in collection_of(nine)["features"]
    ]
    assert kinds == [
        *[("role", "Point")] * 2,
        *[("flow", "LineString")] * 3,
        ("flow", "Point"),
        ("hotspot", "Polygon"),
        *[("context", None)] * 2,
    ]


def test_only_what_the_selection_admits_is_written(nine):
    ids = [feature["id"] for feature in collection_of(nine, sectors=["mining"])["features"]]
    assert ids == ["hotspot-madre-de-dios"]


def test_nothing_admitted_is_an_empty_collection(nine):
    assert collection_of(nine, sectors=["begging"]) == {"type": "FeatureCollection", "features": []}
