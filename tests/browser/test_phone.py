"""On a phone: the map first, what is told from below it, the filters behind one button."""

from playwright.sync_api import expect

from tests.browser.reader import PHONE


def test_map_and_panel_are_stacked(reader_on_a_phone):
    drawn = reader_on_a_phone.frame.bounding_box()
    told = reader_on_a_phone.panel.bounding_box()
    beside = reader_on_a_phone.page.viewport_size["width"] - drawn["width"]
    assert 24 <= beside <= 32, "the strip that scrolls the page takes more or less than a finger"
    assert drawn["y"] < 100
    assert told["y"] >= drawn["y"] + drawn["height"]


def test_nothing_is_wider_than_the_window(reader_on_a_phone):
    page = reader_on_a_phone.page
    wide = "(node) => node.scrollWidth - node.clientWidth"
    for place in ("html", ".stMain", ".stMainBlockContainer"):
        assert page.locator(place).first.evaluate(wide) <= 0


def test_one_button_opens_the_filters(reader_on_a_phone):
    page = reader_on_a_phone.page
    page.get_by_test_id("stExpandSidebarButton").click()
    forced_labor = reader_on_a_phone.filter("types", "Forced labor")
    expect(forced_labor).to_be_in_viewport()
    forced_labor.click()
    expect(reader_on_a_phone.map).to_have_attribute("data-visible-routes", "1")
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(forced_labor).not_to_be_in_viewport()


def test_a_finger_on_a_mark_opens_its_words(welcome):
    reader = welcome(viewport=PHONE, has_touch=True, is_mobile=True).open("?show=dots")
    reader.page.touchscreen.tap(*reader.spot("hotspot:border_MEX-USA"))
    reader.expect_focus("hotspot:border_MEX-USA")
    expect(reader.panel.locator("mark").first).to_be_attached()
