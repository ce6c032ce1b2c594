"""A search in words filters the page, marks what it finds, and stands in the link; or it is refused."""

import re

import pytest

from tests.app.explore import seen

REMEDY = "Nothing to search for: write words, or a phrase in quotation marks, of 200 letters at most."


def notices(page):
    return [text for text in map(seen, page.html) if REMEDY in text]


def marked(page):
    return {found.lower() for body in page.html for found in re.findall(r"atlas-found'>(.*?)</mark>", body)}


def test_a_link_with_words_shows_the_claims_that_hold_them_and_marks_them(page_at):
    page = page_at("words=mining")
    assert "with the words “mining”" in page.asked
    assert marked(page) == {"mining"}
    assert page.cards
    assert all("atlas-found" in page.card(claim) for claim in page.cards)
    assert page.sent["link"] == "words=mining"
    assert page.sent["command"]["selection"] == {"words": ["mining"]}


def test_a_phrase_is_found_as_it_stands(page_at):
    page = page_at('words="organized crime"')
    assert "with the words “‘organized crime’”" in page.asked
    assert marked(page) == {"organized crime"}


def test_words_are_added_and_taken_away_again(page):
    page.app.multiselect(key="words").set_value(["Mining  GOLD"])
    page.run()
    assert page.app.session_state["words"] == ["mining gold"]
    page.app.multiselect(key="words").set_value([])
    page.run()
    assert "with the words" not in page.asked


@pytest.mark.parametrize("typed", ['"', "*", "😀", "x" * 10_000])
def test_what_holds_no_word_is_refused_in_a_sentence(page, typed):
    page.app.multiselect(key="words").set_value([typed])
    page.run()
    assert page.app.session_state["words"] == []
    assert len(notices(page)) == 1
    page.app.multiselect(key="words").set_value(["mining"])
    page.run()
    assert notices(page) == []


@pytest.mark.parametrize("typed", ['"', "*", "😀", "x" * 10_000])
def test_a_link_with_no_word_is_told_and_the_rest_shown(page_at, typed):
    page = page_at(f"words={typed}&types=forced_labor")
    assert any("The link had parts that this atlas does not know" in text for text in map(seen, page.html))
    assert page.sent["link"] == "types=forced_labor"


def test_words_that_no_claim_holds_are_told_with_the_way_out(page_at):
    page = page_at("words=' OR 1=1")
    assert page.sent["link"] == "words=or%201%201"
    assert "loosen-words" in page.keys
    page.press("loosen-words")
    assert page.sent["link"] == ""


def test_the_map_and_the_search_box_tell_of_words(page):
    page.tell(act="search", facet="words", value="mining")
    assert page.sent["link"] == "words=mining"
    page.tell(act="search", facet="words", value="NOT | as links write it")
    assert page.sent["link"] == "words=mining"
