"""The areas that a collection names for itself."""

import shutil

import pytest

from geodata.load import check, load_collection
from tests.geodata.conftest import Spoiled

SEA = {"id": "gulf", "name": "The Gulf", "kind": "area", "lon": "-90", "lat": "25.5"}


def test_a_claim_can_name_a_place_of_its_collection(spoiled):
    spoiled.write("places", [SEA])
    spoiled.set("hotspots", 2, place="gulf")
    place = load_collection(spoiled.folder).gazetteer["gulf"]
    assert (place.name, place.lon, place.lat) == ("The Gulf", -90, 25.5)


def test_a_border_zone_needs_its_rule_only(spoiled, gazetteer):
    row = {
        "id": "border_MEX-USA",
        "name": "U.S.–Mexico border",
        "kind": "border_zone",
        "rule": "border:MEX-USA",
    }
    spoiled.write("places", [row])
    place = load_collection(spoiled.folder).gazetteer["border_MEX-USA"]
    assert (place.name, place.names["en"]) == ("U.S.–Mexico border", "U.S.–Mexico border")
    assert place.names["es"] == "Frontera México–Estados Unidos"
    assert place.members == ("MEX", "USA")
    assert (place.lon, place.lat) == (gazetteer["border_MEX-USA"].lon, gazetteer["border_MEX-USA"].lat)


def test_members_give_a_place_between_them(spoiled, gazetteer):
    spoiled.write("places", [{"id": "triangle", "name": "Triangle", "kind": "region", "members": "GTM|HND"}])
    place = load_collection(spoiled.folder).gazetteer["triangle"]
    assert place.lon == pytest.approx((gazetteer["GTM"].lon + gazetteer["HND"].lon) / 2)
    assert place.americas


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"lon": "190"}, 'lon "190" is not in degrees. Write a number from -180 to 180.'),
        ({"lat": "1e5"}, 'lat "1e5" is not in degrees.'),
        ({"lat": "nan"}, 'lat "nan" is not in degrees.'),
        ({"lat": ""}, "only one of lon and lat is given."),
        ({"lon": "", "lat": ""}, "the place has no members, no rule and no lon, lat."),
        ({"id": "USA"}, 'id "USA" is already a place of the atlas: United States'),
        ({"id": "a~b"}, "joins the stops of a route."),
        ({"kind": "sea"}, 'kind "sea" is not a known word of place_kind.'),
        ({"members": "MEX|Burma"}, 'members "Burma" is not a known place.'),
        ({"rule": "near:MEX"}, 'rule "near:MEX" is not understood.'),
        ({"rule": "border:MEX-XXX"}, 'rule names "XXX", no known place.'),
        ({"rule": "border:MEX-BRA"}, "MEX and BRA share no border on land."),
        ({"rule": "<b>", "members": "MEX|USA"}, 'rule "<b>" is not understood.'),
        ({"rule": "border:MEX-XXX", "members": "MEX"}, 'rule names "XXX", no known place.'),
    ],
)
def test_a_wrong_place_is_told(spoiled, cells, expected):
    spoiled.write("places", [SEA | cells])
    assert any(expected in told for told in spoiled.sentences())


def test_two_collections_agree_on_a_place(spoiled, gazetteer, tmp_path):
    other = shutil.copytree(spoiled.folder, tmp_path / "other")
    spoiled.write("places", [SEA])
    Spoiled(other, gazetteer).write("places", [SEA | {"lon": "-91"}])
    told = [problem.message for problem in check([spoiled.folder, other], gazetteer)[0]]
    assert 'place "gulf" differs from the one in nine.' in told


def test_a_number_that_is_no_degree_is_told_once(spoiled):
    spoiled.write("places", [SEA | {"members": "MEX", "lon": "1e5", "lat": "200"}])
    assert [told.partition(". ")[0] for told in spoiled.sentences()] == [
        'nine/places.csv, row 2: lon "1e5" is not in degrees',
        'nine/places.csv, row 2: lat "200" is not in degrees',
    ]
