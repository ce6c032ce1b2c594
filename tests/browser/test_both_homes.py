"""The map filters itself: on the real page it shows what Python says, in the frame of a press."""

import contextlib
import random
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect

from flows.maps.command import map_command
from flows.query.links import Request
from flows.query.offered import PILL_FACETS, offered_values
from flows.query.selection import Selection
from flows.scene.drawn import drawing
from flows.scene.scene import compose, index_of
from tests.browser.reader import SOON_MS
from tests.flows.requests import random_request

ALL_COLLECTIONS = True
REQUESTS = 50
KINDS = ("routes", "hotspots", "roles")
MAIN = ("collections", "types", "sectors", "roles")
# Press a value and read the map once its frame is over, deaf to the server until then.
PRESS_AND_READ = """async ([facet, n]) => {
  const frame = document.querySelector("iframe.atlas-frame");
  const heard = frame.atlasCommand;
  frame.atlasCommand = { ...heard, number: Infinity };
  document.querySelectorAll(`.st-key-${facet} button`)[n].click();
  await new Promise(requestAnimationFrame);
  await new Promise(setTimeout);
  frame.atlasCommand = heard;
  return frame.contentWindow.atlas.visible();
}"""

# Whatever the server says after this is older than what the map has heard.
DEAF = """() => {
  const frame = document.querySelector("iframe.atlas-frame");
  frame.atlasCommand = { ...frame.atlasCommand, number: Infinity };
}"""
ROUTES_OTHER_THAN = """(before) => {
  const map = document.querySelector("iframe.atlas-frame")?.contentWindow?.atlas;
  return map && map.visible().routes.join() !== before;
}"""


def by_python(atlas, request):
    scene = compose(atlas, request.selection)
    drawn = drawing(atlas, scene, request.focus, hide=request.hide, top=request.top)
    return {kind: [mark.id for mark in getattr(drawn, kind)] for kind in KINDS}


def test_the_map_shows_what_python_says_of_any_request(reader, both_collections):
    chance = random.Random(50)
    reader.inside("window.atlas.readWords()")
    for number in range(REQUESTS):
        request = random_request(both_collections, chance)
        command = map_command(request) | {"number": 1000 + number}
        reader.inside("window.atlas.receive(what)", command)
        assert reader.inside("window.atlas.visible()") == by_python(both_collections, request), request
        for route in drawing(both_collections, compose(both_collections, request.selection), None).routes[:3]:
            shown = reader.inside("window.atlas.forms(what)", route.id)
            assert shown in ([], list(route.forms)), (request, route)


@pytest.mark.parametrize("facet", MAIN)
def test_a_press_is_shown_in_its_own_frame_and_the_answer_changes_nothing(reader, both_collections, facet):
    offered = offered_in(facet, reader, both_collections)
    for number in range(min(3, len(offered))):
        expect_shown_at_once(reader, both_collections, facet, number, sorted(offered[: number + 1]))


def test_so_is_a_press_among_more_filters(reader, both_collections):
    reader.page.get_by_text("More filters").click()
    for facet in (facet for facet in PILL_FACETS if facet not in MAIN):
        offered = offered_in(facet, reader, both_collections)
        expect_shown_at_once(reader, both_collections, facet, 0, [offered[0]])
        expect_shown_at_once(reader, both_collections, facet, 0, [])


def offered_in(facet, reader, atlas):
    """Return the values of a filter, once there is a button for each."""
    offered = offered_values(facet, atlas, index_of(atlas))
    expect(reader.page.locator(f".st-key-{facet} button")).to_have_count(len(offered))
    return offered


def expect_shown_at_once(reader, atlas, facet, number, chosen):
    """Press a button of a filter, which leaves these values chosen, and see the map show that at once."""
    reader.settle()  # pills that are made anew are passed over
    shown = reader.page.evaluate(PRESS_AND_READ, [facet, number])
    assert shown == by_python(atlas, Request(selection=Selection.from_values({facet: chosen})))
    reader.expect_link(facet, "|".join(chosen))
    assert reader.inside("window.atlas.visible()") == shown


# Streamlit lets the part that is opened grow for half a second, and again with each field that comes late:
# whatever lies in it moves, and a list closes.
STANDS_OPEN = """() => {
  const box = document.querySelector(".stExpander");
  const at = [...box.querySelectorAll("input")].map((field) => field.getBoundingClientRect().top).join();
  const isStill = at === window.boxStoodAt && !box.getAnimations({ subtree: true }).length
    && !box.querySelector("[data-testid=stSkeleton]");
  window.boxStoodAt = at;
  window.boxStill = isStill ? (window.boxStill ?? 0) + 1 : 0;
  return window.boxStill > 20;
}"""

