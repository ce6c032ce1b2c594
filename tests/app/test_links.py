"""A link restores what was asked; what it has of its own making is left out, and said to be so."""

import pytest

WHOLE = "The Western Hemisphere, all forms: 14 routes"


def test_filters_years_focus_and_layers_are_restored(page_at):
    link = "types=unspecified&roles=source&places=MEX&years=2013-2013&focus=country:MEX&hide=hotspots%7Cnotes"
    page = page_at(link)
    assert page.sent["link"] == link
    assert page.app.button_group(key="types").value == ["unspecified"]
    assert page.app.multiselect(key="places").value == ["MEX"]
    assert page.app.slider(key="years_range").value == (2013, 2013)
    assert page.title == "Mexico"
    assert page.cards == ["crs-role-mex-source-2013"]
    assert page.lines("notice") == []


def test_what_is_folded_away_is_in_the_link_lasts_and_is_no_filter(page_at):
    page = page_at("fold=children")
    assert page.app.toggle(key="fold_children").value is True
    assert page.sent["link"] == "fold=children"
    page.choose("types", "forced_labor").press("reset")
    assert page.sent["link"] == "fold=children"
    page.app.toggle(key="fold_children").set_value(False)
    assert page.run().sent["link"] == ""
    assert page_at("fold=evidence").lines("notice")[0].endswith("left out: fold=evidence.")


def test_the_view_goes_to_the_map_as_it_is(page_at):
    assert page_at("view=-98.5,12.0,4.25").sent["command"]["view"] == [-98.5, 12.0, 4.25]


def test_the_link_is_read_once_and_then_follows_the_reader(page_at):
    page = page_at("types=forced_labor")
    page.choose("types")
    assert page.sent["link"] == ""
    assert page.run().asked.startswith(WHOLE)


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("types=witchcraft", "types=witchcraft"),
        ("places=ATLANTIS", "places=ATLANTIS"),
        ("documents=", None),
        ("years=soon", "years=soon"),
        ("years=1900-1950", "years=1900-1950"),
        ("years=2030", "years=2030"),
        ("focus=planet:MARS", "focus=planet:MARS"),
        ("hide=everything", "hide=everything"),
        ("view=here", "view=here"),
        ("colour=red", "colour=red"),
        ("types=%3Cscript%3Ealert(1)%3C/script%3E", "types=<script>alert(1)</script>"),
    ],
)
def test_what_is_not_understood_falls_back_and_is_said_in_one_line(link, named, page_at):
    page = page_at(link)
    assert page.asked.startswith(WHOLE)
    assert page.lines("notice") == (
        [f"The link had parts that this atlas does not know, which were left out: {named}."] if named else []
    )


def test_a_filter_named_twice_has_both_values_and_a_focus_named_twice_is_said(page_at):
    page = page_at("types=forced_labor&types=sex_trafficking&focus=country:CUB&focus=country:MEX")
    assert page.sent["link"] == "types=forced_labor%7Csex_trafficking"
    (line,) = page.lines("notice")
    assert line.endswith("left out: focus=country:CUB|country:MEX.")


def test_the_rest_of_an_odd_link_is_kept(page_at):
    page = page_at("types=forced_labor|witchcraft&sectors=&years=x&zork=1&focus=country:CUB")
    assert page.sent["link"] == "types=forced_labor&focus=country:CUB"
    (line,) = page.lines("notice")
    assert line.endswith("left out: types=witchcraft, years=x, zork=1.")


def test_years_beyond_those_spoken_of_are_cut_to_them(page_at):
    page = page_at("years=1990-2015")
    assert "speaking of 2013–2015: 13 routes" in page.asked
    assert page.app.slider(key="years_range").value == (2013, 2015)
    assert page.lines("notice") == []


def test_a_word_that_no_claim_uses_is_still_understood(page_at):
    page = page_at("types=organ_removal")
    assert page.title == "Nothing to show"
    assert page.lines("notice") == []
    assert page.press("loosen-types").asked.startswith(WHOLE)


def test_a_place_that_no_claim_names_can_be_let_go_again(page_at):
    page = page_at("places=FRA")
    assert page.app.multiselect(key="places").value == ["FRA"]
    assert page.choose("places").asked.startswith(WHOLE)


def test_a_link_may_ask_for_fewer_routes_than_the_slider_starts_with(page_at):
    page = page_at("top=9")
    assert page.app.sidebar.slider[0].value == 9
    assert page.sent["link"] == "top=9"
    page.app.sidebar.slider[0].set_value(12)
    assert page.run().sent["link"] == "top=12"
