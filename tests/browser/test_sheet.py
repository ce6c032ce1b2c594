"""In a narrow window what is told slides up over the map at once, is pulled and closed; a strip scrolls."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import PHONE

TABLET = {"width": 768, "height": 1024}
NARROW = [PHONE, TABLET, {"width": 1023, "height": 700}]
BAR = 48
SCROLLED = "() => document.querySelector('.stMain').scrollTop"
RESTS = """() => new Promise((done) => {
  const main = document.querySelector(".stMain");
  let [last, still] = [main.scrollTop, 0];
  const look = () => {
    still = main.scrollTop === last ? still + 1 : 0;
    last = main.scrollTop;
    still > 5 ? done(last) : requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


@pytest.fixture
def holder(welcome):
    """A reader who holds a tablet."""
    return welcome(viewport=TABLET, has_touch=True, is_mobile=True).open()


def edge(reader):
    """Return where the sheet begins once it rests, in pixels from the top of the window."""
    reader.page.evaluate(RESTS)
    return reader.page.locator(".atlas-grip").bounding_box()["y"]


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
    return reader.page.evaluate(RESTS)


@pytest.mark.parametrize("window", NARROW, ids=lambda window: str(window["width"]))
def test_what_a_mark_opens_slides_over_the_map_and_leaves_the_mark_in_sight(welcome, window):
    reader = welcome(viewport=window).open()
    before = reader.frame.bounding_box()
    low = edge(reader)
    assert low >= before["y"] + before["height"]
    reader.click_map("country:BRA")
    expect(reader.panel.locator("h2").filter(has_text="Brazil")).to_be_in_viewport()
    opened = edge(reader)
    assert opened < window["height"] / 2 < low
    assert reader.frame.bounding_box() == before, "the map moved away"
    _, y = reader.stands_at("country:BRA")
    assert BAR <= before["y"] + y <= opened, "what was opened hides its own mark"


def test_the_sheet_is_pulled_pressed_and_closed(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA")
    opened = edge(reader)
    grip = reader.page.get_by_role("button", name="More of what is told, or less")
    box = grip.bounding_box()
    mouse = reader.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    mouse.down()
    mouse.move(box["x"] + box["width"] / 2, box["y"] - 140, steps=4)
    mouse.up()
    assert edge(reader) == pytest.approx(opened - 150, abs=2)
    grip.click()
    assert edge(reader) == pytest.approx(BAR, abs=2)
    reader.page.get_by_role("button", name="Show the map").click()
    assert reader.page.evaluate(RESTS) == 0
    reader.expect_focus("country:BRA")
    grip.focus()
    reader.page.keyboard.press("Enter")
    assert edge(reader) == pytest.approx(opened, abs=2)


def test_a_finger_on_the_strip_scrolls_the_page_and_one_on_the_map_the_map(holder):
    frame = holder.frame.bounding_box()
    beside = frame["x"] + frame["width"] + 12
    view = holder.link().get("view")
    assert swipe(holder, frame["x"] + frame["width"] * 0.7, 500, 200) == 0
    holder.wait_for_another_view(view)
    scrolled = swipe(holder, beside, 500, 300)
    assert scrolled > 200
    assert swipe(holder, beside, 200, -100) < scrolled - 50


def test_another_story_is_opened_from_the_sheet(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA")
    opened = edge(reader)
    reader.page.get_by_role("button", name="More of what is told, or less").click()
    reader.panel.get_by_role("button", name="Back to the overview").click()
    expect(reader.panel.locator("h2")).to_have_text("What the documents say")
    assert edge(reader) == pytest.approx(opened, abs=2)
    reader.panel.locator("button[data-atlas-focus^='country:']").first.click()
    expect(reader.panel.locator(".atlas-back")).to_be_in_viewport()
    assert edge(reader) == pytest.approx(opened, abs=2)


def test_a_press_on_empty_water_lets_the_sheet_down(welcome):
    reader = welcome(viewport=TABLET).open("?focus=country:BRA&view=-135,0,4")
    assert edge(reader) < TABLET["height"] / 2
    reader.page.mouse.click(TABLET["width"] * 0.6, BAR + 200)
    reader.expect_focus("")
    assert reader.page.evaluate(RESTS) == 0


def test_there_is_no_sheet_where_the_panel_stands_beside_the_map(welcome):
    reader = welcome(viewport={"width": 1024, "height": 768}).open("?focus=country:BRA")
    expect(reader.page.locator(".atlas-grip")).to_be_hidden()
    assert reader.page.evaluate(SCROLLED) == 0
