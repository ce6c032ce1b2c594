"""The pages beside the map in a browser: each opened from the head, and each leading back to the map."""

import re

from playwright.sync_api import expect

PAGES = {
    "Places": ".st-key-place_page h2",
    "Compare": ".st-key-compare .atlas-matrix",
    "Table": ".st-key-table .stDataFrame canvas",
    "About": "#glossary",
}


def turn_to(reader, name):
    reader.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"^{name}$")).click()
    found = reader.page.locator(PAGES[name]).first
    expect(found).to_be_attached()
    reader.settle()
    return found


def test_a_cell_opens_the_map_with_both_chosen(reader):
    turn_to(reader, "Compare")
    reader.page.get_by_role("button", name="State-sponsored forced labor, Cuba: 4 claims").click()
    reader.map.wait_for()
    reader.expect_link("types", "state_sponsored_forced_labor")
    reader.expect_link("places", "CUB")


def test_arrow_keys_walk_through_the_cells_and_across_empty_ones(reader):
    turn_to(reader, "Compare")
    first = reader.page.get_by_role("button", name="Form not named, United States: 10 claims")
    first.focus()
    reader.page.keyboard.press("ArrowRight")
    expect(reader.page.locator(":focus")).to_have_accessible_name("Form not named, Mexico: 3 claims")
    reader.page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()


def test_a_row_of_the_table_is_looked_at_on_the_map(reader):
    turn_to(reader, "Table")
    table = reader.page.locator(".st-key-table .stDataFrame")
    table.click(position={"x": 18, "y": 52})  # the box at the left of the first row
    reader.map.wait_for()
    expect(reader.panel.locator("h2")).to_have_text("Cuba → destination not named")
    reader.expect_focus("route:CUB~")


def test_the_tab_key_passes_over_the_cells(reader):
    turn_to(reader, "Compare")
    expect(reader.page.get_by_role("combobox", name="On the left")).to_be_visible()
    cells = reader.page.locator(".atlas-matrix").get_by_role("button")
    cells.first.focus()
    reader.page.keyboard.press("ArrowDown")
    expect(cells.locator("xpath=self::*[@tabindex='0']")).to_have_count(1)
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(".atlas-matrix :focus")).to_have_count(0)
    reader.page.keyboard.press("Shift+Tab")
    expect(cells.first).to_be_focused()


def test_the_table_is_taken_away_with_its_caveat_only(reader):
    turn_to(reader, "Table")
    reader.page.get_by_test_id("stDataFrame").hover()
    tools = reader.page.get_by_test_id("stElementToolbar").locator("button:visible")
    expect(tools).to_have_count(2)
    names = tools.evaluate_all("(all) => all.map((tool) => tool.getAttribute('aria-label'))")
    assert names == ["Show/hide columns", "Fullscreen"]


def test_a_place_leads_from_the_map_to_its_page_and_back(newcomer):
    reader = newcomer.open("?focus=country:MEX")
    reader.panel.get_by_role("button", name="Open the page of Mexico").click()
    expect(reader.page.locator(".st-key-place_page h2")).to_have_text("Mexico")
    expect(reader.page.locator(".st-key-place_page svg.atlas-mini")).to_be_visible()
    reader.expect_link("place", "MEX")
    reader.page.locator(".atlas-columns").get_by_role("button", name="United States", exact=True).click()
    expect(reader.page.locator(".st-key-place_page h2")).to_have_text("United States")
    reader.expect_link("place", "USA")
    reader.settle()
    reader.page.get_by_role("button", name="Show on the map").first.click()
    reader.map.wait_for()
    reader.expect_focus("country:USA")


def test_terms_and_reports_lead_from_a_card_to_the_page_about_the_atlas(newcomer):
    reader = newcomer.open("?focus=route:MEX~USA")
    card = reader.card("crs-flow-mex-usa-2013")
    card.get_by_role("button", name="Report an error").click()
    expect(reader.page.get_by_label("Id of the claim")).to_have_value("crs-flow-mex-usa-2013")
    reader.page.go_back()
    reader.map.wait_for()
    reader.settle()
    card.get_by_role("button", name="inferred").click()
    expect(reader.page.locator(".atlas-asked-term h3")).to_have_text("Inferred")
    reader.expect_link("term", "certainty-inferred")
