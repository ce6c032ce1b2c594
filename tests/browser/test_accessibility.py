"""No rule of axe-core is broken, whatever its impact: on each page and in the map's frame, light and dark."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.reader import PHONE

OVERVIEW, FOCUS = "", "?focus=country:USA&types=forced_labor|unspecified"
NOTHING_LEFT = "?types=child_soldiering&sectors=mining"
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def violations(place):
    found = Axe().run(place).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_of_map_and_page(reader):
    """Look at everything, what is folded away too."""
    inside = reader.frame.element_handle().content_frame()
    for place in (reader.page, inside):
        place.evaluate(UNFOLD)
    return violations(reader.page) + violations(inside)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", [OVERVIEW, FOCUS], ids=["overview", "focus"])
def test_page_and_map_break_no_rule(welcome, theme, query):
    reader = welcome(color_scheme=theme).open(query)
    expect(reader.panel.locator("blockquote").first).to_be_visible()
    assert violations_of_map_and_page(reader) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_other_page_breaks_a_rule(welcome, theme):
    reader = welcome(color_scheme=theme).open()
    broken = []
    for page in ("Stories", "Places", "Compare", "Table", "Sources", "About"):
        links = reader.page.get_by_test_id("stTopNavLink")
        links.filter(has_text=re.compile(f"^{page}$")).click()
        expect(
            reader.page.get_by_test_id("stTopNavLink").and_(reader.page.locator("[aria-current=page]"))
        ).to_have_text(page)
        expect(reader.frame).to_have_count(0)
        broken += [f"{page}: {line}" for line in violations_of_text(reader)]
    reader.page.goto(f"{reader.home}/places?place=MEX")
    expect(reader.page.locator(".st-key-place_page h2").first).to_have_text("Mexico")
    expect(reader.page.locator(".atlas-card").first).to_be_attached()
    broken += [f"Mexico: {line}" for line in violations_of_text(reader)]
    reader.page.goto(f"{reader.home}/sources?document=crs-rl33200&passage=s7")
    expect(reader.page.locator(".st-key-passage article").first).to_be_visible()
    broken += [f"A passage: {line}" for line in violations_of_text(reader)]
    assert broken == []


def violations_of_text(reader):
    """Look at a page without a map once its run is over, at what is folded away too."""
    reader.page.locator(".stMain h2").first.wait_for()
    reader.settle()
    reader.page.evaluate(UNFOLD)
    return violations(reader.page)


def test_the_sheet_of_a_narrow_window_breaks_no_rule(welcome):
    reader = welcome(viewport=PHONE).open(FOCUS)
    expect(reader.panel.locator("blockquote").first).to_be_attached()
    assert violations_of_map_and_page(reader) == []


def test_the_empty_state_breaks_none_and_a_planted_fault_is_caught(newcomer):
    newcomer.open(NOTHING_LEFT)
    expect(newcomer.panel.get_by_role("button").first).to_be_visible()
    assert violations_of_map_and_page(newcomer) == []
    newcomer.map.evaluate("(map) => map.append(document.createElement('button'))")
    assert {line.split(":")[0] for line in violations_of_map_and_page(newcomer)} == {"button-name"}
