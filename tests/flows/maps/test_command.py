"""The command that shows a selection on the map that is already drawn."""

import json

from hypothesis import given

from flows.maps.command import map_command
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.asking import selections

ATLAS = load_atlas([NINE])


def test_a_command_is_what_the_reader_asks():
    asked = Selection.from_values({"types": ["sex_trafficking", "forced_labor"]}, years=(2015, 2020))
    focus = Focus.from_text("country:MEX")
    request = Request(
        selection=asked, focus=focus, hide={"routes", "dots"}, top=70, tiers=2024, view=(-80, 10, 4)
    )
    assert map_command(request, bring=2) == {
        "selection": {"types": ["forced_labor", "sex_trafficking"], "years": [2015, 2020]},
        "focus": "country:MEX",
        "hide": ["dots", "routes"],
        "top": 70,
        "tiers": 2024,
        "view": (-80, 10, 4),
        "bring": 2,
    }


def test_what_restricts_nothing_is_left_out():
    assert map_command(Request(selection=Selection()))["selection"] == {}


@given(selections(ATLAS))
def test_a_command_travels_as_plain_json(selection):
    sent = map_command(Request(selection=selection))
    assert json.loads(json.dumps(sent)) == sent


@given(selections(ATLAS))
def test_a_command_is_small_beside_the_ids_that_are_chosen(selection):
    request = Request(selection=selection, focus=Focus.from_text("route:GTM~MEX~USA"))
    sent = map_command(request, bring=1000)
    assert len(json.dumps(sent)) - len(json.dumps(sent["selection"])) <= 300
    names = sum(len(facet) + 6 for facet in selection.active())
    ids = sum(
        len(value) + 4
        for facet in selection.active()[:12]
        for value in sent["selection"][facet]
        if facet != "years"
    )
    assert len(json.dumps(sent["selection"])) <= names + ids + 30
