"""The map of all places: by documents, with a way to each, in the palette's colours."""

import json
import re
from html import unescape

import pytest

from flows.maps.places_map import places_map


@pytest.fixture(scope="module")
def svg(gazetteer):
    return places_map({"BRA": 4, "GRD": 1, "CHN": 9}, {"BRA", "GRD", "PER"}, gazetteer)


def shape(svg, place):
    (found,) = re.findall(rf"<g class='atlas-place [^>]*{place}&#34;[^>]*>.*?</g>", svg)
    return found


def test_a_country_says_how_many_documents_name_it_and_leads_to_its_page(svg):
    brazil = shape(svg, "BRA")
    assert "<title>Brazil: 4 documents</title>" in brazil
    assert "--share:1.0" in brazil
    target = json.loads(unescape(re.search(r"data-atlas-open='([^']*)'", brazil)[1]))
    assert target == {"page": "places", "place": "BRA"}


def test_a_small_island_is_a_dot(svg):
    assert "<circle" in shape(svg, "GRD")
    assert "--share:0.25" in shape(svg, "GRD")


def test_what_is_left_out_is_not_what_is_never_named(svg):
    assert "atlas-place-out" in shape(svg, "PER")
    assert "<title>Peru: not in this selection</title>" in shape(svg, "PER")
    assert "atlas-place-unnamed" in shape(svg, "CHL")
    assert "<title>Chile: no document names it</title>" in shape(svg, "CHL")


def test_only_what_is_named_has_its_name_on_the_map(svg):
    assert re.findall(r"<text[^>]*>(.*?)</text>", svg) == ["Brazil", "Grenada"]
