"""Everything without a mouse: the map's marks, lists, the way back, and the short way to what is told."""

import re

import pytest
from playwright.sync_api import expect

ALL_COLLECTIONS = True
# From the top of a page to the first card, at most.
TABS = 12
IN_CARD = "document.activeElement.closest('.atlas-card') !== null"
# Streamlit may make a list anew after the keyboard has come back to it.
MAKE_ANEW = """() => document.addEventListener("focusin", function make({ target }) {
  if (!target.matches("[data-atlas-focus]")) return;
  document.removeEventListener("focusin", make);
  requestAnimationFrame(() => {
    target.replaceWith(target.cloneNode(true));
    window.madeAnew = true;
  });
})"""


@pytest.fixture
def label(reader):
    """The map's label, with the keyboard on it."""
    found = reader.map.get_by_role("application")
    found.focus()
    return found


def said(reader):
    return reader.map.locator(".atlas-cursor-said")


def test_arrow_keys_step_through_marks_and_each_says_place_role_or_forms_and_documents(reader, label):
    seen = set()
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowLeft"):
        reader.page.keyboard.press(key)
        told = said(reader).inner_text()
        assert re.search(r".+: .*\d document", told), told
        seen.add(told)
    assert len(seen) >= 4
    expect(label).to_be_focused()


def test_enter_opens_a_mark_and_esc_goes_back_to_it(reader, label):
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    back = reader.panel.get_by_role("button", name="Back to the overview")
    expect(back).to_be_focused()
    told = said(reader).inner_text()
    reader.page.keyboard.press("Escape")
    reader.expect_focus("")
    expect(label).to_be_focused()
    assert said(reader).inner_text() == told


def test_esc_goes_back_to_the_entry_of_a_list(reader):
    entry = reader.panel.locator("[data-atlas-focus^='route:']").first
    name = entry.inner_text()
    entry.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.panel.get_by_role("button", name="Back to the overview")).to_be_focused()
    reader.page.evaluate(MAKE_ANEW)
    reader.page.keyboard.press("Escape")
    reader.expect_focus("")
    reader.page.wait_for_function("() => window.madeAnew")
    expect(reader.page.locator("[data-atlas-focus]:focus")).to_have_text(name)


def test_esc_closes_a_story_first_and_leaves_only_with_nothing_open(newcomer):
    newcomer.open("?focus=country:PER")
    newcomer.page.keyboard.press("Escape")
    newcomer.expect_focus("")
    newcomer.expect_link("focus", "")
    newcomer.page.keyboard.press("Escape")
    newcomer.page.keyboard.press("Escape")
    expect(newcomer.page.locator(".atlas-head")).to_be_visible()
    assert newcomer.outside == []


def test_up_and_down_move_in_lists(reader):
    first = reader.filter("types", "Sex trafficking")
    first.focus()
    reader.page.keyboard.press("ArrowDown")
    expect(first).not_to_be_focused()
    expect(reader.page.locator(".st-key-types button:focus")).to_have_count(1)
    reader.page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    entries = reader.panel.locator("ul").first.get_by_role("button")
    entries.first.focus()
    reader.page.keyboard.press("ArrowDown")
    expect(entries.nth(1)).to_be_focused()


def test_few_tabs_lead_to_the_first_card(reader):
    reader.page.evaluate("document.activeElement.blur()")
    for _ in range(TABS):
        reader.page.keyboard.press("Tab")
        if reader.page.locator("[data-atlas-skip=evidence]:focus").count():
            reader.page.keyboard.press("Enter")
        if reader.page.evaluate(IN_CARD):
            break
    assert reader.page.evaluate(IN_CARD)


def test_after_a_search_the_keyboard_is_on_the_answer(reader):
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("peru")
    reader.page.get_by_role("option").first.wait_for()
    reader.page.keyboard.press("Enter")
    expect(reader.panel.get_by_role("button", name="Back to the overview")).to_be_focused()


def test_a_value_of_a_filter_tells_what_it_means(reader):
    pill = reader.filter("types", "Forced labor")
    pill.hover()
    expect(pill).to_have_attribute("title", re.compile("work", re.IGNORECASE))
    expect(pill).to_have_accessible_description(re.compile("work", re.IGNORECASE))
