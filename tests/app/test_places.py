"""The page of a place: its story with numbers, lists that lead on, and what no document says."""

import json
import re
from html import unescape

import pytest

from flows.ui.views.places import place_title
from tests.app.explore import seen
from tests.app.reading import Reading
from tests.flows.made_up import atlas_of, tier


@pytest.fixture(scope="module")
def mexico(nine):
    return Reading(nine, "places", place="MEX")


def opens(page):
    return [json.loads(unescape(found)) for found in re.findall(r"data-atlas-open='([^']*)'", page.body)]


def section(page, title):
    (found,) = re.findall(rf"<h3>{title}.*?</ul>", page.body, re.DOTALL)
    return seen(found)


def test_the_story_names_the_claims_behind_each_sentence(mexico):
    assert "<h2>Mexico</h2>" in mexico.body
    assert "To hereRoutes to Mexico begin in Honduras. [3–4]" in seen(mexico.body)
    assert mexico.cards[:4] == [
        "role-mex-source",
        "role-mex-destination",
        "flow-hnd-mex",
        "flow-hnd-mex-study",
    ]


def test_the_lists_count_documents_and_lead_to_the_other_place_or_the_route(mexico):
    assert section(mexico, "Named as") == "Named as 2Destination 1 documentSource 1 document"
    assert section(mexico, "People come from") == "People come from 1Honduras 2 documents"
    assert {"page": "places", "place": "HND"} in opens(mexico)
    assert "data-atlas-focus='route:GTM~MEX~USA'>Guatemala → Mexico → United States<" in mexico.body
    assert "data-atlas-focus='route:MEX~MEX'" in mexico.body


def test_forms_by_sector_are_a_matrix_that_keeps_the_place(mexico):
    assert "data-atlas-choose='types=forced_labor&amp;sectors=agriculture&amp;places=MEX'" in mexico.body


def test_it_says_what_no_document_says(mexico):
    assert "Types: Debt bondage" in section(mexico, "What no document says")


def test_the_map_opens_at_the_place_and_at_the_mark_of_a_card(nine):
    page = Reading(nine, "places", place="MEX").press("place_on_map")
    assert (page.gone[0], page.app.session_state["focus"]) == ("explore", "country:MEX")
    assert "data-atlas-focus='route:HND~MEX'" in page.card("flow-hnd-mex")


@pytest.mark.parametrize(
    ("place", "title", "kind"),
    [
        ("PE-MDD", "Madre de Dios", "State or province of Peru"),
        ("border_MEX-USA", "Mexico–United States border", "Border zone"),
        ("latin_america", "Latin America", "Region"),
        ("GRL", "Greenland", "Territory"),
    ],
)
def test_every_kind_of_place_has_a_page(nine, place, title, kind):
    page = Reading(nine, "places", place=place)
    assert page.title == title
    assert kind in page.lines("kind")
    assert page.app.selectbox(key="place_choice").value == place


def test_a_part_of_a_country_tells_of_its_hotspot_and_shows_it(nine):
    page = Reading(nine, "places", place="PE-MDD")
    assert "Madre de Dios is named as a hotspot: people are exploited there." in page.body
    assert page.press("place_on_map").app.session_state["focus"] == "hotspot:PE-MDD.Madre-de-Dios"


def test_a_silent_place_is_said_to_be_silent(nine):
    page = Reading(nine, "places", place="CHL")
    assert page.lines("silence")[0].startswith("No claim in this selection is about Chile.")


def test_the_page_begins_with_the_place_in_focus(nine):
    assert Reading(nine, "places", "focus=country:HND").title == "Honduras"


def test_without_a_place_it_begins_with_all_of_them_by_how_much_is_said(nine):
    page = Reading(nine, "places", "focus=route:HND~MEX")
    assert page.title == "Places"
    rows = re.findall(r"<tr><th scope='row'>(.*?)</tr>", page.body)
    assert [seen(row)[:6] for row in rows][:2] == ["Hondur", "Mexico"]
    assert {"page": "places", "place": "HND"} in opens(page)
    assert "aria-label='Source, Destination'" in rows[1]
    assert re.search(r"<h3>No document names <span>\d+</span></h3>.*>Chile<", page.body)


def test_the_map_of_all_places_leads_to_each(nine):
    parts = [part.proto for part in Reading(nine, "places").app.get("bidi_component")]
    (picture,) = [json.loads(part.json)["svg"] for part in parts if part.component_name == "atlas_picture"]
    assert "Mexico: 2 documents" in picture
    assert "Chile: no document names it" in picture
    assert {"page": "places", "place": "MEX"} in [
        json.loads(unescape(found)) for found in re.findall(r"data-atlas-open='([^']*)'", picture)
    ]


def test_a_filter_holds_for_all_places(nine):
    page = Reading(nine, "places", "sectors=mining")
    rows = re.findall(r"<tr><th scope='row'>(.*?)</tr>", page.body)
    assert [seen(row)[:4] for row in rows] == ["Peru"]
    assert "Not in this selection" in page.body


def test_a_selection_without_places_says_so(nine):
    page = Reading(nine, "places", "sectors=mining&types=sex_trafficking")
    assert re.findall(r"<tr><th scope='row'>", page.body) == []
    assert "0 places of the Americas" in page.body


def test_an_unknown_place_is_said_to_be_so_and_the_nearest_offered(nine):
    page = Reading(nine, "places", place="<b>Perú</b>x")
    assert page.lines("notice") == ["The atlas knows no place “<b>Perú</b>x”."]
    assert page.press("nearest_place").gone == ("places", {"place": "PER"})


def test_the_choice_opens_another_page(nine):
    page = Reading(nine, "places", place="MEX")
    page.app.selectbox(key="place_choice").set_value("HND")
    assert page.run().gone == ("places", {"place": "HND"})


def test_names_in_the_choice_are_told_apart(gazetteer):
    titles = [place_title(place, gazetteer) for place in gazetteer]
    assert len(set(titles)) == len(titles)


def test_tiers_stand_with_scheme_year_and_source_the_latest_first(gazetteer):
    atlas = atlas_of(gazetteer, tier("PER", year=2023), tier("PER", "3", year=2025))
    rows = re.findall(r"<tr><td>(\d.*?)</tr>", Reading(atlas, "places", place="PER").body)
    assert [row[:4] for row in rows] == ["2025", "2023"]
    assert "Tier 3 (Trafficking in Persons Report, 2025)" in rows[0]
    assert "The title of paper-2020, 2020 (speaks of 2025)" in rows[0]


def test_a_filter_holds_here_too(nine):
    page = Reading(nine, "places", "documents=study-2021", place="MEX")
    assert section(page, "People come from") == "People come from 1Honduras 1 document"
