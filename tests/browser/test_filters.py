"""A filter changes marks and panel; the frame with the map stays as it is."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def reader_who_moved_the_map(reader):
    """Moved, zoomed, and with a token on the frame that a reload would lose."""
    reader.zoom_map(-240)
    reader.drag_map(-90, -60)
    reader.frame.evaluate("(frame) => { frame.token = 'kept'; frame.contentWindow.token = 'kept'; }")
    return reader


def test_forced_labor_changes_marks_and_panel_in_the_same_frame(reader_who_moved_the_map):
    reader = reader_who_moved_the_map
    view, stood = reader.link()["view"], reader.stands_at("country:USA")
    reader.filter("types", "Forced labor").click()
    expect(reader.map).to_have_attribute("data-visible-routes", "1")
    assert reader.visible()["routes"] == {"CUB~"}
    expect(reader.panel.locator("li [data-atlas-focus^='route:']")).to_have_text(
        ["Cuba → destination not named"]
    )
    expect(reader.page.locator(".atlas-unnamed")).to_contain_text("13 more routes name no form")
    expect(reader.page.locator(".atlas-asked")).to_contain_text("1 route")
    reader.expect_link("types", "forced_labor")
    assert reader.frame.evaluate("(frame) => [frame.token, frame.contentWindow.token]") == ["kept", "kept"]
    assert reader.frame.count() == 1
    assert reader.link()["view"] == view
    assert reader.stands_at("country:USA") == stood


def test_a_focus_keeps_frame_and_view_too(reader_who_moved_the_map):
    reader = reader_who_moved_the_map
    stood = reader.stands_at("country:USA")
    reader.inside("window.atlas.click(what)", "country:MEX")
    reader.expect_focus("country:MEX")
    expect(reader.panel.locator("h2")).to_have_text("Mexico")
    assert reader.frame.evaluate("(frame) => [frame.token, frame.contentWindow.token]") == ["kept", "kept"]
    assert reader.stands_at("country:USA") == stood


def test_routes_without_a_form_come_back_on_request(newcomer):
    newcomer.open("?types=forced_labor")
    expect(newcomer.map).to_have_attribute("data-visible-routes", "1")
    newcomer.page.locator(".st-key-show_unnamed_types button").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "14")
    newcomer.expect_link("types", "forced_labor|unspecified")


def test_a_reset_brings_everything_back_and_can_be_undone(newcomer):
    newcomer.open("?types=forced_labor&sectors=mining")
    expect(newcomer.map).to_have_attribute("data-visible-routes", "0")
    newcomer.page.locator(".st-key-reset button").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "14")
    newcomer.expect_link("types", "")
    newcomer.page.locator(".st-key-undo_reset button").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "0")
    newcomer.expect_link("sectors", "mining")


def test_no_filter_moves_whatever_is_pressed(reader):
    page, pills = reader.page, reader.page.locator(".st-key-types button, .st-key-sectors button")
    stands = "(pills) => pills.map((pill) => pill.getBoundingClientRect().top)"
    before = pills.evaluate_all(stands)
    page.locator(".st-key-dots_switch button").click()
    expect(page.locator(".st-key-dots_switch button")).to_have_text("Leave out the dots")
    assert pills.evaluate_all(stands) == before
    reader.filter("types", "Forced labor").click()
    expect(page.locator(".atlas-unnamed")).to_be_in_viewport()
    expect(page.locator(".st-key-top_slider input")).to_have_count(0)
    assert pills.evaluate_all(stands) == before
    page.locator(".st-key-reset button").click()
    expect(page.locator(".st-key-undo_reset button")).to_be_in_viewport()
    expect(page.locator(".st-key-top_slider input")).to_have_count(1)
    assert pills.evaluate_all(stands) == before


def test_an_empty_selection_says_which_filter_to_loosen(newcomer):
    newcomer.open("?types=child_soldiering&sectors=mining")
    expect(newcomer.panel.locator("h2")).to_have_text("Nothing to show")
    newcomer.page.locator(".st-key-loosen-types button").click()
    expect(newcomer.panel.locator("h2")).to_have_text("What the documents say")
    newcomer.expect_link("types", "")
    newcomer.expect_link("sectors", "mining")


def test_nothing_fades_while_the_server_works(reader):
    reader.page.evaluate(
        """() => {
          window.faded = [];
          document.addEventListener("transitionrun", ({ target, propertyName }) => {
            if (target.matches(".stElementContainer")) window.faded.push(target.className + propertyName);
          }, true);
        }"""
    )
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    assert reader.page.evaluate("window.faded") == []


def test_more_filters_stay_open_while_they_are_pressed(reader):
    reader.page.get_by_text("More filters").click()
    for value in ("Women", "Children"):
        reader.filter("groups", value).wait_for()
        reader.settle()
        reader.filter("groups", value).click()
        expect(reader.page.get_by_text("More filters (1 in use)")).to_be_visible()
        expect(reader.filter("groups", value)).to_have_attribute("aria-pressed", "true")
