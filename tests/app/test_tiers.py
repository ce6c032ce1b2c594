"""Tiers: told of each country with scheme, year and source; on the map only for one year, and when asked."""

from html import unescape

import pytest

from flows.scene.tiers import CAUTION
from geodata import load
from tests.app.opened import html, open_page, ran, seen, sent
from tests.architecture.tree import ROOT

JUDGEMENT = "A tier is the U.S. government's own judgment"


@pytest.fixture(scope="module")
def plain():
    return open_page()


def test_the_layer_is_off_until_asked_for(plain):
    layer = plain.selectbox(key="tier_year")
    assert (layer.value, layer.options) == (0, ["Off", "2025", "2024", "2023", "2014"])
    assert sent(plain)["command"]["tiers"] is None
    assert sent(plain)["link"] == ""
    assert JUDGEMENT not in seen(plain)
    assert "atlas-narrow" not in html(plain)


def test_a_year_fills_its_countries_and_goes_into_the_link():
    page = open_page()
    page.selectbox(key="tier_year").set_value(2023)
    assert sent(ran(page))["command"]["tiers"] == 2023
    assert sent(page)["link"] == "tiers=2023"
    page.selectbox(key="tier_year").set_value(0)
    assert sent(ran(page))["command"]["tiers"] is None
    assert sent(page)["link"] == ""


def test_a_link_brings_the_layer_back_with_its_caution():
    page = open_page(tiers="2025")
    command = sent(page)["command"]
    assert page.selectbox(key="tier_year").value == command["tiers"] == 2025
    assert JUDGEMENT in seen(page)
    assert f"data-atlas-focus='note:{CAUTION}'" in html(page)
    assert "atlas-narrow" in html(page)


def test_the_caution_rests_on_the_words_of_the_second_document():
    page = open_page(tiers="2025", focus=f"note:{CAUTION}")
    assert "broader U.S. foreign policy goals may influence the TIP report" in seen(page)


@pytest.mark.parametrize("year", ["1999", "20234", "soon", "٢٠٢٣"])
def test_a_year_without_tiers_is_left_out_and_named(year):
    page = open_page(tiers=year, places="PER")
    assert sent(page)["link"] == "places=PER"
    assert f"tiers={year}" in seen(page)


def test_reset_takes_the_layer_off_and_undo_brings_it_back():
    page = open_page(tiers="2023")
    page.button(key="reset").click()
    assert sent(ran(page))["link"] == ""
    assert page.selectbox(key="tier_year").value == 0
    page.button(key="undo_reset").click()
    assert sent(ran(page))["link"] == "tiers=2023"


def test_a_country_tells_its_placement_with_scheme_year_and_source():
    page = open_page(focus="country:HTI")
    placement = html(page).partition("<div class='atlas-placements'>")[2].partition("</article>")[0]
    assert "Special case (Trafficking in Persons Report, 2025)" in placement
    assert "Paraphrased from 2025 Trafficking in Persons Report: Haiti, 2025" in placement
    assert "Form not named" not in placement
    assert JUDGEMENT in unescape(html(page))


def test_a_country_without_a_placement_tells_none():
    assert "atlas-placements" not in html(open_page(focus="country:USA"))


def test_two_documents_alone_place_one_country_in_one_year(monkeypatch):
    atlas = load.load_atlas([ROOT / "geodata" / "collections" / "western-hemisphere"])
    monkeypatch.setattr(load, "default_atlas", lambda: atlas)
    page = open_page(tiers="2025")
    layer = page.selectbox(key="tier_year")
    assert (layer.value, layer.options) == (0, ["Off", "2014"])
    assert sent(page)["link"] == ""
