"""A citation to copy holds an address, which has no blank to break at."""

import pytest
from playwright.sync_api import expect

ALL_COLLECTIONS = True  # the addresses of cited documents are the long ones
# How far the widest part of the panel reaches beyond it.
BEYOND_THE_PANEL = """(panel) => {
  const edge = panel.getBoundingClientRect().right;
  const all = [...panel.querySelectorAll("*")];
  return Math.max(...all.map((node) => node.getBoundingClientRect().right - edge));
}"""


@pytest.mark.parametrize("width", [390, 768, 1024, 1280, 1366, 1920])
def test_a_citation_with_a_long_address_stays_inside_its_card(welcome, width):
    reader = welcome(viewport={"width": width, "height": 844}).open("?focus=country:MEX")
    reader.panel.locator(".atlas-cite").first.wait_for()
    reader.panel.locator(".atlas-cite summary").evaluate_all("(all) => all.forEach((cite) => cite.click())")
    expect(reader.panel.locator(".atlas-cite p").first).to_be_visible()
    assert reader.panel.evaluate(BEYOND_THE_PANEL) <= 1
