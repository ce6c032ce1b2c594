"""No rule of axe-core with serious or critical impact is broken, on the page and in the map's frame."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

GRAVE = {"serious", "critical"}
OVERVIEW, FOCUS = "", "?focus=country:USA&types=forced_labor|unspecified"
NOTHING_LEFT = "?types=child_soldiering&sectors=mining"
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def violations(place):
    found = Axe().run(place).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def grave_violations(reader):
    """Look at everything, what is folded away too."""
    inside = reader.frame.element_handle().content_frame()
    for place in (reader.page, inside):
        place.evaluate(UNFOLD)
    return violations(reader.page) + violations(inside)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", [OVERVIEW, FOCUS], ids=["overview", "focus"])
def test_page_and_map_break_no_grave_rule(welcome, theme, query):
    reader = welcome(color_scheme=theme).open(query)
    expect(reader.panel.locator("blockquote").first).to_be_visible()
    assert grave_violations(reader) == []


def test_the_empty_state_breaks_none_and_a_planted_fault_is_caught(newcomer):
    newcomer.open(NOTHING_LEFT)
    expect(newcomer.panel.get_by_role("button").first).to_be_visible()
    assert grave_violations(newcomer) == []
    newcomer.map.evaluate("(map) => map.append(document.createElement('button'))")
    assert {line.split(":")[0] for line in grave_violations(newcomer)} == {"button-name"}
