"""The map's page: rendered by folium, every file of it ours."""

import re

import pytest

from flows.maps.first_view import FIRST_VIEW
from flows.maps.frame_template import STYLES, TEMPLATE, frame_template, make_template
from flows.maps.page import map_page

ADDRESS = re.compile(r"(?:src|href)=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def page():
    return map_page(
        ground="../assets/ground.json",
        marks="marks-1.json",
        scripts=[("leaflet", "../assets/leaflet.js"), ("map", "../assets/map.js")],
        styles=[("leaflet_style", "../assets/leaflet.css")],
        title="Map of trafficking flows",
    )


def test_the_kept_page_is_what_folium_writes_now():
    again = "Write it anew: python -m flows.maps.frame_template"
    assert TEMPLATE.read_text(encoding="utf-8") == make_template(), again


def test_a_kept_page_has_no_gap_left_and_ends_nowhere_early():
    names = ("ground", "marks", "script", *STYLES)
    page = frame_template({name: f"{name}?v=1</script><b>" for name in names}, "Marks & <more>")
    assert not re.findall(r"__\w+?__", page)
    assert "<b>" not in page
    assert "<title>Marks &amp; &lt;more&gt;</title>" in page
    assert page.count("ground?v=1") == 2  # fetched early, and named to the layer


def test_no_file_of_the_page_comes_from_another_host(page):
    addresses = ADDRESS.findall(page)
    assert len(addresses) == 5
    assert [address for address in addresses if "//" in address] == []
    assert "cdn" not in page.lower()


def test_data_is_fetched_while_the_scripts_load(page):
    head = page[: page.index("leaflet.js")]
    assert 'href="../assets/ground.json"' in head
    assert 'href="marks-1.json"' in head


def test_scripts_come_in_the_order_in_which_they_build_on_each_other(page):
    found = [address for address in ADDRESS.findall(page) if address.endswith(".js")]
    assert found == ["../assets/leaflet.js", "../assets/map.js"]


def test_readers_may_enlarge_the_page(page):
    assert "user-scalable" not in page
    assert "maximum-scale" not in page


def test_the_page_names_its_language_and_itself(page):
    assert '<html lang="en">' in page
    assert "<title>Map of trafficking flows</title>" in page


def test_both_themes_are_there_before_anything_is_drawn(page):
    assert page.index('[data-theme="dark"]') < page.index("leaflet.js")


def test_the_first_view_holds_the_continent():
    (south, west), (north, east) = FIRST_VIEW
    assert south < -53 < 50 < north  # from the Great Lakes to Patagonia
    assert west < -118 < -34 < east  # from Tijuana to Recife


def test_an_address_cannot_end_the_script():
    page = map_page(ground="g", marks="</script><b>", scripts=[], styles=[], title="t")
    assert "</script><b>" not in page.split("new L.AtlasLayer", 1)[1].split("window.atlas.begin", 1)[0]
