"""The map's page: rendered by folium, every file of it ours."""

import re

import pytest

from flows.maps.page import FIRST_VIEW, SCRIPTS, map_page

ADDRESS = re.compile(r"(?:src|href)=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def page():
    return map_page(
        ground="../assets/ground.json",
        marks="marks-1.json",
        scripts=[("leaflet", "../assets/leaflet.js"), *((name, f"../assets/{name}.js") for name in SCRIPTS)],
        styles=[("leaflet_style", "../assets/leaflet.css")],
        title="Map of trafficking flows",
    )


def test_no_file_of_the_page_comes_from_another_host(page):
    addresses = ADDRESS.findall(page)
    assert len(addresses) == len(SCRIPTS) + 4
    assert [address for address in addresses if "//" in address] == []
    assert "cdn" not in page.lower()


def test_data_is_fetched_while_the_scripts_load(page):
    head = page[: page.index("leaflet.js")]
    assert 'href="../assets/ground.json"' in head
    assert 'href="marks-1.json"' in head


def test_scripts_come_in_the_order_in_which_they_build_on_each_other(page):
    found = [address for address in ADDRESS.findall(page) if address.endswith(".js")]
    assert found == [f"../assets/{name}.js" for name in ("leaflet", *SCRIPTS)]


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
