"""Passages by name: links that are known, links that are not, and addresses on the publisher's page."""

from urllib.parse import unquote

import pytest

from flows.narrative.passages import find_passage, fragment_link, nearest_document
from flows.narrative.reader import read, reading_of
from geodata.load import default_atlas
from geodata.model.documents import EditorialMark
from tests.flows.made_up import document


@pytest.fixture(scope="module")
def everything():
    return default_atlas()


def test_a_sentence_and_a_claim_are_found_by_their_names(shipped):
    reading = reading_of(shipped, "crs-rl33200")
    sentence = find_passage(reading, "s7")
    assert sentence.exact
    assert len(sentence.claims) == 14
    assert sentence.sentence.anchor == "s7"
    claim = find_passage(reading, "crs-role-tha-source-2013")
    assert (claim.exact, claim.sentence.anchor) == (True, "s7")
    assert [found.id for found in claim.claims] == ["crs-role-tha-source-2013"]


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [
        ("s999", "s46"),  # the last sentence that is no page furniture
        ("s0", "s4"),
        ("tip-flow-cub-medical", "s24"),
        ("officials conflate trafficking with other crimes", "s44"),
    ],
)
def test_an_unknown_passage_leads_to_the_nearest(shipped, wanted, nearest):
    found = find_passage(reading_of(shipped, "tip-2024"), wanted)
    assert not found.exact
    assert found.sentence.anchor == nearest


@pytest.mark.parametrize("wanted", ["", "\0", "%00", "s" * 5000, "s99999999999", "🜨"])
def test_no_link_is_too_odd(shipped, wanted):
    assert find_passage(reading_of(shipped, "tip-2024"), wanted)
    assert nearest_document(shipped, wanted)


def test_a_document_without_sentences_has_no_passage():
    assert find_passage(read(document("bare", text="Words."), ()), "s1") is None


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("tip-2023-hayti", "tip-2023-haiti"), ("tip2024", "tip-2024"), ("crs", "crs-rl33200")],
)
def test_an_unknown_document_leads_to_the_nearest(everything, wanted, nearest):
    assert nearest_document(everything, wanted).id == nearest


def fragment(text, start, end, **parts):
    link = fragment_link(document("paper", text=text, **parts), start, end)
    return link.partition(":~:text=")[2]


def test_a_short_passage_is_named_in_full_with_its_signs_escaped():
    text = "Low-cost, high & dry."
    assert fragment(text, 0, len(text)) == "Low%2Dcost%2C%20high%20%26%20dry."


def test_a_long_passage_is_named_by_its_ends():
    text = "One two three four five six seven eight nine ten eleven."
    assert unquote(fragment(text, 0, len(text))) == "One two three four five,seven eight nine ten eleven."


def test_a_passage_that_begins_like_another_takes_the_words_before_it():
    text = "In the north it rains. In the south it rains."
    start = text.rindex("it rains")
    assert unquote(fragment(text, start, len(text) - 1)) == "In the south-,it rains"


def test_a_word_that_lost_its_first_letter_is_left_out():
    text = "aps in protection remain."
    marked = (EditorialMark(position=0, mark="G"),)
    assert unquote(fragment(text, 0, len(text), editorial=marked)) == "in protection remain."


def test_an_address_with_a_fragment_of_its_own_keeps_it():
    paper = document("paper", text="Some words.", url="https://example.org/paper#part-2")
    assert fragment_link(paper, 0, 4) == "https://example.org/paper#part-2:~:text=Some"


def test_without_an_address_there_is_no_link():
    assert fragment_link(document("paper", text="Some words.", url=""), 0, 4) == ""
