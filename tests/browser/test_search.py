"""The search box: a name in any of four languages, a key or a click, and the map is there."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from flows.query.selection import Selection
from flows.scene.drawn import drawing
from flows.scene.scene import compose

ALL_COLLECTIONS = True
IN_SIGHT = """(place) => {
  const [x, y] = window.atlas?.where(place) ?? [];
  return x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight;
}"""


@pytest.fixture
def box(reader):
    return box_of(reader)


def box_of(reader):
    return reader.page.get_by_role("combobox", name="Search for a place, route, sector or any word")


def option(reader, words):
    return reader.page.get_by_role("option").filter(has_text=words)


def said(reader):
    return reader.page.locator(".atlas-search").get_by_role("status")


def wait_until_in_sight(reader, place):
    reader.frame.element_handle().content_frame().wait_for_function(IN_SIGHT, arg=place)


def test_a_slash_a_name_and_enter_lead_to_a_country(newcomer):
    newcomer.open("?view=15,50,6")  # far away, over Europe
    newcomer.page.keyboard.press("/")
    expect(box_of(newcomer)).to_be_focused()
    newcomer.page.keyboard.type("pérou")
    expect(option(newcomer, "Peru").first).to_have_text(re.compile(r"Peru\s*Pérou\s*country\s*\d+ claims"))
    newcomer.page.keyboard.press("Enter")
    newcomer.expect_focus("country:PER")
    wait_until_in_sight(newcomer, "country:PER")
    expect(newcomer.panel.locator("h2")).to_have_text("Peru")
    expect(box_of(newcomer)).to_have_value("")


def test_nothing_is_fetched_before_the_box_is_used(newcomer):
    asked = []
    newcomer.page.on("request", lambda request: asked.append(request.url))
    newcomer.open()
    assert [address for address in asked if "search" in address] == []
    with newcomer.page.expect_response("**/atlas/search-*.json?*") as reply:
        box_of(newcomer).focus()
    assert "immutable" in reply.value.headers["cache-control"]
    assert reply.value.headers["content-encoding"] == "gzip"


def test_a_city_leads_to_its_hotspot(reader, box):
    box.fill("carthagene")
    option(reader, "Cartagena").click()
    reader.expect_focus("hotspot:CO-BOL.Cartagena")
    wait_until_in_sight(reader, "hotspot:CO-BOL.Cartagena")


def test_a_sector_is_added_to_what_is_asked(newcomer):
    newcomer.open("?types=sex_trafficking&focus=country:PER")
    box_of(newcomer).fill("MINERAÇÃO")
    expect(option(newcomer, "Mining")).to_be_visible()
    newcomer.page.keyboard.press("Enter")
    newcomer.expect_link("sectors", "mining")
    newcomer.expect_link("types", "sex_trafficking")
    newcomer.expect_focus("country:PER")
    expect(newcomer.filter("sectors", "Mining")).to_have_attribute("aria-pressed", "true")


def test_a_unit_without_a_claim_opens_its_country_and_says_so(reader, box):
    box.fill("tacna")
    expect(option(reader, "Tacna")).to_contain_text("no claim; opens Peru")
    reader.page.keyboard.press("Enter")
    reader.expect_focus("country:PER")
    expect(said(reader)).to_have_text("No claim is about Tacna itself: Peru is opened instead.")


def test_a_form_that_no_claim_names_changes_no_filter(reader, box):
    box.fill("remoção de órgãos")
    option(reader, "Organ removal").click()
    expect(said(reader)).to_contain_text("No claim names it: Organ removal.")
    assert "types" not in reader.link()


def test_words_find_claims_and_become_a_filter_of_map_and_panel(newcomer, both_collections):
    newcomer.open("?show=dots")
    box_of(newcomer).fill("Gold")
    scene = compose(both_collections, Selection.from_values({"words": ["gold"]}))
    found = option(newcomer, "claims that hold these words")
    expect(found).to_contain_text(f"{len(scene.claims)} claims")
    found.click()
    newcomer.expect_link("words", "gold")
    drawn = drawing(both_collections, scene, None, hide=frozenset())
    expect(newcomer.map).to_have_attribute("data-visible-routes", str(len(drawn.routes)))
    assert newcomer.visible()["routes"] == {mark.id for mark in drawn.routes}
    expect(newcomer.panel.locator("mark.atlas-found").first).to_have_text(re.compile("^gold", re.IGNORECASE))


def test_a_link_with_words_draws_only_what_they_find(newcomer, both_collections):
    newcomer.open('?words="forced labor"&show=dots')
    scene = compose(both_collections, Selection.from_values({"words": ['"forced labor"']}))
    drawn = drawing(both_collections, scene, None, hide=frozenset())
    expect(newcomer.map).to_have_attribute("data-visible-routes", str(len(drawn.routes)))
    assert newcomer.visible()["routes"] == {mark.id for mark in drawn.routes}
    assert 0 < len(drawn.routes) < 255


def test_two_places_open_the_route_between_them(reader, box):
    box.fill("venezuela trinidad")
    expect(option(reader, "Venezuela → Trinidad & Tobago").first).to_have_attribute("aria-selected", "true")
    reader.page.keyboard.press("Enter")
    reader.expect_focus("route:VEN~TTO")


def test_a_document_is_found_by_the_words_of_its_title_and_opened(newcomer):
    newcomer.open()
    box_of(newcomer).fill("apatrida que otros")
    expect(option(newcomer, "EE.UU.").locator("mark")).to_have_text(["apátridas", "que", "otros"])
    newcomer.page.keyboard.press("Enter")
    newcomer.expect_link("document", "tip-2022-dominican-republic-diario-tu-manana")


def test_what_holds_no_word_is_refused_in_a_sentence(reader, box):
    for typed in ('"', "*", "😀", "x" * 10_000):
        box.fill(typed)
        expect(said(reader)).to_have_text(
            "Nothing to search for: write words, or a phrase in quotation marks, of 200 letters at most."
        )
        box.fill("' OR 1=1")
        expect(said(reader)).to_have_text("No place, sector, type, document or claim holds “' OR 1=1”.")


def test_a_slip_of_the_pen_is_answered_with_the_closest_name_and_markup_is_text(reader, box):
    planted = "<img src=x onerror=alert(1)>"
    box.fill(planted)
    expect(said(reader)).to_have_text(f"No place, sector, type, document or claim holds “{planted}”.")
    expect(reader.page.locator(".atlas-search img")).to_have_count(0)
    box.fill("venezula")
    expect(said(reader)).to_have_text("No place, sector, type, document or claim holds “venezula”. Closest:")
    reader.page.keyboard.press("Enter")  # a guess is not taken unasked
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.expect_focus("country:VEN")


def test_keys_walk_the_list_and_escape_leaves_it(reader, box):
    reader.map.focus()
    reader.page.keyboard.press("/")  # on the map it leads to the box, in the box it is a letter
    expect(box).to_be_focused()
    reader.page.keyboard.press("/")
    expect(box).to_have_value("/")
    box.fill("ma")
    options = reader.page.get_by_role("option")
    expect(options).to_have_count(8)
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-expanded", "true")
    broken = Axe().run(reader.page, context=".atlas-search").response["violations"]
    assert [rule["id"] for rule in broken] == []
    reader.page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    reader.page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(options).to_have_count(0)
    expect(box).to_have_value("ma")


def test_on_a_phone_a_button_opens_the_box_over_the_head(reader_on_a_phone):
    reader, box = reader_on_a_phone, box_of(reader_on_a_phone)
    expect(box).to_be_hidden()
    reader.page.get_by_role("button", name="Search for a place, route, sector or any word").tap()
    expect(box).to_be_focused()
    wide = "() => document.querySelector('.atlas-search input').getBoundingClientRect().width > 300"
    reader.page.wait_for_function(wide)
    reader.page.keyboard.type("trinite")
    option(reader, "Trinidad & Tobago").first.tap()
    reader.expect_focus("country:TTO")
    expect(box).to_be_hidden()
