"""Filters, focus and view live in the link, which brings them back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import press_and_hear

PRESSED = (
    "(buttons) => buttons.filter((b) => b.ariaPressed === 'true').map((b) => b.innerText.split('\\n')[0])"
)


def pressed(reader):
    return reader.page.locator(".stSidebar .stButtonGroup button").evaluate_all(PRESSED)


def test_a_shared_link_shows_the_same_in_another_browser(reader, welcome):
    reader.filter("types", "Form not named").click()
    expect(reader.filter("types", "Form not named")).to_have_attribute("aria-pressed", "true")
    reader.filter("sectors", "Sector not named").click()
    reader.legend("Hotspot").click(modifiers=["Control"])
    expect(reader.map).to_have_attribute("data-visible-hotspots", "0")
    reader.inside("window.atlas.click(what)", "route:MEX~USA")
    reader.expect_focus("route:MEX~USA")
    reader.expect_link("sectors", "unspecified")
    reader.expect_link("hide", "hotspots")
    reader.zoom_map(-240)
    reader.drag_map(-70, 40)
    other = welcome().open(f"?{reader.page.url.partition('?')[2]}")
    other.expect_focus("route:MEX~USA")
    assert other.visible() == reader.visible()
    for facet in ("types", "sectors"):
        other.page.locator(f".st-key-{facet} button[aria-pressed=true]").wait_for()
    assert pressed(other) == pressed(reader) != []
    assert other.link() == reader.link()
    for place in ("country:USA", "country:CHL"):
        assert other.stands_at(place) == pytest.approx(reader.stands_at(place), abs=3)
    expect(other.panel.locator("h2")).to_have_text("Mexico → United States")


def test_link_and_citation_can_be_copied(newcomer):
    newcomer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    newcomer.open("?focus=hotspot:border_MEX-USA")
    press_and_hear(newcomer.page.get_by_role("button", name="Copy link"), "Link copied")
    assert newcomer.page.evaluate("navigator.clipboard.readText()") == newcomer.page.url
    newcomer.panel.get_by_text("Cite", exact=True).first.click()
    press_and_hear(newcomer.panel.get_by_role("button", name="Copy citation").first, "Copied")
    citation = newcomer.page.evaluate("navigator.clipboard.readText()")
    assert "2024" in citation
    assert "“" in citation


def test_a_damaged_link_keeps_what_is_sound_and_says_so_in_one_line(newcomer):
    newcomer.open(
        "?types=forced_labor|nonsense&sectors=%3Cb%3E&years=20x3&focus=planet:Mars&view=far,away&colour=red"
    )
    expect(newcomer.map).to_have_attribute("data-visible-routes", "1")
    newcomer.expect_focus("")
    expect(newcomer.page.locator(".atlas-notice")).to_have_count(1)
    expect(newcomer.page.locator(".atlas-notice")).to_contain_text("types=nonsense")
    expect(newcomer.page.locator(".atlas-notice b")).to_have_count(0)
    newcomer.expect_link("types", "forced_labor")
    assert set(newcomer.link()) == {"types", "view"}
    assert newcomer.stands_at("country:BRA")[0] > 0


HOSTILE = {
    "very long": f"types={'x' * 15_000}",
    "unknown facets": "colour=red&zork=1&__proto__=1&constructor=2&planet=mars",
    "control signs": "types=%00%01%1B%7F%C2%85&focus=country:%0ACUB&places=%E2%80%AEMEX",
    "doubled keys": "focus=country:CUB&focus=country:MEX&view=1,2,3&view=4,5,6",
    "percent rubbish": "types=%zz%E0%A4%A&sectors=%25%32%35%%&groups=%ED%A0%80&%=%",
    "script": "types=%3Cscript%3Etop.hit=1%3C/script%3E&focus=javascript:top.hit=1"
    "&documents=%3Cimg%20src=x%20onerror=top.hit=1%3E&story=%22%3E%3Csvg%20onload=top.hit=1%3E",
}


def test_a_hostile_link_opens_the_whole_map_and_is_named_in_one_line(newcomer):
    notice = newcomer.page.locator(".atlas-notice")
    for query in HOSTILE.values():
        newcomer.open(f"?{query}")
        expect(newcomer.map).to_have_attribute("data-visible-routes", "14")
        expect(notice).to_have_count(1)
        expect(notice).to_contain_text("parts that this atlas does not know")
        expect(notice.locator("*")).to_have_count(0)
        newcomer.expect_focus("")
        newcomer.page.wait_for_function("!location.search.includes('types')")
    assert newcomer.page.evaluate("window.hit") is None
    newcomer.filter("types", "Forced labor").click()
    newcomer.expect_link("types", "forced_labor")


@pytest.mark.parametrize("focus", ["country:ZZZ", "route:USA~MOON", "claim:none"])
def test_a_link_to_what_is_not_there_says_so(newcomer, focus):
    newcomer.open(f"?focus={focus}")
    expect(newcomer.panel.locator(".atlas-silence")).not_to_be_empty()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "14")


def test_what_is_folded_away_stays_so_on_every_page_and_through_a_reload(reader):
    # Beside the map it stands above what is told, elsewhere below the filters: on the page that is left, too,
    # until the next is all there.
    above = reader.page.locator(".st-key-content_note").get_by_role("switch")
    beside = reader.page.get_by_test_id("stSidebarUserContent").get_by_role(
        "switch", name="Fold away evidence about sexual exploitation of children"
    )
    expect(above).not_to_be_checked()
    reader.page.locator(".st-key-content_note label").click()
    reader.expect_link("fold", "children")
    for page in ("Table", "Sources", "Explore"):
        reader.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"^{page}$")).click()
        expect(reader.frame).to_have_count(int(page == "Explore"))
        expect((above if page == "Explore" else beside).first).to_be_checked()
        reader.expect_link("fold", "children")
    reader.page.reload()
    expect(above).to_be_checked()
