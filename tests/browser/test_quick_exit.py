"""The quick exit leaves neither the page nor its entry in the history, and Back does not bring it back."""

import contextlib
from collections import defaultdict

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import ARGUMENTS
from tests.browser.losses import UNREACHED
from tests.browser.reader import SOON_MS

ELSEWHERE = "https://www.weather.gov/"
# A page notes, when it is left, what could be seen of it.
FAREWELL = """addEventListener("pagehide", () => {
  const painted = performance.getEntriesByType("paint").length;
  const hidden = getComputedStyle(document.documentElement).display === "none";
  const app = document.querySelectorAll(".stApp").length;
  localStorage.seen = (localStorage.seen || "") + JSON.stringify({ painted, hidden, app }) + ";";
})"""
UNSEEN = '{"painted":0,"hidden":true,"app":0};'


# What these tests are about, the history of a tab and what it keeps, is a browser's own: they have one to
# themselves. After many tests in one that was shared, a first step back showed the page.
@pytest.fixture(scope="module")
def browser(browser, chromium):
    opened = browser.browser_type.launch(executable_path=chromium, args=list(ARGUMENTS))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def contexts():
    return defaultdict(list)


def answer_outside(page):
    """Answer for the page that the exit leads to; return what it was asked with."""
    asked = []

    def answer(route):
        asked.append(route.request.headers)
        route.fulfill(content_type="text/html", body="<title>Elsewhere</title>")

    page.route(f"{ELSEWHERE}**", answer)
    return asked


@pytest.fixture
def outside(newcomer):
    return answer_outside(newcomer.page)


@pytest.fixture
def reader(newcomer, outside):
    return newcomer.open()


def expect_elsewhere(page):
    expect(page).to_have_url(ELSEWHERE)
    expect(page).to_have_title("Elsewhere")


def test_the_exit_replaces_the_page_and_its_history(reader, outside):
    page = reader.page
    page.locator("[data-atlas-exit]").click()
    expect_elsewhere(page)
    assert [headers.get("referer") for headers in outside] == [None], (
        "the other page is told where one came from"
    )
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_back_shows_nothing_of_the_atlas_after_it_until_somebody_opens_it_again(reader, outside):
    page = reader.page
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    for name, part in (("Places", ".st-key-place_page"), ("Compare", ".st-key-compare")):
        page.get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{name.lower()}**")
        page.locator(part).wait_for()
        reader.settle()
    page.locator("[data-atlas-exit]").click()
    expect_elsewhere(page)
    page.add_init_script(FAREWELL)
    for _ in range(3):
        with page.expect_navigation(url=f"{reader.home}/**", wait_until="commit"):
            page.evaluate("setTimeout(() => history.back())")
        expect_elsewhere(page)
    reader.open()
    expect(page.locator(".atlas-head")).to_be_visible()
    assert page.evaluate("localStorage.seen").startswith(UNSEEN * 3)


def test_three_presses_of_esc_leave_as_well(reader):
    assert "Esc three times" in reader.page.locator("[data-atlas-exit]").get_attribute("title")
    press_three_times(reader.page)


def test_three_presses_of_esc_in_the_map_leave_as_well(reader):
    reader.map.click(position={"x": 300, "y": 560})
    press_three_times(reader.page)


def press_three_times(page):
    """Press Esc three times within a second, and again where the machine took longer for it."""
    for _try in range(5):
        for _press in range(3):
            page.keyboard.press("Escape")
        with contextlib.suppress(AssertionError):
            expect(page).to_have_url(ELSEWHERE, timeout=SOON_MS)
            break
    expect_elsewhere(page)


def test_esc_closes_what_is_open_and_does_not_leave(reader, outside):
    page = reader.page
    search = page.locator("[data-atlas-search] input")
    search.fill("Mex")
    page.locator(".atlas-search-found li").first.wait_for()
    for _ in range(3):  # the first closes the list, the second empties the field, the third is for nothing
        page.keyboard.press("Escape")
    expect(search).to_have_value("")
    page.keyboard.press("a")
    expect(page.locator(".atlas-head")).to_be_visible()
    assert outside == []


def test_without_a_network_the_page_is_blank(reader, outside):
    page = reader.page
    reader.context.set_offline(True)
    page.locator("[data-atlas-exit]").click()
    expect(page).to_have_url("about:blank")
    assert page.locator("body").inner_text() == ""
    reader.context.set_offline(False)
    # Before it was left the page may have tried to reach its server.
    reader.mishaps[:] = [said for said in reader.mishaps if not UNREACHED.search(said)]


def test_a_thumb_leaves_too(reader_on_a_phone):
    page = reader_on_a_phone.page
    answer_outside(page)
    exit_ = page.locator("[data-atlas-exit]")
    box = exit_.bounding_box()
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    exit_.tap()
    expect_elsewhere(page)
