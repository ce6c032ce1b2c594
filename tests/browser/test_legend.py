"""A switch of the legend acts at once in the frame, the page follows; and every switch does the same."""

import pytest
from playwright.sync_api import expect

# Press a switch and read the marks in the same breath: no server can have answered in between.
PRESS_AND_READ = "(button) => { button.click(); return {...button.closest('[data-atlas-ready]').dataset}; }"


def test_a_type_switch_acts_before_the_server_answers(reader):
    at_once = reader.legend("Forced labor").evaluate(PRESS_AND_READ)
    assert at_once["visibleRoutes"] == "1"
    expect(reader.filter("types", "Forced labor")).to_have_attribute("aria-pressed", "true")
    reader.expect_link("types", "forced_labor")
    assert reader.visible()["routes"] == {"CUB~"}
    expect(reader.legend("Forced labor")).to_have_attribute("aria-pressed", "true")
    expect(reader.legend("Sex trafficking")).to_have_attribute("aria-pressed", "false")


def test_a_press_on_a_type_filter_is_shown_before_the_server_answers(reader):
    """No server can have answered in the moment after the press."""
    visible = reader.filter("types", "State-sponsored").evaluate(
        """async (pill) => {
          pill.click();
          await new Promise((done) => setTimeout(done));
          return document.querySelector("iframe.atlas-frame").contentWindow.atlas.visible().routes;
        }"""
    )
    assert visible == ["CUB~"]
    reader.expect_link("types", "state_sponsored_forced_labor")
    assert reader.visible()["routes"] == {"CUB~"}


SECTORS = [("Medical missions", "medical_missions"), ("Mining", "medical_missions|mining")]


def test_sectors_pressed_in_turn_show_at_once_what_the_server_shows(reader):
    for words, link in [*SECTORS, ("Medical missions", "mining")]:
        at_once = reader.filter("sectors", words).evaluate(
            """async (pill) => {
              pill.click();
              await new Promise((done) => setTimeout(done));
              return document.querySelector("iframe.atlas-frame").contentWindow.atlas.visible();
            }"""
        )
        reader.expect_link("sectors", link)
        assert {kind: set(found) for kind, found in at_once.items()} == reader.visible()


def test_what_the_switch_shows_at_once_is_what_the_server_shows(reader):
    for words in ("Forced labor", "Form not named", "Sex trafficking"):
        reader.legend(words).evaluate(PRESS_AND_READ)
        at_once = reader.visible()
        expect(reader.filter("types", words)).to_have_attribute("aria-pressed", "true")
        assert reader.visible() == at_once


def on(reader):
    """The switches of layers that are on."""
    groups = reader.map.locator(".atlas-legend-group").filter(has=reader.page.locator(".atlas-sign-route"))
    return set(groups.locator("[aria-pressed=true]").all_inner_texts())


LAYERS = {"Source", "Transit", "Destination", "Route", "Hotspot"}


def test_every_switch_shows_only_its_own_and_at_a_second_press_all(reader):
    everything = reader.visible()
    at_once = reader.legend("Source").evaluate(PRESS_AND_READ)
    assert (at_once["visibleRoles"], at_once["visibleRoutes"], at_once["visibleHotspots"]) == ("9", "0", "0")
    assert on(reader) == {"Source"}
    reader.expect_link("hide", "destination|hotspots|routes|transit")
    reader.legend("Source").click()
    reader.expect_link("hide", "")
    assert on(reader) == LAYERS
    assert reader.visible() == everything
    reader.legend("Sex trafficking").click()
    reader.expect_link("types", "sex_trafficking")
    reader.legend("Sex trafficking").click()
    reader.expect_link("types", "")
    assert reader.visible() == everything


def leave_by_control(reader, words):
    reader.legend(words).click(modifiers=["Control"])


def leave_by_second_button(reader, words):
    reader.legend(words).click(button="right")


def leave_by_the_switch(reader, words):
    leaving = reader.map.locator(".atlas-leave")
    leaving.click()
    reader.legend(words).click()
    leaving.click()


@pytest.mark.parametrize("leave", [leave_by_control, leave_by_second_button, leave_by_the_switch])
def test_a_switch_leaves_out_and_brings_back(reader, leave):
    leave(reader, "Source")
    reader.expect_link("hide", "source")
    assert on(reader) == LAYERS - {"Source"}
    assert reader.visible()["roles"] == {
        *("latin_america.transit", "latin_america.destination", "USA.destination"),
    }
    leave(reader, "Source")
    reader.expect_link("hide", "")
    assert on(reader) == LAYERS


def test_a_form_that_is_left_out_leaves_the_others(reader):
    leave_by_control(reader, "Form not named")
    expect(reader.legend("Form not named")).to_have_attribute("aria-pressed", "false")
    expect(reader.legend("Sex trafficking")).to_have_attribute("aria-pressed", "true")
    expect(reader.filter("types", "Form not named")).to_have_attribute("aria-pressed", "false")
    expect(reader.filter("types", "Forced labor")).to_have_attribute("aria-pressed", "true")


def test_a_sector_of_the_legend_is_a_filter(reader):
    reader.map.locator(".atlas-legend-sectors > summary").click()
    reader.legend("Mining").click()
    reader.expect_link("sectors", "mining")
    expect(reader.filter("sectors", "Mining")).to_have_attribute("aria-pressed", "true")


def test_what_a_role_filter_leaves_without_marks_steps_back(reader):
    unused = reader.map.locator(".atlas-legend .atlas-unused")
    reader.filter("roles", "Source").click()
    reader.expect_link("roles", "source")
    assert {"Transit", "Destination", "Route", "Hotspot"} <= set(unused.all_inner_texts())
    expect(reader.legend("Source")).not_to_have_class("atlas-switch atlas-unused")


def test_a_filter_a_switch_and_a_click_in_one_breath_all_count(reader):
    """Each comes before the server has answered the one before."""
    reader.filter("types", "Form not named").evaluate(
        """(pill, words) => {
          const { atlas, document: map } = document.querySelector("iframe.atlas-frame").contentWindow;
          pill.click();
          const switches = [...map.querySelectorAll(".atlas-switch")];
          const hotspot = switches.find((one) => one.innerText.trim() === words);
          hotspot.dispatchEvent(new map.defaultView.MouseEvent("click", { ctrlKey: true }));
          atlas.click("route:MEX~USA");
        }""",
        "Hotspot",
    )
    reader.expect_focus("route:MEX~USA")
    expect(reader.map).to_have_attribute("data-visible-routes", "13")
    expect(reader.map).to_have_attribute("data-visible-hotspots", "0")
    reader.expect_link("hide", "hotspots")
    reader.expect_link("types", "unspecified")
    expect(reader.filter("types", "Form not named")).to_have_attribute("aria-pressed", "true")


def test_a_note_of_the_region_opens_its_words(reader):
    reader.map.locator(".atlas-notes .atlas-note").first.click()
    expect(reader.panel.locator("h2")).to_have_text("Gaps in protection")
    expect(reader.panel.locator("mark").first).to_be_visible()
    expect(reader.map.locator(".atlas-note[aria-current=true]")).to_have_count(1)
