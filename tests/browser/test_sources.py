"""The Sources page in a browser: passages by mouse and keyboard, find, the rail and links."""

import contextlib

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import PHONE, press_and_hear

ALL_COLLECTIONS = True
FY2013 = "In FY2013, primary countries of origin"


@pytest.fixture
def open_text(welcome):
    """Open the Sources page at a link, and wait until its text is painted."""

    def opened(query="", **how) -> Page:
        reader = welcome(**how)
        reader.page.goto(f"{reader.home}/sources{query}")
        reader.page.locator("[data-reader-ready]").wait_for()
        reader.settle()
        return reader.page

    return opened


def passage(page: Page, words: str):
    return page.locator("mark").filter(has_text=words).first


def test_a_click_opens_what_is_behind_a_passage(open_text):
    page = open_text("?document=crs-rl33200")
    passage(page, FY2013).click()
    expect(page.locator(".st-key-passage article")).to_have_count(6)
    expect(page.locator(".st-key-passage svg.atlas-mini")).to_have_count(1)
    expect(page.locator("mark.picked").first).to_contain_text(FY2013)
    expect(page.locator("#s7")).to_be_in_viewport()


def test_a_passage_says_what_it_holds_under_the_pointer(open_text):
    page = open_text("?document=crs-rl33200")
    passage(page, "Smaller numbers").hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Movement: Latin America → Europe")
    page.locator(".source-head").hover()
    expect(tip).to_be_hidden()


def test_the_keyboard_leads_from_passage_to_passage(open_text):
    page = open_text("?document=crs-rl33200")
    page.locator("mark[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("mark:focus")).to_contain_text("According to the U.S. State Department")
    expect(page.get_by_role("tooltip")).to_contain_text("Region-wide note")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-passage article")).to_have_count(1)


def test_the_keyboard_passes_over_the_list_of_documents(open_text):
    page = open_text("?document=crs-rl33200")
    skip = page.get_by_role("button", name="Skip to the text")
    page.get_by_role("textbox", name="Find a document").focus()
    page.keyboard.press("Shift+Tab")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["height"] > 20
    page.keyboard.press("Enter")
    expect(page.locator(".reader mark:focus")).to_be_in_viewport()


def test_find_counts_and_walks_through_the_matches(open_text):
    page = open_text("?document=crs-rl33200")
    bar, said = page.locator(".reader-find"), page.locator(".reader-find output")
    page.get_by_role("searchbox", name="Find in this text").fill("LATIN  américa")
    expect(bar).to_have_attribute("data-matches", "6")
    expect(said).to_contain_text("of 6")
    before = said.text_content()
    page.keyboard.press("Enter")
    expect(said).not_to_have_text(before)
    # Words that two passages share are found across the seam.
    page.get_by_role("searchbox", name="Find in this text").fill("Europe; however")
    expect(said).to_have_text("1 of 1")
    page.get_by_role("searchbox", name="Find in this text").fill("nowhere")
    expect(said).to_have_text("No match")


def test_the_rail_leads_into_the_text(open_text):
    page = open_text()
    rail = page.locator(".reader-rail").bounding_box()
    page.mouse.click(rail["x"] + 6, rail["y"] + rail["height"] * 0.96)
    expect(page.locator("#s46")).to_be_in_viewport()


# As on a slow machine: the text is there, and gets its height long after it was led to.
LATE = """addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = ".reader-text { display: none !important; }";
  document.body.append(style);
  const wait = setInterval(() => {
    if (!document.querySelector(".reader-text .target")) return;
    clearInterval(wait);
    setTimeout(() => style.remove(), 500);
  }, 20);
});"""


def test_a_link_opens_at_its_passage_although_the_text_gets_its_height_late(welcome):
    reader = welcome()
    reader.page.add_init_script(LATE)
    reader.page.goto(f"{reader.home}/sources?document=tip-2024&passage=s44")
    led_to = reader.page.locator("#s44.target")
    expect(led_to).to_be_in_viewport()
    reader.page.mouse.move(683, 500)
    for _turn in range(5):  # for some frames the page still holds the passage
        reader.page.mouse.wheel(0, -20_000)
        with contextlib.suppress(AssertionError):
            expect(led_to).not_to_be_in_viewport(timeout=3_000)
            break
    expect(led_to).not_to_be_in_viewport()


def test_a_link_opens_at_its_passage_and_can_be_copied(open_text):
    page = open_text("?document=tip-2024&passage=s44")
    expect(page.locator("#s44.target")).to_be_in_viewport()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press_and_hear(page.get_by_role("button", name="Copy link to this passage"), "Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/sources?document=tip-2024&passage=s44")


def test_a_claim_is_carried_over_to_the_map(open_text):
    page = open_text("?document=tip-2024&passage=s24")
    page.locator(".st-key-show-tip-flow-cub-medical-missions button").click()
    frame = page.locator("iframe.atlas-frame").content_frame
    expect(frame.locator("[data-atlas-ready=true]")).to_have_attribute("data-focus", "route:CUB~")


def test_another_document_opens_from_the_list(open_text):
    page = open_text()
    page.get_by_role("button", name="Trafficking in Persons in Latin America").click()
    expect(page.locator("[data-reader-ready='crs-rl33200']")).to_be_visible()
    page.get_by_role("button", name="2023 Trafficking in Persons Report: Haiti").first.click()
    expect(page.locator(".st-key-source article")).to_have_count(2)
    expect(page.locator(".reader")).to_be_hidden()


def test_on_a_phone_a_passage_opens_as_a_sheet_that_closes(open_text):
    page = open_text("?document=crs-rl33200", viewport=PHONE, has_touch=True, is_mobile=True)
    passage(page, FY2013).tap()
    card = page.locator(".st-key-passage article").first
    expect(card).to_be_in_viewport()
    expect(passage(page, FY2013)).to_be_in_viewport()
    page.get_by_role("button", name="Close").tap()
    expect(card).to_have_count(0)
    expect(page.locator("mark.picked")).to_have_count(0)
