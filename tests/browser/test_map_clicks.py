"""A real mouse on the map opens the words behind what it meets."""

from playwright.sync_api import expect

QUOTE = (
    "In FY2013, primary countries of origin for foreign trafficking victims certified as eligible to receive "
    "U.S. assistance included Mexico, Honduras, Guatemala, and El Salvador (along with Thailand, the "
    "Philippines, and India)."
)


def test_a_click_on_a_route_shows_its_exact_words(reader):
    reader.click_map("route:MEX~USA")
    reader.expect_focus("route:MEX~USA")
    expect(reader.panel.locator("h2")).to_have_text("Mexico → United States")
    expect(reader.card("crs-flow-mex-usa-2013").locator("mark")).to_have_text(QUOTE)
    reader.expect_link("focus", "route:MEX~USA")


def test_every_mark_can_be_met_with_the_mouse(newcomer):
    newcomer.open("?show=dots")
    for mark in ("route:CUB~", "hotspot:border_MEX-USA", "country:BRA", "region:latin_america"):
        newcomer.click_map(mark)
        newcomer.expect_focus(mark)


def test_a_click_on_water_ends_the_focus(newcomer):
    newcomer.open("?focus=route:MEX~USA")
    newcomer.expect_focus("route:MEX~USA")
    newcomer.click_map("country:URY", right_of=100)
    newcomer.expect_focus("")
    expect(newcomer.panel.locator("h2")).to_have_text("What the documents say")
    newcomer.expect_link("focus", "")


def test_the_mouse_is_told_what_it_would_meet(newcomer):
    newcomer.open("?show=dots")
    corner, (x, y) = newcomer.frame.bounding_box(), newcomer.stands_at("hotspot:border_MEX-USA")
    newcomer.page.mouse.move(corner["x"] + x, corner["y"] + y)
    expect(newcomer.map.locator(".atlas-tip")).to_be_visible()
    expect(newcomer.map.locator(".atlas-tip")).to_contain_text("border")
