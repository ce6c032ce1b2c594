"""Comparing in the browser: small maps whose marks are linked, and numbers that open their claims."""

from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

ALL_COLLECTIONS = True
MARKS = "(found) => found.map((mark) => mark.dataset.atlasMark)"


def opened(newcomer, link):
    newcomer.page.goto(f"{newcomer.home}/compare?{link}")
    newcomer.page.locator(".st-key-compare").wait_for()
    forget_streamlits_own_questions(newcomer)
    return newcomer.page


def forget_streamlits_own_questions(newcomer):
    """Streamlit asks below the address of a page first, where it stands itself is found after that."""
    newcomer.mishaps[:] = [said for said in newcomer.mishaps if "404" not in said]


def test_a_mark_under_the_pointer_stands_out_in_every_small_map(newcomer):
    page = opened(newcomer, "matrix=forms")
    expect(page.locator(".atlas-multiples figure").nth(1)).to_be_attached()
    maps = page.locator(".atlas-multiples figure")
    first, second = (set(maps.nth(n).locator("[data-atlas-mark]").evaluate_all(MARKS)) for n in (0, 1))
    same = page.locator(f"[data-atlas-mark='{min(first & second)}']")
    same.first.dispatch_event("pointerover", {"bubbles": True})
    expect(page.locator(".atlas-linked")).to_have_count(same.count())
    page.locator("h2").first.dispatch_event("pointerover", {"bubbles": True})
    expect(page.locator(".atlas-linked, .atlas-linking")).to_have_count(0)
    assert violations(page) == []


def test_a_small_map_of_a_form_opens_the_large_one_with_it(newcomer):
    page = opened(newcomer, "matrix=forms")
    page.locator(".atlas-multiples").get_by_role("button", name="Forced labor").click()
    newcomer.expect_link("types", "forced_labor")
    expect(newcomer.map).to_have_attribute("data-atlas-ready", "true")


def test_a_number_of_a_side_opens_its_claims_and_the_pair_survives_a_reload(newcomer):
    page = opened(newcomer, "left=places:MEX&right=places:USA")
    page.reload()
    page.locator(".atlas-sides").wait_for()
    forget_streamlits_own_questions(newcomer)
    expect(page.locator(".atlas-sides thead th")).to_have_text(["Mexico", "United States"])
    page.locator(".atlas-sides").get_by_role("button", name="Mexico, Agriculture").click()
    newcomer.expect_link("sectors", "agriculture")
    newcomer.expect_link("places", "MEX")
