"""Comparing in the browser: small maps whose marks are linked, and numbers that open their claims."""

import re

from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

ALL_COLLECTIONS = True
MARKS = "(found) => found.map((mark) => mark.dataset.atlasMark)"


def opened(newcomer, link):
    newcomer.page.goto(f"{newcomer.home}/compare?{link}")
    come(newcomer)
    return newcomer.page


def come(newcomer):
    """Wait until all of the page has come, and listens."""
    newcomer.page.locator(".st-key-compare").wait_for()
    newcomer.settle()


def test_a_mark_stands_out_in_every_small_map_and_is_named_for_pointer_and_keyboard(newcomer):
    page = opened(newcomer, "matrix=forms")
    maps = page.locator(".atlas-multiples figure")
    expect(maps.nth(1)).to_be_attached()
    first, second = (set(maps.nth(n).locator("[data-atlas-mark]").evaluate_all(MARKS)) for n in (0, 1))
    same = page.locator(f"[data-atlas-mark='{min(first & second)}']")
    name = page.locator(".atlas-linked-name")
    same.first.dispatch_event("pointerover", {"bubbles": True})
    expect(page.locator(".atlas-linked")).to_have_count(same.count())
    expect(name).to_have_text(same.first.get_attribute("aria-label"))
    page.locator("h2").first.dispatch_event("pointerover", {"bubbles": True})
    expect(page.locator(".atlas-linked, .atlas-linking")).to_have_count(0)
    expect(name).to_have_text("")
    assert violations(page) == []
    # By keyboard: one Tab a map, arrow keys from mark to mark.
    page.get_by_role("button", name="Forced labor", exact=True).last.focus()
    page.keyboard.press("Tab")
    here = page.locator(".atlas-multiples [data-atlas-mark]:focus")
    stood = here.get_attribute("data-atlas-mark")
    expect(name).to_have_text(here.get_attribute("aria-label"))
    expect(page.locator(f"[data-atlas-mark='{stood}'].atlas-linked")).not_to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(here).not_to_have_attribute("data-atlas-mark", stood)
    expect(name).to_have_text(here.get_attribute("aria-label"))
    focus = here.get_attribute("data-atlas-focus")
    page.keyboard.press("Enter")
    newcomer.expect_link("focus", focus)


def test_a_small_map_of_a_form_opens_the_large_one_with_it(newcomer):
    page = opened(newcomer, "matrix=forms")
    page.locator(".atlas-multiples").get_by_role("button", name="Forced labor").click()
    newcomer.expect_link("types", "forced_labor")
    expect(newcomer.map).to_have_attribute("data-atlas-ready", "true")


def test_the_od_map_leads_from_a_destination_to_its_origins_and_their_claims(newcomer):
    page = opened(newcomer, "matrix=od")
    page.get_by_role("button", name=re.compile("^Trinidad & Tobago: ")).click()
    newcomer.expect_link("to", "TTO")
    number = page.get_by_role("button", name=re.compile("^Venezuela → Trinidad & Tobago: "))
    number.wait_for()
    newcomer.settle()
    number.hover()
    expect(page.locator(".atlas-linked-name")).to_have_text(re.compile("^Venezuela → Trinidad & Tobago: "))
    expect(page.locator(".atlas-od-small .atlas-linked")).not_to_have_count(1)
    counted = int(number.get_attribute("aria-label").split(": ")[1].split()[0])
    number.click()
    newcomer.expect_link("from", "VEN")
    expect(page.locator(".atlas-story h3").filter(has_text="Venezuela → Trinidad")).to_have_text(
        f"Venezuela → Trinidad & Tobago {counted}"
    )
    page.reload()
    come(newcomer)
    expect(page.locator(".atlas-card").first).to_be_visible()
    assert violations(page) == []
    page.go_back()
    expect(page.locator(".atlas-card")).to_have_count(0)


def test_a_number_of_a_side_opens_its_claims_and_the_pair_survives_a_reload(newcomer):
    page = opened(newcomer, "left=places:MEX&right=places:USA")
    page.reload()
    come(newcomer)
    expect(page.locator(".atlas-sides thead th")).to_have_text(["Mexico", "United States"])
    page.locator(".atlas-sides").get_by_role("button", name="Mexico, Agriculture").click()
    newcomer.expect_link("sectors", "agriculture")
    newcomer.expect_link("places", "MEX")
