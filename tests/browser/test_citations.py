"""A citation to copy holds an address, which has no blank to break at."""

import re

from playwright.sync_api import expect

ALL_COLLECTIONS = True  # the addresses of cited documents are the long ones
# How far the widest part of the panel reaches beyond it.
BEYOND_THE_PANEL = """(panel) => {
  const edge = panel.getBoundingClientRect().right;
  const all = [...panel.querySelectorAll("*")];
  return Math.max(...all.map((node) => node.getBoundingClientRect().right - edge));
}"""


def test_the_numbers_behind_a_sentence_lead_to_a_card_by_keyboard_too(newcomer):
    reader = newcomer.open("?focus=country:MEX")
    cited = reader.panel.locator("[data-atlas-card]")
    for number, key in ((cited.first, "Space"), (cited.last, "Enter")):
        first = re.search(r"\d+", number.inner_text())[0]
        claim = number.get_attribute("data-atlas-card")
        number.focus()
        reader.page.keyboard.press(key)
        title = reader.card(claim).locator(".atlas-card-title")
        expect(title).to_be_focused()
        expect(title).to_be_in_viewport()
        expect(reader.card(claim)).to_contain_text(f"[{first}]")
    reader.expect_focus("country:MEX")


def test_a_citation_with_a_long_address_stays_inside_its_card_however_wide_the_window(newcomer):
    reader = newcomer.open("?focus=country:MEX")
    reader.panel.locator(".atlas-cite").first.wait_for()
    reader.panel.locator(".atlas-cite summary").evaluate_all("(all) => all.forEach((cite) => cite.click())")
    for width in (1366, 1920, 1280, 1024, 768, 390):
        reader.page.set_viewport_size({"width": width, "height": 844})
        reader.rests()
        expect(reader.panel.locator(".atlas-cite p").first).to_be_visible()
        assert reader.panel.evaluate(BEYOND_THE_PANEL) <= 1, width
