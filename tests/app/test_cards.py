"""Evidence cards: statement, exact words in their context, source, citation."""

import re

import pytest

from flows.narrative.cards import card_html
from tests.app.explore import seen
from tests.flows.made_up import atlas_of, flow, hotspot


def test_a_card_has_statement_quote_year_certainty_and_citation(shipped):
    card = card_html(shipped, shipped.claim("crs-flow-latin-america-europe"), 3)
    text = " ".join(seen(card).split())
    assert "Latin American victims are also trafficked to Europe, in smaller numbers. [3]" in text
    quote = "Smaller numbers of Latin American TIP victims are trafficked to Europe and Asia."
    assert re.findall(r"<mark>(.*?)</mark>", card) == [quote]
    assert ", 2015" in text
    assert "stated" in text
    assert 'data-atlas-copy="Clare Ribando Seelke (2015).' in card
    assert 'data-atlas-refused="Copying is not allowed here"' in card
    assert "Claim crs-flow-latin-america-europe of the trafficking flows atlas." in text


def test_a_quote_stands_in_its_context(shipped):
    card = card_html(shipped, shipped.claim("crs-flow-latin-america-europe"), 1)
    before, after = re.search(
        r"<blockquote>(.*?)<mark>.*?</mark>(.*?)</blockquote>", card, re.DOTALL
    ).groups()
    assert before.strip()
    assert after.strip()


def test_context_that_begins_or_ends_inside_a_sentence_says_so(shipped):
    card = card_html(shipped, shipped.claim("crs-flow-latin-america-europe"), 1)
    before, after = re.search(r"<blockquote>(.*?)<mark>.*?</mark>(.*?)</blockquote>", card).groups()
    assert before.startswith("… ")  # the context is cut there
    assert after.endswith(".")


def test_our_own_words_are_not_shown_as_a_quote(nine):
    card = card_html(nine, nine.claim("role-mex-source"), 1)
    assert "<blockquote>" not in card
    assert "Paraphrased from A study of cases, 2021" in card


def test_pills_name_the_form_and_the_sector(nine):
    card = card_html(nine, nine.claim("hotspot-madre-de-dios"), 1)
    pills = re.findall(r"class='atlas-pill atlas-family-(\w+)'>(.*?)<", card)
    assert pills == [("labor", "Debt bondage"), ("sector", "Mining")]


def test_a_card_of_several_forms_has_them_side_by_side(gazetteer):
    claim = flow("HND~MEX", types=("sex_trafficking", "child_sex_trafficking", "debt_bondage"))
    card = card_html(atlas_of(gazetteer, claim), claim, 1)
    assert re.findall(r"<i class='atlas-family-(\w+)'></i>", card) == ["sex", "labor"]


def test_the_numbers_behind_a_sentence_lead_to_their_first_card_and_open_those_before_it(page):
    page.tell(act="focus", focus="region:latin_america")
    (told,) = [body for body in page.html if "<p class='atlas-topic'>" in body]
    cited = re.findall(r"data-atlas-card='(.+?)' data-nth='(\d+)'[^>]*>\[(\d+)", told)
    assert len(cited) > 3
    assert all(nth == number for _claim, nth, number in cited)
    claim, nth, _number = max(cited, key=lambda found: int(found[1]))
    assert claim not in page.cards
    page.tell(act="card", nth=int(nth))
    assert page.cards[int(nth) - 1] == claim


@pytest.mark.parametrize("nth", [-1, 0, "9", None, [9], 1.5])
def test_a_number_of_no_card_opens_none(steady, nth):
    before = steady.cards
    assert steady.tell(act="card", nth=nth).cards == before


CHILDREN = "types=child_sex_trafficking"


def folded(page):
    return [claim for claim in page.cards if "folded away. Open it" in page.card(claim)]


def test_evidence_on_children_folds_on_request(page_at):
    page = page_at(CHILDREN)
    assert len(page.cards) == 4
    assert folded(page) == []
    page.app.toggle(key="fold_children").set_value(True)
    page.run()
    assert folded(page) == page.cards
    assert "<details><summary>" in page.card(page.cards[0])


def test_only_that_evidence_folds(page_at):
    page = page_at("types=child_sex_trafficking|forced_begging")
    page.app.toggle(key="fold_children").set_value(True)
    assert set(page.run().cards) - set(folded(page)) == {"tip-note-child-street-begging"}


def test_more_cards_come_on_request(page):
    assert len(page.cards) == 6
    first = page.cards
    assert page.app.button(key="more-own").label == "Show 10 more"
    page.press("more-own")
    assert len(page.cards) == 16
    assert page.cards[:6] == first
    page.choose("roles", "source")
    assert len(page.cards) == 10
    assert "more-own" not in page.keys


def test_a_new_focus_begins_with_the_first_cards_again(page):
    page.press("more-own").tell(act="focus", focus="region:latin_america")
    assert len([claim for claim in page.cards if not claim.startswith("tip-")]) >= 6
    assert page.app.button(key="more-own").label == "Show 10 more"
    assert "more-regional" in page.keys


def test_numbers_of_cards_are_those_of_the_story(page_at):
    page = page_at("focus=country:MEX")
    numbers = [int(re.search(r"class='atlas-number'>\[(\d+)\]", page.card(claim))[1]) for claim in page.cards]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    "label", ["<img src=x onerror=alert(1)>", "*bold* :red[x] `code` $a$", "' onclick='x"]
)
def test_names_are_no_markup_in_the_title_of_a_card(page_on, gazetteer, label):
    page = page_on(atlas_of(gazetteer, hotspot("PE-MDD", label, id="spot")))
    (title,) = re.findall(r"class='atlas-card-title'>(.*?)</button>", page.card("spot"))
    assert seen(title) == f"{label} (Madre de Dios)"
    assert "<img" not in title


def test_the_words_to_find_a_sentence_by_stand_apart_from_its_link(gazetteer):
    claim = flow("HND~MEX", locator_start="from Honduras", locator_end="to Mexico")
    card = card_html(atlas_of(gazetteer, claim), claim, 1)
    assert "Open the source at the sentence, find it by: from Honduras … to Mexico" in seen(card)
