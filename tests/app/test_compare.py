"""Matrices, the diagram and two sides, without a browser."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from markupsafe import escape

from flows.maps.first_view import FIRST_VIEW
from flows.maps.multiples import CORNERS
from flows.palette import read_palette
from flows.query.selection import Selection
from flows.scene.matrices import matrix_of
from flows.scene.scene import compose
from flows.ui.views.diagram import bands_of, diagram
from flows.ui.views.matrix import matrix_html
from flows.ui.views.od_map import movements
from flows.ui.views.sides import sides_html
from tests.app.explore import seen
from tests.app.reading import Reading
from tests.flows.made_up import atlas_of, flow

LIGHT = read_palette().of("light")


@pytest.fixture
def page(nine):
    return Reading(nine, "compare")


def test_a_cell_sets_both_values_and_says_what_it_counts(page):
    assert (
        "data-atlas-choose='types=forced_labor&amp;places=MEX' aria-label='Forced labor, Mexico: 1 claim'"
        in page.body
    )


def test_no_claim_is_told_from_zero_for_eyes_and_for_ears(nine):
    scene = compose(nine, Selection.from_values({"types": ["sex_trafficking"]}))
    html = matrix_html(matrix_of(scene, nine, "types", "sectors"), nine, "Types by sector")
    assert "aria-label='Forced labor, Agriculture: 0 claims'>0<" in html
    assert html.count("<td class='atlas-none' aria-label='no claim'></td>") == 12 - 5
    assert "<th scope='col'><span>Mining</span></th>" in html
    assert "aria-label='Types by sector'" in html


def test_a_name_with_html_in_it_is_text_in_the_matrix(gazetteer):
    hostile = "'><img src=x onerror=alert(1)><script>alert(2)</script>"
    mexico = replace(gazetteer["MEX"], name=hostile, names={})
    atlas = atlas_of(gazetteer.with_places([mexico]), flow("HND~MEX", types=("forced_labor",)))
    for pair in (("types", "places"), ("origins", "destinations")):
        html = matrix_html(matrix_of(compose(atlas, Selection()), atlas, *pair), atlas, hostile)
        assert re.search(r"<(img|script)", html) is None
        assert hostile in seen(html)
        assert f"aria-label='{escape(hostile)}'" in html


def test_every_matrix_can_be_chosen(page):
    for pair in ("roles-places", "sectors-places", "types-sectors", "origins-destinations"):
        page.app.button_group(key="matrix").set_value(pair)
        rows, columns = pair.split("-")
        assert re.search(f"data-atlas-choose='{rows}=\\w+&amp;{columns}=", page.run().body)


def test_the_diagram_is_one_of_the_choices_and_says_when_there_is_nothing_to_draw(page):
    page.app.button_group(key="matrix").set_value("diagram")
    page.run()
    assert len(page.app.get("echarts_chart")) == 1
    assert "atlas-matrix" not in page.body
    page.app.session_state["roles"] = ["source"]  # a filter that no route passes
    page.run()
    assert "No route of this selection joins two named places." in page.body
    assert not page.app.get("echarts_chart")


def test_the_diagram_has_a_band_for_each_pair_of_places_by_documents(nine):
    bands = bands_of(compose(nine, Selection()))
    links = diagram(nine, bands, LIGHT)["series"][0]["links"]
    assert [(link["source"], link["target"], link["value"]) for link in links] == [
        ("Honduras", "Mexico ", 1),  # of two documents one names a form
        ("Guatemala", "United States ", 1),
        ("Mexico", "Mexico ", 1),
    ]
    assert links[0]["lineStyle"]["color"] == LIGHT["type_sex"]
    assert links[1]["lineStyle"]["color"] == LIGHT["type_labor"]


def test_each_form_between_two_places_has_a_link_of_its_own(gazetteer):
    both = flow("HND~MEX", types=("sex_trafficking", "debt_bondage"))
    atlas = atlas_of(gazetteer, both, flow("HND~MEX", id="b", types=("unspecified",)))
    bands = bands_of(compose(atlas, Selection()))
    links = diagram(atlas, bands, LIGHT)["series"][0]["links"]
    assert [link["lineStyle"]["color"] for link in links] == [LIGHT["type_sex"], LIGHT["type_labor"]]
    assert links[1]["tooltip"]["formatter"] == "{b} · Forced labor: {c}"
    asked = diagram(atlas, bands, LIGHT, asked=frozenset({"forced_labor"}))["series"][0]["links"]
    assert [link["lineStyle"]["color"] for link in asked] == [LIGHT["type_labor"]]


def test_a_cell_of_several_forms_has_a_bar_for_each(gazetteer):
    both = flow("HND~MEX", types=("sex_trafficking", "debt_bondage"))
    atlas = atlas_of(
        gazetteer, both, flow("HND~MEX", id="b", types=("sex_trafficking",)), flow("HND~MEX", id="c")
    )
    html = matrix_html(matrix_of(compose(atlas, Selection()), atlas, "origins", "destinations"), atlas, "")
    assert "aria-label='Honduras, Mexico: 3 claims; Sex trafficking 2, Forced labor 1'>3" in html
    bars = re.findall(r"<i class='atlas-family-(\w+)' style='flex-grow:(\d+)'>", html)
    assert bars == [("sex", "2"), ("labor", "1")]
    by_type = matrix_html(matrix_of(compose(atlas, Selection()), atlas, "types", "places"), atlas, "")
    assert "atlas-bars" not in by_type


def test_two_ways_between_the_same_places_are_one_band_of_distinct_documents(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~USA"), flow("HND~MEX~USA"), flow("~USA"))
    (link,) = diagram(atlas, bands_of(compose(atlas, Selection())), LIGHT)["series"][0]["links"]
    assert link["value"] == 1


def test_two_sides_stand_in_one_table(nine):
    html = sides_html(["places:MEX", "places:PER"], ["Mexico", "Peru"], Selection(), nine)
    rows = {
        seen(name): [seen(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", cells)]
        for name, cells in re.findall(r"<tr><th scope='row'>(.*?)</th>(.*?)</tr>", html)
    }
    assert rows["Movements"] == ["4", "no claim"]
    assert rows["Hotspots"] == ["no claim", "1"]
    assert rows["Mining"] == ["no claim", "1"]
    assert "Notes" not in rows


def test_a_side_that_the_filters_empty_counts_zero(nine):
    chosen = Selection.from_values({"types": ["debt_bondage"]})
    html = sides_html(["documents:study-2021"], ["A study of cases"], chosen, nine)
    assert re.search(r"<th scope='row'>Country roles</th><td><button[^>]*>0</button></td>", html)


def test_sides_are_chosen_on_the_page(page):
    page.app.selectbox(key="side_left").set_value("places:MEX")
    assert "<th scope='col'>Mexico</th>" in page.run().body


def test_the_pair_stands_in_the_link_and_survives_a_reload(nine):
    page = Reading(nine, "compare", left="places:MEX", right="documents:study-2021", matrix="roles-places")
    assert "<th scope='col'>Mexico</th><th scope='col'>A study of cases, 2021</th>" in page.body
    assert "data-atlas-choose='roles=source&amp;places=MEX'" in page.body
    page.app.selectbox(key="side_right").set_value("places:HND")
    page.app.button_group(key="matrix").set_value("types-sectors")
    page.run()
    assert page.app.session_state["page_parameters"] == {
        "left": "places:MEX",
        "right": "places:HND",
        "matrix": "types-sectors",
    }


def test_a_pair_that_nobody_knows_is_told(nine):
    page = Reading(nine, "compare", left="places:NOWHERE", matrix="nothing")
    assert "The atlas has no place or document “places:NOWHERE” to compare." in seen(page.body)
    assert "data-atlas-choose='types=forced_labor&amp;places=MEX'" in page.body


def test_every_number_of_a_side_opens_its_claims(nine):
    html = sides_html(["places:PER", "documents:study-2021"], ["Peru", "A study"], Selection(), nine)
    counts = re.findall(r"data-atlas-choose='(.*?)' aria-label='(.*?): (\d+) claims?'>(\d+)<", html)
    assert ("places=PER&amp;sectors=mining", "Peru, Mining", "1", "1") in counts
    for chosen, _name, number, _shown in counts:
        values = dict(part.split("=") for part in chosen.split("&amp;"))
        if len(values) > 1:
            found = compose(nine, Selection.from_values({key: [value] for key, value in values.items()}))
            assert len(found.claims) == int(number), chosen


@pytest.mark.parametrize("pair", [("types", "places"), ("sectors", "places"), ("types", "sectors")])
def test_a_cell_opens_as_many_claims_as_it_counts(both_collections, pair):
    matrix = matrix_of(compose(both_collections, Selection()), both_collections, *pair)
    for (row, column), number in list(matrix.cells.items())[::9]:
        found = compose(both_collections, Selection.from_values({pair[0]: [row], pair[1]: [column]}))
        assert len(found.claims) == number, (row, column)


def test_all_columns_can_be_reached(both_collections):
    page = Reading(both_collections, "compare")
    assert "more columns hold fewer claims" in page.body
    first = page.body.count("<th scope='col'>")
    page.app.toggle(key="matrix_all").set_value(True)
    page.run()
    assert "more columns hold fewer claims" not in page.body
    assert page.body.count("<th scope='col'>") > first


def maps_of(page):
    """Return the title, what a press opens, and the marks of each small map."""
    figures = re.findall(r"<figure>(.*?)</figure>", page.body, re.DOTALL)
    return {
        seen(re.search(r"<button.*?</button>", body)[0]): (
            re.search(r"data-atlas-(?:choose|focus)='(.*?)'", body)[1],
            re.findall(r"data-atlas-mark='(.*?)'", body),
        )
        for body in figures
    }


def test_small_maps_show_each_form_by_itself(nine):
    maps = maps_of(Reading(nine, "compare", matrix="forms"))
    assert maps["Sex trafficking"] == ("types=sex_trafficking", ["route:HND~MEX"])
    assert maps["Forced labor"][0] == "types=forced_labor"
    assert set(maps["Forced labor"][1]) == {"route:GTM~MEX~USA", "hotspot:PE-MDD.Madre-de-Dios"}


def test_a_route_of_two_forms_is_one_mark_on_two_maps(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX", types=("sex_trafficking", "debt_bondage")))
    page = Reading(atlas, "compare", matrix="forms")
    assert maps_of(page) == {
        "Sex trafficking": ("types=sex_trafficking", ["route:HND~MEX"]),
        "Forced labor": ("types=forced_labor", ["route:HND~MEX"]),
    }
    assert page.body.count("<symbol") == 1
    sex, labor = re.findall(r"<figure>(.*?)</figure>", page.body, re.DOTALL)
    assert "--atlas-type-sex" in sex
    assert "--atlas-type-labor" not in sex
    assert "--atlas-type-sex" not in labor


def test_small_maps_of_roles_and_destinations(nine):
    assert maps_of(Reading(nine, "compare", matrix="roles"))["Source"] == ("roles=source", ["place:MEX"])
    ends = maps_of(Reading(nine, "compare", matrix="ends"))
    assert ends["Mexico"] == ("country:MEX", ["route:HND~MEX"])
    assert ends["United States"] == ("country:USA", ["route:GTM~MEX~USA"])


def test_small_maps_say_where_there_is_nothing_to_draw(nine):
    page = Reading(nine, "compare", "sectors=mining", matrix="ends")
    assert "No claim of this selection can be drawn so." in seen(page.body)
    assert maps_of(page) == {}


def test_the_hemisphere_of_small_maps_is_the_first_view():
    assert [[lat, lon] for lon, lat in CORNERS] == FIRST_VIEW


def test_a_small_map_says_how_much_of_its_claims_it_draws(both_collections):
    page = Reading(both_collections, "compare", matrix="forms")
    said = re.findall(r"<figcaption>.*?<span>(.*?)</span>", page.body)
    assert re.fullmatch(r"\d+ of \d+ claims drawn: the best documented routes", said[0])
    drawn = {claim.route for claim in both_collections.claims if getattr(claim, "route", "")}
    routes = re.findall(r"data-atlas-mark='route:(.*?)'", page.body.partition("</figure>")[0])
    assert len(routes) == 60
    assert set(routes) <= drawn


def od_page(atlas, **ends):
    return Reading(atlas, "compare", matrix="od", **ends)


def tiles(page):
    """Return what is said of each tile that can be pressed, with what it opens."""
    found = re.findall(r"<button [^>]*data-atlas-open='(.*?)'[^>]*aria-label='(.*?)'", page.body)
    return {unescape(said): json.loads(unescape(opens)) for opens, said in found}


def test_the_od_map_opens_with_the_destination_that_most_claims_name(nine):
    page = od_page(nine)
    assert "To Mexico: where the movements begin" in seen(page.body)
    found = tiles(page)
    assert found["Mexico: 3 claims"] == {"page": "compare", "matrix": "od", "to": "MEX"}
    assert found["United States: 1 claim"]["to"] == "USA"
    assert found["Honduras → Mexico: 2 claims"] == {
        "page": "compare",
        "matrix": "od",
        "to": "MEX",
        "from": "HND",
    }
    # An origin is the same mark in the tile of each destination.
    assert page.body.count("data-atlas-mark='place:HND'") == 2
    assert not page.cards


def test_a_number_of_the_od_map_opens_its_claims(nine):
    page = od_page(nine, to="MEX", **{"from": "HND"})
    assert len(page.cards) == 2
    assert "Honduras → Mexico" in page.body
    assert page.body.count("aria-current='true'") == 2


def test_the_od_map_of_a_destination_stands_in_the_link_and_what_is_unknown_is_none(nine):
    assert "To United States: where" in seen(od_page(nine, to="USA").body)
    assert "To Mexico: where" in seen(od_page(nine, to="NOWHERE", **{"from": "HND"}).body)
    page = od_page(nine, to="USA", left="places:MEX")
    assert tiles(page)["Mexico: 3 claims"]["left"] == "places:MEX"
    page.app.button_group(key="matrix").set_value("roles")
    assert page.run().app.session_state["page_parameters"] == {"matrix": "roles", "left": "places:MEX"}


def test_the_od_map_tells_zero_from_no_claim(nine):
    page = Reading(nine, "compare", "types=forced_labor", matrix="od", to="MEX")
    assert "Honduras → Mexico: 0 claims" in tiles(page)
    assert "Mexico: 0 claims" in tiles(page)
    assert not re.search(r"aria-label='Peru → Mexico", page.body)


def test_every_number_of_the_od_map_is_that_of_its_claims(both_collections):
    scene = compose(both_collections, Selection())
    found = movements(scene)
    named = [c for c in scene.claims if getattr(c, "origin", "") and getattr(c, "destination", "")]
    assert sum(found.number(ends) for ends in found.known) == len(named)
    assert sum(found.arriving(end) for end in {end for _start, end in found.known}) == len(named)


def test_a_mark_of_a_small_map_is_named_and_opens_what_it_is(nine):
    page = Reading(nine, "compare", matrix="forms")
    carried = "data-atlas-mark='route:HND~MEX' data-atlas-focus='route:HND~MEX'"
    assert f"aria-label='Honduras → Mexico: 1 document' {carried}" in page.body
    roles = Reading(nine, "compare", matrix="roles")
    assert (
        "aria-label='Mexico, source: 1 document' data-atlas-mark='place:MEX' data-atlas-focus='country:MEX'"
        in roles.body
    )
