"""What is looked at: map, link, sentence and panel say the same."""

import pytest

from tests.app.explore import seen

TO_THE_USA = "Routes to the United States, all forms: 8 routes from 1 document."


def test_the_united_states(page_at):
    page = page_at("focus=country:USA")
    assert page.asked == TO_THE_USA
    assert page.title == "United States"
    told = "".join(seen(body) for body in page.html)
    assert "It is inferred that routes to the United States begin in El Salvador, Guatemala" in told
    assert page.cards[:2] == ["crs-role-usa-destination", "crs-flow-latin-america-usa"]
    assert page.sent["command"]["focus"] == "country:USA"
    assert {mark.id for mark in page.drawn.routes if mark.highlighted} >= {"MEX~USA", "latin_america~USA"}


@pytest.mark.parametrize(
    ("focus", "title", "cards"),
    [
        ("route:MEX~USA", "Mexico → United States", ["crs-flow-mex-usa-2013"]),
        ("hotspot:border_MEX-USA", "Mexico–United States border · at risk", ["tip-hotspot-us-mexico-border"]),
        ("note:tip-note-smuggling-debt", "Debts to smugglers · at risk", ["tip-note-smuggling-debt"]),
        ("claim:crs-note-cuba-tier-3", "Tier rankings · alleged", ["crs-note-cuba-tier-3"]),
    ],
)
def test_a_click_on_a_mark_opens_the_claims_behind_it(steady, focus, title, cards):
    steady.tell(act="focus", focus=focus)
    assert (steady.title, steady.cards) == (title, cards)
    assert steady.sent["link"] == f"focus={focus}"


def test_acts_that_come_together_are_all_taken_and_none_twice(page):
    switch = {"act": "switch", "types": ["forced_labor"]}
    page.tell(switch, act="focus", focus="country:CUB")
    assert page.sent["link"] == "types=forced_labor&focus=country:CUB"
    page.choose("types").tell({**switch, "count": 1}, act="focus", focus="country:MEX", count=3)
    assert page.sent["link"] == "focus=country:MEX"


def test_a_click_beside_every_mark_leads_back(page):
    page.tell(act="focus", focus="country:CUB").tell(act="focus", focus="")
    assert page.title == "What the documents say"
    assert all(mark.highlighted for mark in page.drawn.routes)


def test_the_way_back_to_the_overview(page):
    page.tell(act="focus", focus="country:USA")
    assert any("<button type='button' data-atlas-focus=''" in body for body in page.html)
    page.tell(act="focus", focus="", bring=True)
    assert page.title == "What the documents say"
    assert page.sent["link"] == ""


def test_a_click_on_the_map_leaves_the_view_and_one_on_a_card_brings_the_mark(page):
    before = page.sent["command"]["bring"]
    page.tell(act="focus", focus="country:MEX")
    assert page.sent["command"]["bring"] == before
    page.look("crs-flow-mex-usa-2013")
    assert page.sent["command"]["focus"] == "route:MEX~USA"
    assert page.sent["command"]["bring"] == before + 1
    page.tell(act="focus", focus="hotspot:border_MEX-USA", bring=True)
    assert page.sent["command"]["bring"] == before + 2


def test_a_filter_keeps_the_focus(page):
    page.tell(act="focus", focus="country:CUB").choose("sectors", "medical_missions")
    assert page.title == "Cuba"
    assert page.cards == [
        "tip-role-cub-source-labor-export",
        "tip-flow-cub-medical-missions",
        "tip-note-cuba-profits",
    ]


def test_a_focus_that_the_filters_hide_says_so(page):
    page.tell(act="focus", focus="route:MEX~USA").choose("types", "forced_labor")
    assert page.title == "Mexico → United States"
    assert page.lines("silence") == ["Nothing in this selection shows it. Clear a filter."]


def test_a_country_that_no_document_names_is_met_with_care_and_its_region(page_at):
    page = page_at("focus=country:PER")
    assert page.lines("silence")[0].startswith("No claim in this selection is about Peru.")
    assert any("<h3>Said of the region <span>83</span></h3>" in body for body in page.html)
    assert page.cards


def test_an_unknown_place_is_said_to_be_unknown(page_at):
    assert page_at("focus=country:XXX").lines("silence") == ["The atlas knows nothing by this name."]


@pytest.mark.parametrize(
    ("focus", "offered"),
    [
        ("country:MEXX", "country:MEX"),
        ("country:latin-america", "region:latin_america"),
        ("route:MEX~USB", "route:MEX~USA"),
        ("hotspot:border_MEX-US", "hotspot:border_MEX-USA"),
        ("claim:tip-hotspot-us-mexico-boarder", "claim:tip-hotspot-us-mexico-border"),
    ],
)
def test_the_nearest_is_offered_where_a_link_names_what_is_not_there(page_at, focus, offered):
    page = page_at(f"focus={focus}")
    assert page.lines("silence") == ["The atlas knows nothing by this name."]
    (button,) = [body for body in page.html if "instead</button>" in body]
    assert f"data-atlas-focus='{offered}'" in button


@pytest.mark.parametrize("focus", ["claim:~~~", "country:MEX", "route:MEX~USA"])
def test_nothing_is_offered_where_nothing_is_like_it_or_all_is_known(page_at, focus):
    assert not any("instead</button>" in body for body in page_at(f"focus={focus}").html)
