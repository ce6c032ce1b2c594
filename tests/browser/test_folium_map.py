"""The map as a folium map of its own: from disk or in a notebook, without any network, it filters itself."""

from dataclasses import replace

import folium
import pytest
from playwright.sync_api import expect

from flows.maps.folium_map import AtlasLayer, folium_map
from flows.query.links import HIDDEN_AT_FIRST
from flows.query.selection import Selection
from flows.scene.drawn import drawing
from flows.scene.scene import compose
from tests.browser.served import ROOT
from tests.flows.made_up import atlas_of, flow, hotspot, note

LABOR = Selection.from_values({"types": ["forced_labor"]})
READY = "[data-atlas-ready=true]"
LEAFLET = "assets/vendor/leaflet.js"


def routes(atlas, selection):
    drawn = drawing(atlas, compose(atlas, selection), None, hide=HIDDEN_AT_FIRST)
    return [mark.id for mark in drawn.routes]


@pytest.fixture
def opened(browser):
    """Open files in a browser that reaches no host; what it asked for or stumbled over fails the test."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    mishaps: list[str] = []
    page.on("pageerror", lambda error: mishaps.append(str(error)))
    page.on("console", lambda said: said.type == "error" and mishaps.append(said.text))
    page.on("request", lambda asked: asked.url.split(":")[0] in {"file", "data"} or mishaps.append(asked.url))
    context.route(lambda address: not address.startswith(("file:", "data:")), lambda route: route.abort())

    def open_file(file):
        page.goto(file.as_uri())
        return page

    yield open_file
    context.close()
    assert mishaps == []


def test_a_saved_map_shows_the_selection_and_filters_itself(opened, both_collections, tmp_path):
    file = tmp_path / "atlas.html"
    folium_map(compose(both_collections, LABOR)).save(file)
    page = opened(file)
    page.locator(READY).wait_for()
    assert page.evaluate("window.atlas.visible().routes") == routes(both_collections, LABOR)
    page.get_by_role("group", name="Sector").get_by_role("button", name="Mining").click()
    mining = Selection.from_values({"types": ["forced_labor"], "sectors": ["mining"]})
    assert page.evaluate("window.atlas.visible().routes") == routes(both_collections, mining)
    page.get_by_role("button", name="Show everything").click()
    assert page.evaluate("window.atlas.visible().routes") == routes(both_collections, Selection())
    page.evaluate("window.atlas.click('country:MEX')")
    expect(page.locator(READY)).to_have_attribute("data-focus", "country:MEX")


def test_a_saved_map_is_searched_in_words(opened, both_collections, tmp_path):
    file = tmp_path / "atlas.html"
    folium_map(compose(both_collections, Selection())).save(file)
    page = opened(file)
    page.locator(READY).wait_for()
    field = page.get_by_label("Words of claims and quotations")
    field.fill("Domestic work")
    words = Selection.from_values({"words": ["domestic work"]})
    assert page.evaluate("window.atlas.visible().routes") == routes(both_collections, words)
    assert 0 < len(routes(both_collections, words)) < len(routes(both_collections, Selection()))
    field.fill("*")
    expect(page.get_by_role("status").first).to_contain_text("Nothing to search for")
    assert page.evaluate("window.atlas.visible().routes") == routes(both_collections, Selection())


def test_it_shows_itself_in_a_notebook(opened, nine, tmp_path):
    file = tmp_path / "notebook.html"
    file.write_text(f"<body>{folium_map(compose(nine, Selection()))._repr_html_()}</body>", encoding="utf-8")
    page = opened(file)
    inside = page.frame_locator("iframe")
    inside.locator(READY).wait_for()
    expect(inside.locator(READY)).to_have_attribute("data-visible-routes", "3")
    inside.get_by_role("group", name="Trafficking type").get_by_role("button", name="Forced labor").click()
    expect(inside.locator(READY)).to_have_attribute("data-visible-routes", "1")


def test_it_lies_beside_layers_of_ones_own(opened, nine, tmp_path):
    mine = folium.Map(location=[10, -80], zoom_start=4, tiles=None)
    mine.default_js = [("leaflet", (tmp_path / "leaflet.js").as_uri())]
    mine.default_css = []
    (tmp_path / "leaflet.js").write_bytes((ROOT / LEAFLET).read_bytes())
    square = {"type": "Polygon", "coordinates": [[[-90, 5], [-80, 5], [-80, 15], [-90, 15], [-90, 5]]]}
    folium.GeoJson(square).add_to(mine)
    AtlasLayer(compose(nine, Selection()), land=False).add_to(mine)
    mine.save(tmp_path / "mine.html")
    page = opened(tmp_path / "mine.html")
    page.locator(READY).wait_for()
    expect(page.locator(READY)).to_have_attribute("data-visible-routes", "3")
    expect(page.locator("path.leaflet-interactive")).to_have_count(1)


def test_words_of_a_collection_cannot_leave_the_script(opened, nine, tmp_path, hostile_atlas):
    file = tmp_path / "hostile.html"
    folium_map(compose(hostile_atlas, Selection())).save(file)
    page = opened(file)
    page.locator(READY).wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


@pytest.fixture
def hostile_atlas(gazetteer):
    hostile = "</script><img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"
    mexico = replace(gazetteer["MEX"], name=hostile, names={})
    return atlas_of(
        gazetteer.with_places([mexico]),
        flow("HND~MEX", statement=hostile),
        hotspot("PE-MDD", hostile),
        note(statement=hostile, id="note-hostile"),
    )
