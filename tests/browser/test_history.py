"""Each filter, focus and page is a step of the browser's history: Back undoes it, beside the map too."""

import re

import pytest
from playwright.sync_api import expect

ENTRIES = "history.length"
PRESSED, NOT_PRESSED = ("aria-pressed", "true"), ("aria-pressed", "false")
# After so long another press is another step; the page counts it from the answer.
STEP_MS = 1100


def expect_step(reader, entries):
    """Wait for so many entries of the history, and until the next press is one of its own."""
    reader.page.wait_for_function("(entries) => history.length === entries", arg=entries)
    reader.page.wait_for_function(
        "(ms) => performance.now() - (document.atlasStepAt ?? -ms) > ms && !document.atlasActs?.length",
        arg=STEP_MS,
    )


def expect_answer(reader):
    """Wait until the session has followed a step back, and the address is the reader's own again."""
    reader.page.wait_for_function("() => !document.atlasReturned && !location.search.includes('step=')")


def numbers(view):
    return [float(number) for number in view.split(",")]


@pytest.fixture
def entries(reader):
    return reader.page.evaluate(ENTRIES)


def test_back_undoes_a_filter_and_forward_brings_it_again(reader, entries):
    forced = reader.filter("types", "Forced labor")
    forced.click()
    expect(forced).to_have_attribute(*PRESSED)
    reader.expect_link("types", "forced_labor")
    expect_step(reader, entries + 1)
    reader.page.go_back()
    expect(reader.map).to_have_attribute("data-visible-routes", "14")
    expect(forced).to_have_attribute(*NOT_PRESSED)
    expect(reader.page.locator(".atlas-asked")).to_contain_text("14 routes")
    expect_answer(reader)
    reader.expect_link("types", "")
    reader.page.go_forward()
    expect(reader.map).to_have_attribute("data-visible-routes", "1")
    expect(forced).to_have_attribute(*PRESSED)
    expect_answer(reader)
    reader.expect_link("types", "forced_labor")
    assert reader.page.evaluate(ENTRIES) == entries + 1


def test_back_is_answered_by_one_run(newcomer):
    sent = []

    def note(frame):
        sent.append(frame)

    newcomer.page.on("websocket", lambda socket: socket.on("framesent", note))
    reader = newcomer.open()
    entries = reader.page.evaluate(ENTRIES)
    reader.inside("window.atlas.click(what)", "country:CUB")
    reader.expect_link("focus", "country:CUB")
    expect_step(reader, entries + 1)
    sent.clear()
    began = reader.page.evaluate("performance.now()")
    reader.page.go_back()
    reader.expect_focus("")
    expect(reader.panel.locator("h2")).to_have_text("What the documents say")
    expect_answer(reader)
    reader.settle()
    took = reader.page.evaluate("performance.now()") - began
    # What has had no answer for three seconds is told again, as it should be.
    assert 1 <= len(sent) <= 1 + took // 3000


def test_back_moves_the_map_to_where_it_stood(reader, entries):
    reader.zoom_map(-240)
    before = reader.link()["view"]
    stood = reader.stands_at("country:BRA")
    reader.page.locator(".atlas-search input").fill("Cuba")
    reader.page.get_by_role("option").filter(has_text="Cuba").first.click()
    reader.expect_link("focus", "country:CUB")
    expect_step(reader, entries + 1)
    reader.drag_map(-160, 90)
    assert reader.page.evaluate(ENTRIES) == entries + 1
    moved = reader.link()["view"]
    assert reader.stands_at("country:BRA") != pytest.approx(stood, abs=50)
    reader.page.go_back()
    reader.expect_focus("")
    expect_answer(reader)
    reader.wait_for_another_view(moved)
    reader.expect_at("country:BRA", stood, 4)
    assert numbers(reader.link()["view"]) == pytest.approx(numbers(before), abs=0.2)


# Whatever a busy machine takes from press to press, each comes at the moment of the last step.
NO_TIME_PASSES = """() => {
    let stepped = false;
    Object.defineProperty(document, "atlasStepAt", {
        get: () => (stepped ? performance.now() : undefined), set: () => (stepped = true), configurable: true,
    });
}"""
TIME_PASSES = "delete document.atlasStepAt, void (document.atlasStepAt = performance.now())"


def test_quick_presses_are_one_step(reader, entries):
    reader.page.evaluate(NO_TIME_PASSES)
    reader.filter("types", "Forced labor").click()
    reader.filter("types", "Form not named").click()
    reader.filter("sectors", "Sector not named").click()
    reader.expect_link("sectors", "unspecified")
    reader.page.evaluate(TIME_PASSES)
    expect_step(reader, entries + 1)
    reader.page.go_back()
    expect(reader.map).to_have_attribute("data-visible-routes", "14")
    expect_answer(reader)
    assert set(reader.link()) == {"view"}


def test_a_page_is_one_step_however_it_is_opened(reader, entries):
    reader.filter("types", "Form not named").click()
    reader.expect_link("types", "unspecified")
    reader.inside("window.atlas.click(what)", "country:MEX")
    reader.expect_link("focus", "country:MEX")
    expect_step(reader, reader.page.evaluate(ENTRIES))
    opened = reader.page.evaluate(ENTRIES)
    reader.panel.get_by_role("button", name="Open the page of Mexico").click()
    reader.page.wait_for_url("**/places?**place=MEX**")
    reader.settle()
    reader.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile("^Compare$")).click()
    reader.page.wait_for_url("**/compare?**types=unspecified**")
    assert reader.page.evaluate(ENTRIES) == opened + 2
    reader.page.go_back()
    expect(reader.page.locator(".st-key-place_page h2").first).to_have_text("Mexico")
    expect_answer(reader)
    reader.page.go_back()
    reader.expect_focus("country:MEX")
    expect(reader.filter("types", "Form not named")).to_have_attribute(*PRESSED)
    expect_answer(reader)
    reader.page.go_back()
    expect_answer(reader)
    reader.page.go_forward()
    reader.expect_focus("country:MEX")
