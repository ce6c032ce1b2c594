"""In a narrow window what is told slides up over the map at once, is pulled and closed; a strip scrolls."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import PHONE

TABLET = {"width": 768, "height": 1024}
NARROW = [PHONE, TABLET, {"width": 1023, "height": 700}]
BAR = 48
# How far the page is scrolled, and where the sheet begins, in pixels from the top of the window.
SCROLLED = "document.querySelector('.stMain').scrollTop"
EDGE = "document.querySelector('.atlas-grip').getBoundingClientRect().top"
RESTS = """([least, most]) => {
  const at = %s;
  window.still = at === window.stoodAt && least <= at && at <= most ? window.still + 1 : 0;
  window.stoodAt = at;
  return window.still > 5 && { at };
}"""


@pytest.fixture
def holder(welcome):
    """A reader who holds a tablet."""
    return welcome(viewport=TABLET, has_touch=True, is_mobile=True).open()


def resting(reader, what, least, most):
    """Return what is measured once it rests between two values: before it begins to move it rests, too."""
    reader.page.evaluate("window.still = 0")
    return reader.page.wait_for_function(RESTS % what, arg=[least, most]).json_value()["at"]


def edge(reader, least=0, most=2000):
    return resting(reader, EDGE, least, most)


def expect_edge(reader, y):
    edge(reader, y - 2, y + 2)


def scrolled(reader, least=0, most=10_000):
    return resting(reader, SCROLLED, least, most)


def swipe(reader, x, y, up):
    """Move a finger up by some pixels; a little at a time, or the browser takes it for no scrolling."""
    devices = reader.context.new_cdp_session(reader.page)

    def touch(kind, *points):
        devices.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        touch("touchMove", {"x": x, "y": y - up * step / 10})
        reader.page.evaluate("() => new Promise(requestAnimationFrame)")
    touch("touchEnd")


@pytest.mark.parametrize("window", NARROW, ids=lambda window: str(window["width"]))
def test_what_a_mark_opens_slides_over_the_map_and_leaves_the_mark_in_sight(welcome, window):
    reader = welcome(viewport=window).open()
    before = reader.frame.bounding_box()
    low = edge(reader)
    assert low >= before["y"] + before["height"]
    reader.click_map("country:BRA")
    expect(reader.panel.locator("h2").filter(has_text="Brazil")).to_be_in_viewport()
    assert low > window["height"] / 2
    opened = edge(reader, most=window["height"] / 2)
    reader.rests()  # the map moves, where the sheet would hide the mark
    assert reader.frame.bounding_box() == before, "the map moved away"
    _, y = reader.stands_at("country:BRA")
    assert BAR <= before["y"] + y <= opened, "what was opened hides its own mark"


def test_the_sheet_is_pulled_pressed_and_closed(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA")
    opened = edge(reader, most=TABLET["height"] / 2)
    grip = reader.page.get_by_role("button", name="More of what is told, or less")
    box = grip.bounding_box()
    mouse = reader.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    mouse.down()
    mouse.move(box["x"] + box["width"] / 2, box["y"] - 140, steps=4)
    mouse.up()
    expect_edge(reader, opened - 150)
    grip.click()
    expect_edge(reader, BAR)
    reader.page.get_by_role("button", name="Show the map").click()
    scrolled(reader, most=0)
    reader.expect_focus("country:BRA")
    grip.focus()
    reader.page.keyboard.press("Enter")
    expect_edge(reader, opened)


def test_a_finger_on_the_strip_scrolls_the_page_and_one_on_the_map_the_map(holder):
    frame = holder.frame.bounding_box()
    beside = frame["x"] + frame["width"] + 12
    view = holder.link().get("view")
    swipe(holder, frame["x"] + frame["width"] * 0.7, 500, 200)
    holder.wait_for_another_view(view)
    assert scrolled(holder) == 0
    swipe(holder, beside, 500, 300)
    down = scrolled(holder, least=200)
    swipe(holder, beside, 200, -100)
    scrolled(holder, most=down - 50)


def test_another_story_is_opened_from_the_sheet(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA")
    opened = edge(reader, most=TABLET["height"] / 2)
    reader.page.get_by_role("button", name="More of what is told, or less").click()
    expect_edge(reader, BAR)
    reader.panel.get_by_role("button", name="Back to the overview").click()
    expect(reader.panel.locator("h2")).to_have_text("What the documents say")
    expect_edge(reader, opened)
    reader.panel.locator("button[data-atlas-focus^='country:']").first.click()
    expect(reader.panel.locator(".atlas-back")).to_be_in_viewport()
    expect_edge(reader, opened)


def test_a_press_on_empty_water_lets_the_sheet_down(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA&view=-135,0,4")
    edge(reader, most=TABLET["height"] / 2)
    reader.rests()
    reader.page.mouse.click(TABLET["width"] * 0.6, BAR + 200)
    reader.expect_focus("")
    scrolled(reader, most=0)


def test_there_is_no_sheet_where_the_panel_stands_beside_the_map(welcome):
    reader = welcome(viewport={"width": 1024, "height": 768}).open("?focus=country:BRA")
    expect(reader.page.locator(".atlas-grip")).to_be_hidden()
    assert scrolled(reader) == 0
