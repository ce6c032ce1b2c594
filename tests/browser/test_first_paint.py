"""What a reader sees first, with nothing but this machine to ask."""

import pytest
from playwright.sync_api import expect

from tests.browser.served import serving
from tests.conftest import TWO_DOCUMENTS

ROUTES = {
    "CUB~",
    "GTM~USA",
    "HND~USA",
    "IND~USA",
    "MEX~USA",
    "PHL~USA",
    "SLV~USA",
    "THA~USA",
    "asia~latin_america~",
    "latin_america~USA",
    "latin_america~asia",
    "latin_america~europe",
    "latin_america~latin_america",
    "latin_america~latin_america~between",
}
SOURCES = {"GTM", "HND", "IND", "MEX", "PHL", "SLV", "THA"}
ROLES = {f"{place}.source" for place in SOURCES} | {
    f"latin_america.{role}" for role in ("source", "transit", "destination")
}
ROLES |= {"CUB.source", "USA.destination"}


def test_the_first_paint_shows_every_mark_of_the_two_documents(reader):
    assert reader.visible() == {"routes": ROUTES, "hotspots": set(), "roles": ROLES}
    for name, count in {
        "visible-routes": 14,
        "visible-hotspots": 0,
        "visible-roles": 12,
        "focus": "",
    }.items():
        expect(reader.map).to_have_attribute(f"data-{name}", str(count))
    colours = """new Set([...map.querySelectorAll("canvas")].flatMap((canvas) => [...new Uint32Array(
        canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)])).size"""
    assert reader.inside(colours) > 50, "marks are counted but nothing is painted"


def test_map_and_panel_stand_side_by_side_with_the_lines_that_always_stand(reader):
    told, drawn = reader.panel.bounding_box(), reader.frame.bounding_box()
    assert drawn["width"] > 600
    assert drawn["height"] > 600
    assert reader.page.locator(".stMain").evaluate("(main) => main.scrollHeight - main.clientHeight") == 0
    assert told["x"] >= drawn["x"] + drawn["width"]
    expect(reader.page.locator(".atlas-caveat")).to_contain_text("not how many people")
    expect(reader.page.locator(".atlas-standing")).to_contain_text(
        "U.S. government documents of 2015 and 2024"
    )
    expect(reader.page.locator(".atlas-help")).to_contain_text("1-888-373-7888")
    expect(reader.page.locator(".st-key-content_note")).to_contain_text("violence and exploitation")
    expect(reader.page.locator(".atlas-asked")).to_contain_text("14 routes, 12 country roles")


# Every shift of the layout that no press of the reader has called for, as a share of the window.
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  // After four seconds a page shows what it has, and moves when the rest comes: that is another story.
  addEventListener("DOMContentLoaded", () => document.head.append(Object.assign(
    document.createElement("style"),
    { textContent: ".stApp .stAppViewContainer { animation: none !important; }" },
  )));
"""


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_hardly_anything_moves_while_the_page_opens(welcome, width, height):
    reader = welcome(viewport={"width": width, "height": height})
    reader.page.add_init_script(SHIFTS)
    reader.open()
    reader.panel.locator(".atlas-claim").first.wait_for(state="attached")
    expect(reader.page.get_by_test_id("stSkeleton")).to_have_count(0)
    assert reader.page.evaluate("window.shifts.reduce((all, shift) => all + shift, 0)") <= 0.1


@pytest.fixture(scope="module")
def atlas_under_a_base_path(chromium):
    with serving(TWO_DOCUMENTS, base="/maps/atlas") as server:
        yield server
    assert server.mishaps() == []


def test_the_atlas_draws_under_a_base_path_too(welcome, atlas_under_a_base_path):
    reader = welcome(atlas_under_a_base_path.address).open("?types=forced_labor")
    expect(reader.map).to_have_attribute("data-visible-routes", "1")
    reader.filter("types", "Forced labor").click()
    expect(reader.map).to_have_attribute("data-visible-routes", "14")
    reader.expect_link("types", "")
    assert reader.page.url.startswith(f"{atlas_under_a_base_path.address}/?view=")


def test_a_planted_request_to_an_outside_host_is_caught_and_kept_in(welcome):
    reader = welcome(bypass_csp=True).open()  # or the page's policy lets nothing out that could be caught
    with (
        reader.page.expect_console_message(lambda said: said.type == "error"),
        reader.page.expect_event("requestfailed"),
    ):
        answer = reader.page.evaluate("fetch('https://tiles.example.org/1').catch(() => 'kept in')")
    assert answer == "kept in"
    assert reader.outside == ["https://tiles.example.org/1"]
    assert len(reader.mishaps) == 1
    reader.outside.clear()
    reader.mishaps.clear()
