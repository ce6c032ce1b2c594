"""Every filter changes the sentence, the map, the panel and the link, and gives all back when loosened."""

import re

import pytest

from flows.query.offered import PILL_FACETS
from flows.query.selection import FACETS, Selection
from flows.scene.scene import compose
from tests.app.explore import Explore, seen

WHOLE = (
    "14 routes, 12 country roles and 71 region-wide notes from 2 documents. "
    "Beside them 1 dotted hotspot, not drawn."
)


def visible(page):
    """Count the marks that the map was told to show."""
    drawn = page.drawn
    return sum(len(marks) for marks in (drawn.routes, drawn.hotspots, drawn.roles, drawn.notes))


@pytest.mark.parametrize(
    ("facet", "value", "sentence"),
    [
        (
            "types",
            "forced_labor",
            "forced labor: 1 route, 1 country role and 13 region-wide notes",
        ),
        ("sectors", "mining", "in mining: 1 region-wide note from"),
        (
            "settings",
            "border_crossing",
            "border crossing: 1 region-",
        ),
        ("roles", "transit", "role claims: transit: 1 country role from"),
        (
            "groups",
            "women",
            "naming women: 2 routes and 5 region-wide notes from 2",
        ),
        (
            "assertion",
            "alleged",
            "alleged: 4 region-wide notes from 1",
        ),
        ("certainty", "reported", "reported: 13 region-wide notes"),
        ("access", "quoted_text", f"text reached as: quoted text: {WHOLE}"),
        (
            "documents",
            "crs-rl33200",
            "later section: 13 routes, 11 country roles and 12 region-wide",
        ),
        ("places", "MEX", "about Mexico: 1 route and 1 country role from 2"),
    ],
)
def test_choosing_and_loosening(steady, facet, value, sentence):
    everything, first_cards = visible(steady), steady.cards
    steady.choose(facet, value)
    assert sentence in steady.asked
    assert steady.sent["link"] == f"{facet}={value}"
    whole = facet == "access"
    assert (visible(steady) == everything) is whole
    left = compose(steady.atlas, Selection.from_values({facet: [value]})).claims
    assert steady.cards
    assert set(steady.cards) <= {claim.id for claim in left}
    steady.choose(facet)
    assert steady.asked == f"The Western Hemisphere, all forms: {WHOLE}"
    assert (visible(steady), steady.cards, steady.sent["link"]) == (everything, first_cards, "")


def test_years_are_chosen_as_a_range(steady):
    years = steady.app.slider(key="years_range")
    assert (years.min, years.max, years.value) == (2013, 2024, (2013, 2024))
    years.set_value((2013, 2013))
    assert "speaking of 2013: 7 routes and 7 country roles" in steady.run().asked
    assert steady.sent["link"] == "years=2013-2013"
    steady.app.slider(key="years_range").set_value((2013, 2024))
    assert steady.run().sent["link"] == ""


def test_values_add_up_and_filters_cut(page):
    page.choose("sectors", "mining", "begging")
    assert "in begging or mining: 2 region-wide notes" in page.asked
    page.choose("types", "forced_labor")
    assert "forced labor, with begging or mining named in the same claim" in page.asked
    page.choose("groups", "children")
    assert page.cards == ["tip-note-child-street-begging"]
    assert page.sent["link"] == "types=forced_labor&sectors=begging%7Cmining&groups=children"


def test_each_value_says_how_many_claims_would_remain(page):
    assert page.app.button_group(key="roles").options == ["Source", "Transit", "Destination"]
    assert page.numbers("roles") == ["10", "2", "2"]
    page.choose("documents", "tip-2024")
    assert page.numbers("roles")[0] == "1"
    assert page.app.multiselect(key="documents").options[1].endswith("(43)")


def test_filters_in_use_behind_more_are_counted(page):
    assert page.app.expander[0].label == "More filters"
    page.choose("groups", "women").choose("places", "latin_america").choose("types", "forced_labor")
    assert page.app.expander[0].label == "More filters (2 in use)"


def test_routes_that_name_no_form_are_counted_and_can_be_shown(page):
    page.choose("types", "forced_labor")
    assert page.lines("unnamed") == ["13 more routes name no form."]
    page.press("show_unnamed_types")
    assert "forced labor or form not named: 14 routes" in page.asked
    assert page.lines("unnamed") == []


