"""What a newcomer wants in the first ten minutes, walked through with every press counted."""

import pytest
from playwright.sync_api import expect

ALL_COLLECTIONS = True


class Hand:
    """The hand of a reader, which counts what it presses."""

    def __init__(self):
        self.presses = 0

    def press(self, button):
        self.presses += 1
        button.click()


@pytest.fixture
def hand():
    return Hand()


def test_the_three_main_things_take_no_press_and_routes_to_the_united_states_with_who_says_so_two(
    newcomer, hand
):
    newcomer.open()
    for number in range(3):
        expect(newcomer.panel.locator(".atlas-finding").nth(number)).to_be_in_viewport()
    assert hand.presses == 0
    finding = newcomer.panel.locator(".atlas-finding").filter(has_text="Routes lead to the United States")
    hand.press(finding.locator(".atlas-number").first)
    newcomer.expect_focus("finding:destination")
    card = newcomer.panel.locator(".atlas-claim").first
    expect(card).to_contain_text("United States")
    expect(card).to_contain_text("Trafficking in Persons")
    expect(card).to_be_in_viewport()
    assert hand.presses <= 2


def test_a_picture_for_a_slide_takes_two(newcomer, hand):
    newcomer.open()
    hand.press(newcomer.page.get_by_role("button", name="Download"))
    newcomer.page.get_by_role("button", name="Collection (Data Package)").wait_for()  # the last of them
    newcomer.settle()
    with newcomer.page.expect_download() as download:
        hand.press(newcomer.page.get_by_role("button", name="Picture for a slide (PNG)"))
    assert download.value.suggested_filename.endswith(".png")
    assert hand.presses <= 2


def test_the_story_of_a_country_with_its_evidence_takes_two(newcomer, hand):
    newcomer.open()
    search = newcomer.page.get_by_role("combobox", name="Search")
    hand.press(search)
    search.press_sequentially("Honduras")
    hand.press(newcomer.page.get_by_role("option").filter(has_text="Honduras").first)
    newcomer.expect_focus("country:HND")
    expect(newcomer.panel.locator("h2").first).to_have_text("Honduras")
    expect(newcomer.panel.locator(".atlas-claim").first).to_be_attached()
    assert hand.presses <= 2


def test_a_printed_page_takes_one(newcomer, hand):
    """The browser's own command is the one press; nothing has to be opened or closed for it before."""
    newcomer.open()
    hand.presses += 1
    newcomer.page.emulate_media(media="print")
    expect(newcomer.page.locator(".atlas-finding").nth(2)).to_be_visible()
    expect(newcomer.page.locator(".st-key-asked_buttons")).to_be_hidden()
    assert hand.presses == 1
