"""Where nothing matches, the page says which filter to loosen."""

import pytest

from flows.scene.drawn import Drawing

NONE = "types=child_soldiering&sectors=mining&groups=children"


@pytest.fixture
def empty(page_at):
    return page_at(NONE)


def test_the_empty_state_is_no_finding(empty):
    assert empty.title == "Nothing to show"
    assert any("That is not a finding" in body for body in empty.html)
    assert empty.drawn == Drawing(routes=(), hotspots=(), roles=(), notes=())
    assert empty.cards == []


def test_only_filters_that_would_help_are_offered_the_best_first(empty):
    labels = {button.key: button.label for button in empty.app.button if button.key.startswith("loosen")}
    assert labels == {"loosen-sectors": "Clear “Sector”: 1 claim", "loosen-all": "Clear everything"}


def test_loosening_one_filter_brings_its_claims_back(empty):
    empty.press("loosen-sectors")
    assert empty.sent["link"] == "types=child_soldiering&groups=children"
    assert empty.cards == ["tip-note-child-soldiering"]


def test_loosening_years(page):
    page.choose("documents", "tip-2024").app.slider(key="years_range").set_value((2013, 2013))
    assert page.run().title == "Nothing to show"
    labels = [button.label for button in page.app.button if button.key.startswith("loosen-")]
    assert labels == [
        "Clear “Reference year”: 68 claims",
        "Clear “Document”: 14 claims",
        "Clear everything",
    ]
    page.press("loosen-years")
    assert page.sent["link"] == "documents=tip-2024"
    assert page.app.slider(key="years_range").value == (2013, 2024)


def test_loosening_everything(empty):
    empty.press("loosen-all")
    assert empty.sent["link"] == ""
    assert empty.title == "What the documents say"


def test_the_empty_state_wins_over_a_focus(page_at):
    assert page_at(f"{NONE}&focus=country:MEX").title == "Nothing to show"
