"""What the documents say stands first: it follows the filters, is cited, and leads on."""

import re

import pytest

from tests.app.explore import seen


def told(page):
    """Return the findings as a reader sees them."""
    (body,) = [body for body in page.html if "<p class='atlas-finding " in body]
    return [seen(found) for found in re.findall(r"<p class='atlas-finding .*?</p>", body)]


def test_the_page_opens_with_findings_before_the_lists(steady):
    first, *_others = told(steady)
    assert first.startswith("Routes lead to the United States from 8 places;")
    assert re.search(r"\[\d+–\d+\]", first)
    assert 3 <= len(told(steady)) <= 5
    parts = ("<p class='atlas-finding ", "<h3>Routes")
    found, listed = ([part in body for body in steady.html].index(True) for part in parts)
    assert found < listed


def test_findings_follow_the_filters(page):
    before = told(page)
    page.choose("types", "child_soldiering")
    assert told(page) != before
    assert told(page)[0].startswith("1 note is about a whole region")
    page.choose("types")
    assert told(page) == before


def test_nothing_left_is_said_to_be_no_finding(page_at):
    page = page_at("types=child_soldiering&sectors=mining")
    assert page.title == "Nothing to show"
    assert not [body for body in page.html if "<p class='atlas-finding " in body]


def test_the_numbers_of_a_finding_open_its_cards(page):
    assert any("data-atlas-focus='finding:destination'" in body for body in page.html)
    page.tell(act="focus", focus="finding:destination", bring=True)
    assert page.title == "The best documented destination"
    assert set(page.cards) <= {claim.id for claim in page.atlas.claims if "USA" in claim.places}
    assert "[1]" in page.card(page.cards[0])
    assert page.sent["link"] == "focus=finding:destination"
    assert all(mark.highlighted for mark in page.drawn.routes)


def test_the_first_card_of_the_evidence_is_the_first_that_is_cited(page):
    first = page.cards[0]
    page.tell(act="focus", focus="finding:destination", bring=True)
    assert page.cards[0] == first


@pytest.mark.parametrize(
    ("reader", "target"),
    [
        ("Brief", "data-atlas-focus='region:latin_america'|data-atlas-focus='country:USA'"),
        ("Teach", "data-atlas-focus='region:latin_america'"),
        ("Analyze", "&#34;page&#34;: &#34;compare&#34;"),
    ],
)
def test_each_reader_is_shown_where_to_start(steady, reader, target):
    (body,) = [body for body in steady.html if "<div class='atlas-starts'>" in body]
    starts = re.findall(r"<button(?:(?!<button).)*?</button>", body.split("atlas-starts")[1])
    (start,) = [start for start in starts if f"<b>{reader}</b>" in start]
    assert re.search(target, start)


def test_a_theme_opens_all_its_notes_at_once(page):
    page.tell(act="focus", focus="theme:protection_gaps")
    assert page.title == "Gaps in protection"
    assert len(page.cards) == 6
    assert "more-own" in page.keys
    assert page.sent["link"] == "focus=theme:protection_gaps"
    assert page.asked.startswith("The Western Hemisphere, all forms: 14 routes")
    assert sum(mark.highlighted for mark in page.drawn.notes) == 15
