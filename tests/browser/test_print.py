"""A printed page holds all that the page shows, in one column, with what was asked, the link and the day."""

import contextlib
import io
import re

import pytest
from PIL import Image
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect

from tests.browser.reader import SOON_MS
from tests.browser.sheets import texts_of

ALL_COLLECTIONS = True
# About as wide as the text of a page of A4 paper, upright and across.
UPRIGHT, ACROSS = {"width": 680, "height": 960}, {"width": 1000, "height": 640}
# Elements of the page that a printer would see a part of only.
CUT = """() => [...document.querySelectorAll(".stApp *")].filter((node) => {
  const { overflowX, overflowY, display } = getComputedStyle(node);
  if (display === "none" || node.closest("svg, .atlas-hidden, .stSidebar") || !node.getClientRects().length)
    return false;
  const tall = overflowY !== "visible" && node.scrollHeight > node.clientHeight + 1;
  return tall || (overflowX !== "visible" && node.scrollWidth > node.clientWidth + 1);
}).map((node) => node.className)"""
PAGES = {
    "": (".atlas-cards", UPRIGHT),
    "places": (".atlas-places table", UPRIGHT),
    "compare": (".atlas-matrix", ACROSS),
    "table": (".atlas-print-table", ACROSS),
    "sources": (".reader-text", UPRIGHT),
    "about": ("#glossary", UPRIGHT),
}


def opened(newcomer, address):
    if address:
        newcomer.page.goto(f"{newcomer.home}/{address}")
    else:
        newcomer.open()
    return come(newcomer, address)


def come(newcomer, address):
    """Wait until all of a page is there."""
    newcomer.page.locator(PAGES[address][0]).first.wait_for(state="attached")
    newcomer.settle()
    expect(newcomer.page.locator(".atlas-asked").first).to_contain_text("all forms")
    return newcomer.page


def on_paper(page, size):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as a browser does before it lays out the paper
    page.set_viewport_size(size)
    page.emulate_media(media="print")


def expect_nothing_cut(page):
    """Wait until all has found its place on the paper, and tell what has not."""
    fits = f"() => !({CUT})().length && document.documentElement.scrollWidth <= innerWidth"
    with contextlib.suppress(TookTooLong):
        page.wait_for_function(fits, timeout=SOON_MS)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_cut_and_no_button_is_printed(newcomer, address):
    page = opened(newcomer, address)
    link = page.url
    on_paper(page, PAGES[address][1])
    expect(page.locator(PAGES[address][0]).first).to_be_visible()
    expect_nothing_cut(page)
    for control in (".stButton", ".stPopover", ".stSidebar", "input", "iframe", "[data-testid=stTopNav]"):
        expect(page.locator(f"{control}:visible")).to_have_count(0)
    head = page.locator(".atlas-print")
    expect(head).to_contain_text("The Western Hemisphere, all forms")
    expect(head).to_contain_text(link)
    expect(head).to_contain_text(re.compile(r"Printed on \w+ \d+, \d{4}"))


def test_a_page_in_the_dark_is_printed_dark_on_white(reader_in_the_dark):
    page = reader_in_the_dark.page
    on_paper(page, UPRIGHT)
    expect(page.locator(".atlas-print")).to_be_visible()
    taken = Image.open(io.BytesIO(page.screenshot())).convert("L")
    assert taken.getpixel((2, 2)) == taken.getpixel((taken.width - 3, taken.height - 3)) == 255
    assert taken.getextrema()[0] < 80


def test_all_cards_are_printed_with_their_sources_and_the_map(newcomer):
    page = newcomer.open("?focus=country:PER").page
    cards = page.locator(".atlas-card:visible")
    expect(cards.nth(6)).to_be_visible()
    shown = cards.count()
    on_paper(page, UPRIGHT)
    expect(cards).to_have_count(shown)
    bottoms = cards.evaluate_all("(all) => all.map((card) => card.getBoundingClientRect().bottom)")
    assert max(bottoms) <= page.evaluate("document.documentElement.scrollHeight")
    assert page.locator(".atlas-print-sources:visible li").count() > 1
    picture = page.locator("canvas.atlas-print-map")
    expect(picture).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(picture).to_have_count(0)


def test_every_row_of_the_table_is_printed_under_a_repeated_head(newcomer):
    newcomer.open()
    newcomer.page.get_by_test_id("stTopNavLink").filter(has_text="Table").click()
    page = come(newcomer, "table")
    counted = page.locator(".st-key-table .atlas-silence").inner_text()
    on_paper(page, ACROSS)
    rows = page.locator(".atlas-print-table tbody tr:visible")
    expect(rows).to_have_count(int(counted.removesuffix(" rows").replace(",", "")))
    head = page.locator(".atlas-print-table thead")
    assert head.evaluate("(head) => getComputedStyle(head).display") == "table-header-group"
    expect(page.locator(".stDataFrame:visible")).to_have_count(0)


def test_every_sheet_is_numbered_and_the_first_says_what_is_printed(newcomer):
    page = newcomer.open("?focus=country:PER").page
    expect(page.locator(".atlas-card").nth(5)).to_be_attached()
    link = page.url
    sheets = texts_of(page.pdf(prefer_css_page_size=True, format="A4"))
    assert len(sheets) > 2
    for number, text in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in text
    assert "Trafficking flows of the Western Hemisphere" in sheets[0]
    assert "Routes to Peru" in sheets[0]
    assert without_spaces(link) in without_spaces(sheets[0])
    # The address of a cited source stands behind the words that open it.
    assert "(https://" in " ".join(sheets)


def without_spaces(text):
    return "".join(text.split())


def test_a_story_is_printed_with_all_chapters_their_evidence_and_numbered_sources(newcomer):
    page = newcomer.page
    page.goto(f"{newcomer.home}/stories?story=three-roles#out")
    newcomer.map.wait_for()
    expect(page.locator(".atlas-chapter-text h2")).to_have_text("Out of the region")
    newcomer.settle()
    newcomer.rests()
    stood = newcomer.stands_at("country:USA")
    titles = page.locator(".atlas-chapters ol a").all_text_contents()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    story = page.locator(".atlas-print-story")
    expect(story.locator("section h2")).to_have_text(["One region, three roles", *titles])
    expect(story.locator("canvas.atlas-print-map:visible")).to_have_count(len(titles))
    expect(story.locator(".atlas-claim:visible")).to_have_count(story.locator(".atlas-claim").count())
    expect(page.locator(".atlas-telling:visible, .stButton:visible, iframe:visible")).to_have_count(0)
    for control in ("Next", "Present", "Explore from here", "Copy citation"):
        expect(page.get_by_text(control, exact=True).and_(page.locator(":visible"))).to_have_count(0)
    page.set_viewport_size(UPRIGHT)
    expect_nothing_cut(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(story.locator("section")).to_have_count(0)
    page.emulate_media(media="null")
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.locator(".atlas-chapter-text h2")).to_have_text("Out of the region")
    newcomer.expect_at("country:USA", stood, within=1)
    sheets = texts_of(page.pdf(prefer_css_page_size=True, format="A4"))
    told = without_spaces(" ".join(sheets))
    for number, title in enumerate(titles, start=1):
        assert f"{number}.{without_spaces(title)}" in told
    for number in range(1, len(sheets) + 1):
        assert f"{number} / {len(sheets)}" in sheets[number - 1]
    assert re.search(r"Sources1\..*2\.", told)
    assert f"{newcomer.home}/?story=three-roles&chapter=one-country" in told
