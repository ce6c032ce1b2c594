"""The command that shows a selection on the map that is already drawn."""

import base64
import json
from itertools import islice, product

import pytest
from hypothesis import given

from flows.maps.command import map_command
from flows.maps.marks_file import KINDS, marks_of
from flows.maps.named_places import documents_by_place
from flows.maps.state import HIDDEN, THIN_DOTS, look
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import load_atlas
from geodata.vocabulary.enums import Assertion, PlaceKind, Role
from tests.conftest import NINE
from tests.flows.asking import selections
from tests.flows.made_up import atlas_of, flow, role

ATLAS = load_atlas([NINE])


def command(atlas, focus="", *, hide=(), **asked):
    return map_command(atlas, compose(atlas, Selection.from_values(asked)), Focus.from_text(focus), hide=hide)


def in_file(atlas):
    return {
        position: (kind, ident) for kind in KINDS for ident, position in marks_of(atlas).order[kind].items()
    }


def shown(atlas, state):
    return {mark for position, mark in in_file(atlas).items() if state[position] != HIDDEN}


def set_bits(atlas, packed):
    bits = base64.b64decode(packed)
    return {mark for i, mark in in_file(atlas).items() if bits[i >> 3] >> (7 - (i & 7)) & 1}


def test_the_nine_claims_fill_five_countries_beside_their_marks():
    marks = shown(ATLAS, command(ATLAS)["state"])
    assert {ident for kind, ident in marks if kind == "routes"} == {"HND~MEX", "GTM~MEX~USA", "MEX~MEX"}
    assert {ident for kind, ident in marks if kind == "places"} == {"HND", "MEX", "GTM", "USA", "PER"}


def test_a_filter_hides_marks_and_keeps_their_places_in_the_string():
    labor = command(ATLAS, types=["forced_labor"])
    assert {ident for kind, ident in shown(ATLAS, labor["state"]) if kind != "places"} == {
        "GTM~MEX~USA",
        "PE-MDD.Madre-de-Dios",
    }
    assert len(labor["state"]) == len(command(ATLAS)["state"]) == marks_of(ATLAS).count
    assert labor["types"] == ["forced_labor"]


def test_the_legend_may_switch_on_what_the_other_filters_leave():
    mexico = command(ATLAS, places=["MEX"])
    both = command(ATLAS, places=["MEX"], types=["forced_labor"])
    assert set_bits(ATLAS, both["base"]) == shown(ATLAS, mexico["state"]) > shown(ATLAS, both["state"])


def test_width_is_documents_colour_is_form_and_dashes_are_the_hedge():
    state, order = command(ATLAS)["state"], marks_of(ATLAS).order
    assert state[order["routes"]["HND~MEX"]] == look(1, "sex", hedged=False)
    assert state[order["routes"]["GTM~MEX~USA"]] == look(0, "labor", hedged=False)
    assert state[order["roles"]["MEX.source"]] == look(0, "unspecified", hedged=True)
    assert state[order["places"]["MEX"]] == look(1, "unspecified", hedged=False)


def test_a_claim_about_a_unit_fills_its_country_and_one_about_a_region_none(nine, shipped):
    assert documents_by_place(compose(nine, Selection()), nine)["PER"] == 1
    border = compose(shipped, Selection.from_values({"settings": ["border_crossing"]}))
    assert documents_by_place(border, shipped) == {"border_MEX-USA": 1, "MEX": 1, "USA": 1}
    assert "BRA" not in documents_by_place(compose(shipped, Selection()), shipped)


def test_what_is_only_alleged_is_thin_dots_when_asked_for(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX", assertion=Assertion.ALLEGED))
    position = marks_of(atlas).order["routes"]["HND~MEX"]
    quiet, asked = command(atlas, hide=["dots"]), command(atlas, assertion=[Assertion.ALLEGED], hide=["dots"])
    for sent in (quiet, asked):
        assert sent["state"][position] == look(THIN_DOTS, "unspecified", hedged=False)
    assert (quiet["hide"], asked["hide"]) == (["dots"], [])


@pytest.mark.parametrize(
    ("focus", "lit"),
    [
        ("country:USA", {"GTM~MEX~USA"}),
        ("country:PER", {"PE-MDD.Madre-de-Dios"}),
        ("route:HND~MEX", {"HND~MEX", "MEX.source", "MEX.destination"}),
        ("hotspot:PE-MDD.Madre-de-Dios", {"PE-MDD.Madre-de-Dios"}),
        ("note:note-debts", {"note-debts"}),
        ("region:latin_america", {"note-debts"}),
        ("claim:flow-hnd-mex-study", {"HND~MEX"}),
        ("country:BRA", set()),
    ],
)
def test_a_focus_lights_what_belongs_to_it(focus, lit):
    sent = command(ATLAS, focus)
    assert {ident for _kind, ident in set_bits(ATLAS, sent["lit"])} == lit
    assert sent["focus"] == focus
    assert command(ATLAS)["lit"] == ""


@given(selections(ATLAS))
def test_the_state_shows_the_marks_of_the_scene_and_no_other(selection):
    scene = compose(ATLAS, selection)
    sent = map_command(ATLAS, scene, None)
    marks = shown(ATLAS, sent["state"])
    for kind in ("routes", "hotspots", "roles", "notes"):
        assert {ident for found, ident in marks if found == kind} == {m.id for m in getattr(scene, kind)}
    assert marks <= set_bits(ATLAS, sent["base"])


@given(selections(ATLAS))
def test_a_command_travels_as_plain_json(selection):
    sent = map_command(ATLAS, compose(ATLAS, selection), None, hide={"routes", "hotspots"})
    assert json.loads(json.dumps(sent)) == sent
    assert sent["hide"] == ["hotspots", "routes"]


def test_a_command_is_small_with_three_thousand_routes(gazetteer):
    countries = [p for p in gazetteer if p.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}]
    ours = [place.id for place in countries if place.americas]
    pairs = islice(((a, b.id) for a, b in product(ours, countries) if a != b.id), 3_000)
    flows = [flow(f"{a}~{b}", types=("forced_labor",)) for a, b in pairs]
    atlas = atlas_of(gazetteer, *flows, *(role(place, acts_as) for place in ours for acts_as in Role))
    sent = command(atlas, "country:MEX", types=["forced_labor"])
    assert len(compose(atlas, Selection()).routes) == 3_000
    assert len(json.dumps(sent)) <= 5_000


ASKED = [{}, {"sectors": ["mining"]}, {"groups": ["women"], "roles": ["source"]}, {"assertion": ["at_risk"]}]


@pytest.mark.parametrize("top", [None, 400], ids=["the best documented", "every route"])
@pytest.mark.parametrize("asked", ASKED)
def test_the_legend_may_switch_on_what_is_shown_when_types_are_left_open(both_collections, asked, top):
    def command(**chosen):
        scene = compose(both_collections, Selection.from_values(asked | chosen))
        return map_command(both_collections, scene, None, top=top)

    base, state = base64.b64decode(command(types=["forced_labor"])["base"]), command()["state"]
    assert [base[n >> 3] >> (7 - (n & 7)) & 1 for n in range(len(state))] == [char != "." for char in state]
