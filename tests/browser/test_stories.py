"""A story in a browser: a chapter by key, button, list or link, on the map at once and without the server."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

ALL_COLLECTIONS = True


@pytest.fixture
def told(newcomer):
    """A reader who was given the link of a chapter."""

    def opened(address):
        page = newcomer.page
        page.goto(f"{newcomer.home}/{address}")
        newcomer.map.wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for()
        return newcomer

    # Streamlit asks for its own addresses below a page first, and finds them at its second try.
    yield opened
    newcomer.mishaps = [said for said in newcomer.mishaps if "404" not in said]


def heading(reader):
    return reader.page.locator(".atlas-chapter-text h2")


def test_a_story_is_chosen_and_turned_by_key_button_and_list_and_back(told):
    reader = told("?")
    reader.page.get_by_test_id("stTopNavLink").filter(has_text="Stories").click()
    reader.page.get_by_role("button", name="One region, three roles").click()
    expect(heading(reader)).to_have_text("How to read a ring")
    reader.page.keyboard.press("ArrowRight")
    expect(heading(reader)).to_have_text("Three roles in one sentence")
    reader.page.get_by_role("button", name="Next").click()
    reader.page.keyboard.press("PageDown")
    expect(heading(reader)).to_have_text("Out of the region")
    expect(reader.page.locator(".atlas-progress")).to_have_text("4 of 5 · about 2 minutes")
    reader.page.get_by_text("Chapters", exact=True).click()
    reader.page.get_by_role("link", name="One country in three roles").click()
    expect(reader.page.get_by_role("button", name="Next")).to_be_disabled()
    assert reader.page.url.endswith("stories?story=three-roles#one-country")
    reader.page.go_back()
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.keyboard.press("PageUp")
    expect(heading(reader)).to_have_text("Inside a country, and next door")


def test_a_turn_is_a_command_in_the_page_and_asks_nothing_of_the_server(told):
    reader = told("stories?story=three-roles#out")
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.evaluate("document.querySelector('iframe.atlas-frame').dataset.same = 'yes'")
    sent = []
    reader.page.on("request", lambda request: sent.append(request.url))
    reader.page.on("websocket", lambda socket: sent.append(socket.url))
    ran = reader.page.evaluate(
        """() => {
            const run = document.querySelector("[data-test-script-state]");
            window.runs = 0;
            new MutationObserver(() => (window.runs += 1)).observe(run, { attributes: true });
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
            return document.querySelector(".atlas-chapter-text h2").textContent;
        }"""
    )
    assert ran == "One country in three roles"
    reader.page.go_back()
    expect(heading(reader)).to_have_text("Out of the region")
    reader.page.go_forward()
    expect(heading(reader)).to_have_text("One country in three roles")
    assert {"GTM.source", "GTM.transit", "GTM.destination"} <= reader.visible()["roles"]
    assert reader.frame.get_attribute("data-same") == "yes"
    # The browser by itself asks for the icon of each address.
    assert [address for address in sent if not address.endswith("/favicon.png")] == []
    assert reader.page.evaluate("window.runs") == 0


def test_a_chapter_has_the_same_bounds_however_one_comes_to_it(told):
    reader = told("stories?story=three-roles#one-country")
    by_link = reader.stands_at("country:USA")
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("ArrowRight")
    assert reader.stands_at("country:USA") == by_link
    reader.page.keyboard.press("ArrowLeft")
    assert reader.stands_at("country:USA") != by_link


def test_one_explores_from_a_chapter_and_comes_back_to_it(told):
    reader = told("stories?story=three-roles#one-country")
    reader.page.get_by_role("link", name="Explore from here").click()
    reader.panel.locator("h2").first.wait_for()
    reader.expect_link("places", "GTM")
    reader.page.go_back()
    expect(heading(reader)).to_have_text("One country in three roles")
    reader.map.wait_for()


def test_arrows_in_a_field_and_with_other_keys_do_not_turn(told):
    reader = told("stories?story=three-roles#inside")
    reader.page.locator(".atlas-head input").first.focus()
    reader.page.keyboard.press("ArrowLeft")
    reader.page.keyboard.press("Escape")
    reader.page.locator(".atlas-chapter").click()
    reader.page.keyboard.press("Shift+ArrowRight")
    expect(heading(reader)).to_have_text("Inside a country, and next door")


@pytest.mark.parametrize("address", ["stories", "stories?story=three-roles#all-three"])
def test_the_page_is_accessible(newcomer, address):
    newcomer.page.goto(f"{newcomer.home}/{address}")
    newcomer.page.locator(".atlas-story-list article, .atlas-chapter-text h2").first.wait_for()
    assert violations(newcomer.page) == []
    newcomer.mishaps = [said for said in newcomer.mishaps if "404" not in said]
