"""What the documents say comes first: findings, their cards, region-wide notes by theme, and all places."""

import re

import pytest
from playwright.sync_api import expect

ALL_COLLECTIONS = True


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_three_main_things_take_no_press(welcome, size):
    reader = welcome(viewport=dict(zip(("width", "height"), size, strict=True))).open()
    findings = reader.panel.locator(".atlas-finding")
    expect(findings.nth(2)).to_be_in_viewport()
    assert 3 <= findings.count() <= 5
    expect(findings.first).to_contain_text("Routes lead to the United States")
    expect(findings.first).to_contain_text(re.compile(r"\[1–\d+\]"))


def test_the_numbers_of_a_finding_open_its_cards_and_the_way_back_closes_them(newcomer):
    newcomer.open()
    newcomer.panel.locator(".atlas-finding .atlas-number").first.click()
    newcomer.expect_focus("finding:destination")
    expect(newcomer.panel.locator("h2")).to_have_text("The best documented destination")
    expect(newcomer.panel.locator(".atlas-claim .atlas-number").first).to_have_text("[1]")
    newcomer.expect_link("focus", "finding:destination")
    newcomer.panel.get_by_role("button", name="Back to the overview").click()
    expect(newcomer.panel.locator("h2")).to_have_text("What the documents say")


def test_a_name_in_a_finding_is_looked_at_on_the_map(newcomer):
    newcomer.open()
    newcomer.panel.get_by_role("button", name="the United States", exact=True).first.click()
    newcomer.expect_focus("country:USA")
    expect(newcomer.panel.locator("h2")).to_have_text("United States")
    told = newcomer.panel.locator(".atlas-topic")
    expect(told.first).to_contain_text("[1]")
    heads = [head for head in told.locator("b").all_text_contents() if head in {"From here", "To here"}]
    assert heads == ["From here", "To here"]


def test_a_theme_opens_all_its_notes_and_nothing_moves_under_the_pointer(newcomer):
    newcomer.open()
    themes = newcomer.map.locator(".atlas-notes .atlas-note")
    before = [theme.bounding_box() for theme in themes.all()]
    for number in (1, 3, 1):
        themes.nth(number).click()
        title = themes.nth(number).locator("b").text_content()
        expect(newcomer.panel.locator("h2")).to_have_text(title)
        expect(themes.nth(number)).to_have_attribute("aria-current", "true")
        expect(newcomer.map.locator(".atlas-note[aria-current=true]")).to_have_count(1)
        assert [theme.bounding_box() for theme in themes.all()] == before
    count = int(themes.nth(1).locator("span").text_content())
    expect(newcomer.panel.locator(".atlas-kind")).to_contain_text(f"{count} claims")


def test_every_sector_of_the_notes_has_its_name(newcomer):
    newcomer.open()
    named = newcomer.map.locator(".atlas-note-sector")
    assert named.count() > 3
    assert all(name.strip() for name in named.all_text_contents())


def test_places_open_with_a_map_and_a_list_and_both_lead_on(newcomer):
    newcomer.open()
    newcomer.page.get_by_test_id("stTopNavLink").filter(has_text="Places").click()
    page = newcomer.page.locator(".st-key-place_page")
    expect(page.locator("h2")).to_have_text("Places")
    rows = page.locator(".atlas-places tbody tr:has(th[scope=row])")
    documents = [int(text) for text in rows.locator(".atlas-bar").all_text_contents()[:10]]
    assert documents == sorted(documents, reverse=True)
    expect(newcomer.page.locator(".atlas-asked")).not_to_contain_text("drawn")
    page.locator(".atlas-place", has_text="Brazil:").click()
    expect(page.locator("h2")).to_have_text("Brazil")


def test_filters_hold_for_the_findings_at_once(newcomer):
    newcomer.open()
    newcomer.filter("types", "Child soldiering").click()
    expect(newcomer.panel.locator(".atlas-finding").first).to_contain_text("child soldiering")
    newcomer.filter("sectors", "Mining").click()
    expect(newcomer.panel.locator("h2")).to_have_text("Nothing to show")
