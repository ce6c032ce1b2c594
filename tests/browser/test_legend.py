"""A switch of the legend acts at once in the frame; the page follows."""

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
    visible = reader.filter("types", "by a state").evaluate(
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


def test_a_layer_switch_hides_roles_and_the_link_says_so(reader):
    at_once = reader.legend("Source").evaluate(PRESS_AND_READ)
    assert at_once["visibleRoles"] == "3"
    reader.expect_link("hide", "source")
    assert reader.visible()["roles"] == {
        *("latin_america.transit", "latin_america.destination", "USA.destination"),
    }
    expect(reader.legend("Source")).to_have_attribute("aria-pressed", "false")
    reader.legend("Source").click()
    expect(reader.map).to_have_attribute("data-visible-roles", "12")
    reader.expect_link("hide", "")


def test_a_filter_a_switch_and_a_click_in_one_breath_all_count(reader):
    """Each comes before the server has answered the one before."""
    reader.filter("types", "Form not named").evaluate(
        """(pill, words) => {
          const { atlas, document: map } = document.querySelector("iframe.atlas-frame").contentWindow;
          pill.click();
          [...map.querySelectorAll(".atlas-switch")].find((one) => one.innerText.trim() === words).click();
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