def test_each_facet_that_hides_routes_has_a_button_that_does_what_its_number_says(page):
    page.choose("types", "forced_labor").choose("groups", "women")
    before = page.lines("unnamed")
    assert len(before) == 2
    page.press("show_unnamed_groups")
    assert page.app.session_state["groups"] == ["women", "unspecified"]
    assert page.app.session_state["types"] == ["forced_labor"]


def test_what_is_not_drawn_has_its_switch_beside_the_sentence(page):
    assert page.asked.endswith("Beside them 1 dotted hotspot, not drawn.")
    page.press("dots_switch")
    assert page.asked.endswith("Beside them 1 dotted hotspot, drawn with dots.")
    assert page.sent["link"] == "show=dots"
    page.press("dots_switch")
    assert page.sent["link"] == ""


def test_the_legend_of_the_map_is_a_filter_too(page):
    page.tell(act="switch", types=["sex_trafficking", "nonsense"], hide=["hotspots", "dots", "nonsense"])
    assert "sex trafficking: 9" in page.asked
    assert page.app.button_group(key="types").value == ["sex_trafficking"]
    assert page.sent["link"] == "types=sex_trafficking&hide=hotspots"
    assert page.sent["command"]["hide"] == ["dots", "hotspots"]


def test_the_frame_of_the_map_stays_whatever_is_asked(page):
    frame = page.sent["page"]
    page.choose("types", "forced_labor").choose("places", "MEX").tell(act="focus", focus="country:MEX")
    assert page.sent["page"] == frame


def test_filters_that_are_folded_away_are_not_made_and_keep_what_is_chosen(nine):
    page = Explore(nine, "groups=women&places=MEX&years=2020-2021", more=False)
    assert "groups" not in {group.key for group in page.app.button_group}
    page.choose("types", "forced_labor").choose("types").choose("types", "debt_bondage").choose("types")
    assert page.sent["link"] == "groups=women&places=MEX&years=2020-2021"


def claims_of(page, **chosen):
    """Return the claims that the page admits with these values chosen, by their cards and counts alike."""
    for facet, values in chosen.items():
        page.choose(facet, *values)
    found = {claim.id for claim in compose(page.atlas, Selection.from_values(chosen)).claims}
    assert set(page.cards) <= found
    for facet in chosen:
        page.choose(facet)
    return found


def test_values_of_one_filter_are_any_of_them_and_filters_together_all(page):
    labor, women = claims_of(page, types=["forced_labor"]), claims_of(page, groups=["women"])
    sex = claims_of(page, types=["sex_trafficking"])
    assert labor - sex
    assert sex - labor
    assert claims_of(page, types=["forced_labor", "sex_trafficking"]) == labor | sex
    assert claims_of(page, types=["forced_labor"], groups=["women"]) == labor & women
    assert labor & women
    assert women - labor


def test_below_each_heading_stands_how_values_and_filters_go_together(both_collections):
    page = Explore(both_collections)
    told = "".join(page.html)
    said = dict(re.findall(r"st-key-(\w+) :is\([^)]*\)::after\{content:\"([^\"]*)\"\}", told))
    assert said.pop("collections") == "any of these"  # it stands first
    assert said.pop("years_filter") == "and any of these years"
    assert set(said) == set(FACETS) - {"collections", "words"}
    assert set(said.values()) == {"and any of these"}


def test_each_value_has_its_definition(both_collections):
    page = Explore(both_collections)
    lists = dict(
        re.findall(r"<dl class='atlas-means' data-facet='(\w+)' hidden>(.*?)</dl>", "".join(page.html))
    )
    for facet in (*PILL_FACETS, "documents", "places"):
        meanings = [seen(text) for text in re.findall(r"<dd[^>]*>(.*?)</dd>", lists[facet])]
        assert meanings, facet
        assert all(meanings), facet
    assert "data-words='Peru'>Country: claims that name it, or a unit, an area or" in lists["places"]
    assert "Region: claims about it as a whole, not those about single countries" in lists["places"]
    assert "Cited: its claims are in our own words." in lists["documents"]
    assert "Quoted: its claims rest on its exact words." in lists["documents"]
