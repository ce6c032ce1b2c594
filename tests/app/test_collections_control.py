"""The control that shows only the two documents, and the lines that say whose words are shown."""

import re

import pytest

from geodata import load
from tests.app.opened import html, open_page, ran, seen, sent
from tests.architecture.tree import ROOT

TWO = ROOT / "geodata" / "collections" / "western-hemisphere"
OF_THE_TWO = "What U.S. government documents of 2015 and 2024 say, not a count of people or of crimes. In"


@pytest.fixture(scope="module")
def plain():
    return open_page()


@pytest.fixture
def only_two(monkeypatch):
    atlas = load.load_atlas([TWO])
    monkeypatch.setattr(load, "default_atlas", lambda: atlas)
    return open_page()


def test_the_control_comes_first_with_short_names_and_counts(plain):
    first = plain.button_group[0]
    assert first.key == "collections"
    assert first.options == ["The two documents", "Country narratives"]
    styles = "".join(element.proto.body for element in plain.get("html"))
    numbers = re.findall(r'st-key-collections button:nth-child\(\d\) p::after{content:"(\d+)"}', styles)
    assert numbers == ["111", "818"]
    assert "collections" not in [picked.key for picked in plain.multiselect]


def test_one_click_shows_only_the_two_documents():
    page = open_page()
    page.button_group(key="collections").set_value(["western-hemisphere"])
    assert "from the collection The two documents: 14 routes" in seen(ran(page))
    assert sent(page)["link"] == "collections=western-hemisphere"
    assert "More filters (" not in next(expander.label for expander in page.expander)
    assert OF_THE_TWO in seen(page)
    page.button_group(key="collections").set_value([])
    assert sent(ran(page))["link"] == ""


def test_a_single_collection_needs_no_control(only_two):
    assert "collections" not in [group.key for group in only_two.button_group]
    assert OF_THE_TWO in seen(only_two)


def test_the_standing_line_says_whose_words_they_are(plain):
    assert (
        "What U.S. government documents of 2015–2025 say, not a count of people or of crimes. "
        "Nearly all have one author, the U.S. Department of State: 105 of 109, 38 of them as others relay "
        "it. By others: 2 documents, 2026."
    ) in seen(plain)


def test_lists_say_what_is_paraphrased_and_from_when(plain):
    text = seen(plain)
    assert "Within the Dominican Republic paraphrased from 4 documents, 2020–2023" in text
    assert "Mexico → United States 4 documents, 3 of them paraphrased" in text
    assert "Cuba → destination not named 1 document " in seen(open_page(collections="western-hemisphere"))


def test_cards_of_cited_documents_wear_no_quotation():
    page = open_page(collections="country-narratives", focus="country:TTO")
    cards = re.findall(r"<article.*?</article>", html(page), re.DOTALL)
    assert cards
    for card in cards:
        assert "blockquote" not in card
        assert "“" not in card
        assert re.search(r"<footer>Paraphrased from [^<]*, 20\d\d", card), card
        assert "Paraphrased: " in card.split("data-atlas-copy=")[1]
