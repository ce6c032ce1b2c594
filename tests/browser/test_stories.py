"""A story in a browser: a chapter by key, button, list or link, on the map at once and without the server."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import PHONE
from tests.browser.test_accessibility import violations

ALL_COLLECTIONS = True

GLIDE_MS = 500
# Turn on, wait until the map is seen to glide, and turn back: where it stood at each, and how long it glided.
TURN_AND_BACK = """async () => {
  const { atlas } = document.querySelector("iframe.atlas-frame").contentWindow;
  const at = () => atlas.where("country:USA");
  const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key }));
  const since = performance.now();
  press("ArrowRight");
  const begun = at();
  while (Math.abs(at()[0] - begun[0]) <= 2 && performance.now() - since < 10_000)
    await new Promise(requestAnimationFrame);
  press("ArrowLeft");
  return [begun, at(), performance.now() - since];
}"""
# The page has stood still for some frames.
SCROLLED = """() => {
  const at = document.querySelector(".stMain").scrollTop;
  window.scrollStill = at === window.scrolledTo ? (window.scrollStill ?? 0) + 1 : 0;
  window.scrolledTo = at;
  return window.scrollStill > 5;
}"""


@pytest.fixture
def told(newcomer):
    """A reader who was given the link of a chapter."""

    def opened(address):
        page = newcomer.page
        page.goto(f"{newcomer.home}/{address}")
        newcomer.map.wait_for()
        newcomer.settle()
        newcomer.rests()
        return newcomer

    return opened


def heading(reader):
    return reader.page.locator(".atlas-chapter-text h2")


def test_a_story_is_chosen_and_turned_by_key_button_and_list_and_back(told):
    reader = told("?")
    reader.page.get_by_test_id("stTopNavLink").filter(has_text="Stories").click()
    reader.page.locator(".atlas-story-list article").first.wait_for()
    reader.settle()
    reader.page.get_by_role("button", name="One region, three roles").click()
    expect(heading(reader)).to_have_text("How to read a ring")
    reader.settle()
    reader.page.keyboard.press("ArrowRight")
    expect(heading(reader)).to_have_text("Three roles in one sentence")
    reader.page.get_by_role("button", name="Next").click()
    reader.page.keyboard.press("PageDown")
    expect(heading(reader)).to_have_text("Out of the region")
    expect(reader.page.locator(".atlas-progress")).to_have_text("4 of 5 · about 2 minutes")
    reader.page.get_by_text("Chapters", exact=True).click()
    reader.page.get_by_role("link", name="One country in three roles").click()
    expect(reader.page.get_by_role("button", name="Next")).to_be_disabled()
    expect(reader.page).to_have_url(f"{reader.home}/stories?story=three-roles#one-country")
    reader.page.go_back()
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.keyboard.press("PageUp")
    expect(heading(reader)).to_have_text("Inside a country, and next door")


def test_a_turn_is_a_command_in_the_page_and_asks_nothing_of_the_server(told):
    reader = told("stories?story=three-roles#out")
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.evaluate("document.querySelector('iframe.atlas-frame').dataset.same = 'yes'")
    sent = []
    reader.page.on("request", lambda request: sent.append(request.url))
    reader.page.on("websocket", lambda socket: sent.append(socket.url))
    ran = reader.page.evaluate(
        """() => {
            const run = document.querySelector("[data-test-script-state]");
            window.runs = 0;
            new MutationObserver(() => (window.runs += 1)).observe(run, { attributes: true });
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
            return document.querySelector(".atlas-chapter-text h2").textContent;
        }"""
    )
    assert ran == "One country in three roles"
    expect(reader.page).to_have_url(f"{reader.home}/stories?story=three-roles#one-country")
    reader.page.go_back()
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.go_forward()
    expect(heading(reader)).to_have_text("One country in three roles")
    assert {"GTM.source", "GTM.transit", "GTM.destination"} <= reader.visible()["roles"]
    assert reader.frame.get_attribute("data-same") == "yes"
    # The browser by itself asks for the icon of each address.
    assert [address for address in sent if not address.endswith("/favicon.png")] == []
    assert reader.page.evaluate("window.runs") == 0


def test_a_chapter_has_the_same_bounds_however_one_comes_to_it(told):
    reader = told("stories?story=three-roles#one-country")
    reader.page.emulate_media(reduced_motion="reduce")
    by_link = reader.stands_at("country:USA")
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowRight")
    assert reader.stands_at("country:USA") == by_link
    reader.page.keyboard.press("ArrowLeft")
    assert reader.stands_at("country:USA") != by_link


def test_the_map_glides_to_a_chapter_and_is_there_at_once_for_whoever_turns_on(told):
    reader = told("stories?story=three-roles#out")
    start = reader.stands_at("country:USA")
    for _try in range(5):
        begun, back, took = reader.page.evaluate(TURN_AND_BACK)
        assert begun == pytest.approx(start, abs=2)
        if took < GLIDE_MS:  # or it had been there already, and glides back
            break
        reader.expect_at("country:USA", start, within=0.5)
        reader.rests()
    assert took < GLIDE_MS, "the map was not seen to glide"
    assert back == pytest.approx(start, abs=0.5)


def test_one_explores_from_a_chapter_and_comes_back_as_steps_of_the_history(told):
    reader = told("stories?story=three-roles#one-country")
    stood = reader.stands_at("country:USA")
    reader.page.get_by_role("link", name="Explore from here").click()
    reader.panel.locator("h2").first.wait_for()
    reader.expect_link("places", "GTM")
    reader.map.wait_for()
    reader.settle()
    reader.page.get_by_role("button", name="Back to the story: One country in three roles").click()
    expect(heading(reader)).to_have_text("One country in three roles")
    reader.expect_at("country:USA", stood)
    reader.settle()
    reader.page.go_back()
    reader.panel.locator("h2").first.wait_for()
    reader.expect_link("chapter", "one-country")
    reader.settle()
    reader.page.go_back()
    expect(heading(reader)).to_have_text("One country in three roles")
    reader.expect_at("country:USA", stood)


def test_a_number_in_the_text_opens_the_card_of_its_claim(told):
    reader = told("stories?story=three-roles#one-country")
    card = reader.page.locator(".atlas-chapter .atlas-cited").first
    expect(card).to_be_hidden()
    reader.page.get_by_role("button", name="Evidence 1", exact=True).first.click()
    expect(card).to_be_in_viewport()
    expect(card).to_be_focused()


def test_the_caveat_opens_the_story_of_how_the_map_is_misread(told):
    reader = told("?")
    reader.page.get_by_role("button", name="How it is misread").click()
    expect(heading(reader)).to_have_text("Width is not victims")


def test_a_finger_that_goes_aside_turns_and_one_that_goes_down_does_not(welcome):
    reader = welcome(viewport=PHONE, has_touch=True, is_mobile=True)
    reader.page.goto(f"{reader.home}/stories?story=three-roles#inside")
    reader.map.wait_for()
    reader.settle()
    reader.rests()
    heading(reader).scroll_into_view_if_needed()
    drag(reader, aside=-150, down=10)
    expect(heading(reader)).to_have_text("Out of the region")
    drag(reader, aside=30, down=-150)
    drag(reader, aside=150, down=10)
    expect(heading(reader)).to_have_text("Inside a country, and next door")


def drag(reader, *, aside, down):
    """Draw a finger over the text of the chapter, once it rests."""
    reader.page.evaluate("window.scrollStill = 0")
    reader.page.wait_for_function(SCROLLED)
    box = heading(reader).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = reader.context.new_cdp_session(reader.page)
    for kind, points in (
        ("touchStart", [{"x": x, "y": y}]),
        ("touchMove", [{"x": x + aside, "y": y + down}]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_arrows_in_a_field_and_with_other_keys_do_not_turn(told):
    reader = told("stories?story=three-roles#inside")
    reader.page.locator(".atlas-head input").first.focus()
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("Escape")
    reader.page.locator(".atlas-chapter").click()
    reader.page.keyboard.press("Shift+ArrowRight")
    expect(heading(reader)).to_have_text("Inside a country, and next door")


def test_a_chapter_is_accessible(told):
    reader = told("stories?story=three-roles#all-three")
    heading(reader).wait_for()
    assert violations(reader.page) == []


@pytest.fixture
def presenting(told):
    reader = told("stories?story=three-roles")
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    reader.page.get_by_role("button", name="Present").click()
    reader.page.wait_for_function("() => document.fullscreenElement || !document.fullscreenEnabled")
    reader.rests()
    return reader


def test_a_presenter_goes_from_slide_to_slide_with_a_remote_and_leaves_with_escape_alone(presenting):
    page = presenting.page
    slide = page.locator(".atlas-slide")
    expect(slide.locator("h2")).to_have_text("One region, three roles")
    page.keyboard.press("PageDown")
    expect(slide).to_be_hidden()
    expect(heading(presenting)).to_have_text("How to read a ring")
    presenting.click_map("country:BRA")  # keys go to the map's frame from now on
    page.keyboard.press("PageDown")
    expect(heading(presenting)).to_have_text("Three roles in one sentence")
    page.keyboard.press("b")
    expect(page.locator(".atlas-black")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".atlas-black")).to_be_hidden()
    for _turn in range(4):
        page.keyboard.press("PageDown")
    expect(slide.locator("h2")).to_have_text("What this rests on")
    page.keyboard.press("PageUp")
    expect(slide).to_be_hidden()
    page.keyboard.press("Escape")  # out of the full screen, where the browser gave one
    page.wait_for_function("() => !document.fullscreenElement")
    if page.locator(".atlas-presenting").count():
        page.keyboard.press("Escape")
    expect(page.locator(".atlas-presenting")).to_have_count(0)
    expect(heading(presenting)).to_have_text("One country in three roles")


def test_a_key_opens_the_words_behind_the_chapter_and_others_the_note(presenting):
    page = presenting.page
    page.keyboard.press("PageDown")
    page.keyboard.press("e")
    expect(page.locator(".atlas-behind .atlas-claim").first).to_be_in_viewport()
    page.keyboard.press("e")
    expect(page.locator(".atlas-behind")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".atlas-speaker p")).to_be_in_viewport()


def test_what_is_presented_can_be_read_from_the_back_of_a_room(presenting):
    page = presenting.page
    page.keyboard.press("PageDown")
    page.keyboard.press("e")
    sizes = page.evaluate(
        """() => {
            const parts = ".atlas-presenting :is(h2, p, li, span, button, summary, footer)";
            const shown = [...document.querySelectorAll(parts)].filter((part) => part.offsetParent);
            const words = shown.filter((part) => part.textContent.trim());
            return words.map((part) => parseFloat(getComputedStyle(part).fontSize));
        }"""
    )
    assert min(sizes) >= 24
    frame, window = presenting.frame.bounding_box(), presenting.inside("innerWidth")
    assert frame["width"] > 1280 / 2
    assert 11.5 * frame["width"] / window >= 18  # the least of the names on the map


def test_a_speaker_has_a_window_that_follows_and_turns_and_either_can_be_closed(presenting):
    page = presenting.page
    with page.expect_popup() as opening:
        page.keyboard.press("w")
    speaker = opening.value

    def said(name):
        return speaker.locator(f"[data-said={name}]")

    expect(said("title")).to_have_text("One region, three roles")
    expect(said("next")).to_have_text("How to read a ring")
    expect(said("note")).to_be_hidden()
    speaker.keyboard.press("PageDown")
    speaker.get_by_role("button", name="Next").click()
    expect(heading(presenting)).to_have_text("Three roles in one sentence")
    expect(said("title")).to_have_text("Three roles in one sentence")
    expect(said("progress")).to_have_text("2 of 5 · about 5 minutes")
    page.keyboard.press("PageUp")
    expect(said("note")).to_have_text(page.locator(".atlas-speaker p").text_content())
    expect(said("clock")).to_contain_text(" / 6:00")
    speaker.keyboard.press("b")
    expect(page.locator(".atlas-black")).to_be_visible()
    expect(said("state")).to_have_text("The screen is black.")
    sizes = speaker.locator("p, h1, h2, button").evaluate_all(
        "(all) => all.map((part) => parseFloat(getComputedStyle(part).fontSize))"
    )
    assert min(sizes) >= 18
    assert violations(speaker) == []
    speaker.close()
    page.keyboard.press("b")
    page.keyboard.press("PageDown")
    expect(heading(presenting)).to_have_text("Three roles in one sentence")
    page.evaluate("window.open = () => null")  # as a browser that opens no window
    page.keyboard.press("w")
    expect(page.locator(".atlas-refused")).to_contain_text("opened no second window")


def test_keys_of_the_page_below_do_nothing_while_one_presents(presenting):
    page = presenting.page
    page.evaluate(
        """() => {
            window.heard = [];
            document.addEventListener("keydown", ({ key }) => window.heard.push(key), true);
        }"""
    )
    for key in ("r", "c", "/"):
        page.keyboard.press(key)
    assert page.evaluate("window.heard") == []