# The keyboard is on an entry, whose id changes while the list follows what was typed.
ON_ENTRY = """([facet, words]) => {
    const field = document.querySelector(`.st-key-${facet} input`);
    const entry = document.getElementById(field.getAttribute("aria-activedescendant"));
    return entry?.textContent.trim().startsWith(`${words} (`);
}"""


def pick(reader, facet, words, *, by_keyboard):
    """Type until an entry stands in the list, and take it; a list that was closed is opened anew."""
    field = reader.page.locator(f".st-key-{facet} input")
    entry = reader.page.get_by_role("option", name=re.compile(rf"^{words} \("))
    for _try in range(5):
        # In the middle of the window, or the way to an entry scrolls.
        field.evaluate("(field) => field.scrollIntoView({ block: 'center' })")
        reader.page.wait_for_function(STANDS_OPEN)
        with contextlib.suppress(AssertionError, TookTooLong):
            field.click()
            field.fill("")
            field.fill(words)
            expect(entry).to_have_count(1, timeout=SOON_MS)
            if by_keyboard:
                field.press("ArrowDown")  # the first entry chooses all that are found
                reader.page.wait_for_function(ON_ENTRY, arg=[facet, words], timeout=SOON_MS)
                field.press("Enter")
            else:
                entry.click(timeout=SOON_MS)
            break


@pytest.mark.parametrize("by_keyboard", [False, True])
@pytest.mark.parametrize(
    ("facet", "words"),
    [("places", "Ecuador"), ("documents", "2016 Trafficking in Persons Report: Ecuador, 2016")],
)
def test_an_entry_that_is_picked_is_shown_before_the_server_answers(
    reader, both_collections, facet, words, by_keyboard
):
    reader.page.get_by_text("More filters").click()
    reader.page.locator(".st-key-tier_year input").wait_for()  # the last of the filters
    reader.settle()
    reader.page.evaluate(DEAF)
    every = reader.inside("window.atlas.visible()")
    pick(reader, facet, words, by_keyboard=by_keyboard)
    reader.page.wait_for_function(ROUTES_OTHER_THAN, arg=",".join(every["routes"]))
    shown = reader.inside("window.atlas.visible()")
    reader.page.wait_for_url(re.compile(f"[?&]{facet}="))
    value = parse_qs(urlsplit(reader.page.url).query)[facet][0]
    asked = Request(selection=Selection.from_values({facet: [value]}))
    assert shown == by_python(both_collections, asked), value


def test_a_focus_dims_the_map_in_the_frame_of_the_press(reader):
    focus = reader.inside("(window.atlas.click(what), map.dataset.focus)", "country:COL")
    assert focus == "country:COL"
    reader.expect_link("focus", "country:COL")


def test_a_slider_is_followed_while_its_handle_moves(reader):
    reader.page.evaluate(DEAF)
    handle = reader.page.locator(".st-key-top_slider input")
    handle.focus()
    for fewer in ("49", "48"):
        handle.press("ArrowLeft")  # deaf to the server: only the page itself can answer
        expect(reader.map).to_have_attribute("data-visible-routes", fewer)
    reader.page.get_by_text("More filters").click()
    reader.page.locator(".st-key-tier_year input").wait_for()
    reader.settle()
    years = reader.page.locator(".st-key-years_range input").first
    before = reader.inside("window.atlas.visible()")["routes"]
    for _year in range(20):
        years.press("ArrowRight")
        if reader.inside("window.atlas.visible()")["routes"] != before:
            break
    reader.page.wait_for_function(ROUTES_OTHER_THAN, arg=",".join(before))


PRESS_AGAIN_AND_AGAIN = """async () => {
  for (let n = 0; n < 10; n += 1) {
    const pills = [...document.querySelectorAll(".st-key-types button")];
    pills.find((button) => button.innerText.startsWith("Forced labor")).click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""


def test_quick_presses_leave_the_number_of_routes_as_it_was_asked(newcomer):
    newcomer.open("?top=250")  # more than have the form, fewer than there are
    newcomer.page.evaluate(PRESS_AGAIN_AND_AGAIN)
    newcomer.filter("sectors", "Mining").click()
    newcomer.expect_link("sectors", "mining")
    newcomer.expect_link("top", "250")
    newcomer.settle()
    newcomer.filter("sectors", "Mining").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "250")
