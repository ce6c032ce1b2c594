"""What the map can draw of an atlas."""

import pytest

from flows.maps.marks import anchor, marks_tables
from flows.scene.forms import FORMS
from geodata.vocabulary.terms import slugs
from tests.flows.made_up import atlas_of, flow, hotspot, note, role


@pytest.fixture(scope="module")
def tables(nine):
    return marks_tables(nine)


def one(tables, kind, ident):
    (mark,) = [mark for mark in tables[kind] if mark["id"] == ident]
    return mark


def test_the_nine_claims_give_these_marks(tables):
    assert [mark["id"] for mark in tables["routes"]] == ["HND~MEX", "GTM~MEX~USA", "MEX~MEX"]
    assert [mark["id"] for mark in tables["hotspots"]] == ["PE-MDD.Madre-de-Dios"]
    assert [mark["id"] for mark in tables["roles"]] == ["MEX.source", "MEX.destination"]
    assert [(mark["id"], mark["title"]) for mark in tables["notes"]] == [("note-debts", "Debts to smugglers")]


def test_every_country_can_be_filled_and_chosen(tables, gazetteer):
    assert sum(place["americas"] for place in tables["places"]) == 56
    assert one(tables, "places", "MEX")["name"] == "Mexico"
    assert {region["id"] for region in tables["regions"]} >= {"latin_america", "europe", "asia"}
    assert "MEX" in one(tables, "regions", "latin_america")["members"]


def test_a_country_is_named_whatever_kind_of_claim_names_it_or_a_part_of_it(gazetteer):
    claims = (flow("HND~MEX"), hotspot("PE-MDD"), note("CUB"))
    named = {place["id"] for place in marks_tables(atlas_of(gazetteer, *claims))["places"] if place["named"]}
    assert named == {"HND", "MEX", "PER", "CUB"}


def test_a_route_passes_through_its_transit(tables, gazetteer):
    first, second = one(tables, "routes", "GTM~MEX~USA")["curve"]
    assert tuple(first[4:]) == tuple(second[:2]) == anchor(gazetteer["MEX"])


def test_trafficking_inside_a_country_is_a_loop_and_an_unnamed_end_a_stub(gazetteer):
    marks = marks_tables(atlas_of(gazetteer, flow("MEX~MEX"), flow("CUB~"), flow("~CUB")))
    cuba, mexico = anchor(gazetteer["CUB"]), anchor(gazetteer["MEX"])
    assert one(marks, "routes", "MEX~MEX")["loop"] == mexico
    assert one(marks, "routes", "CUB~")["stub"] == {"at": cuba, "out": True}
    assert one(marks, "routes", "~CUB")["stub"] == {"at": cuba, "out": False}


def test_a_border_zone_has_a_shape_and_a_country_none(gazetteer):
    marks = marks_tables(atlas_of(gazetteer, hotspot("border_MEX-USA", sectors=("mining",)), hotspot("PER")))
    zone = one(marks, "hotspots", "border_MEX-USA")
    assert zone["symbols"] == ["mine"]
    lons = [x for ring in zone["shape"] for x, _y in ring]
    assert -119 < min(lons) < max(lons) < -95
    assert "shape" not in one(marks, "hotspots", "PER")


def test_asia_lies_west_of_america(gazetteer):
    assert anchor(gazetteer["PHL"])[0] == pytest.approx(-239, abs=0.5)
    assert -180 < anchor(gazetteer["USA"])[0] < 0


@pytest.mark.parametrize("slug", slugs("types"))
def test_every_type_answers_to_a_switch_of_the_legend(slug, gazetteer):
    marks = marks_tables(atlas_of(gazetteer, flow("HND~MEX", types=(slug,)), role("MEX"), note()))
    form = marks["forms"][marks["type_forms"][slugs("types").index(slug)]]["slug"]
    assert form in {entry["value"] for entry in marks["legend"]["types"]} <= set(FORMS)
    if slug != "unspecified":
        assert len(marks["legend"]["types"]) > 1


def test_regions_with_roles_are_focused_as_regions(gazetteer):
    marks = marks_tables(atlas_of(gazetteer, role("latin_america"), role("MEX")))
    assert one(marks, "roles", "latin_america.source")["focus"] == "region"
    assert one(marks, "roles", "MEX.source")["focus"] == "country"
