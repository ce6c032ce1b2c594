"""The table twin without a browser: the same selection, found by words, read as sentences, and chosen."""

from types import SimpleNamespace

import pytest

from flows.ui.views import table
from tests.app.explore import seen
from tests.app.reading import Reading
from tests.flows.made_up import atlas_of, flow, note


@pytest.fixture
def page(nine):
    return Reading(nine, "table")


def frame(page):
    return page.app.dataframe[0].value


def test_the_table_has_a_row_for_every_mark(page):
    assert list(frame(page)["name"]) == [
        "Honduras → Mexico",
        "Guatemala → Mexico → United States",
        "Within Mexico",
        "Madre de Dios",
        "Mexico: source",
        "Mexico: destination",
        "Debts to smugglers · at risk",
    ]
    first = frame(page).iloc[0]
    assert (first.documents, first.years, first.certainty) == (2, "2020–2021", "Stated")


def test_the_filters_hold_for_the_table(nine):
    page = Reading(nine, "table", "types=forced_labor")
    assert list(frame(page)["name"]) == ["Guatemala → Mexico → United States", "Madre de Dios"]


def test_words_find_rows_whatever_their_case(page):
    page.app.text_input(key="table_search").set_value("MEXICO source")
    page.run()
    assert list(frame(page)["name"]) == ["Mexico: source"]
    assert page.lines("silence") == ["1 row of 7"]


def test_the_same_rows_are_read_as_sentences_with_their_sources(page):
    page.app.button_group(key="table_form").set_value("sentences")
    page.run()
    text = seen(page.html[-1])
    assert (
        "A route leads from Honduras to Mexico. Sex trafficking; identified; stated; speaks of 2020–2021."
        in text
    )
    assert "A notice on trafficking, 2020; A study of cases, 2021" in text
    assert "data-atlas-focus='route:HND~MEX'" in page.html[-1]
    assert not page.app.dataframe


def test_a_chosen_row_is_looked_at_on_the_map(page, monkeypatch):
    chosen = {table._TABLE: SimpleNamespace(selection=SimpleNamespace(rows=[1]))}
    looked = []
    monkeypatch.setattr(table, "st", SimpleNamespace(session_state=chosen))
    monkeypatch.setattr(table.state, "look_on_map", looked.append)
    table._look(["country:PER", "country:CUB"])
    table._look(["country:PER"])
    assert looked == ["country:CUB"]


def test_nothing_found_is_no_empty_table(page):
    page.app.text_input(key="table_search").set_value("atlantis")
    page.run()
    assert not page.app.dataframe
    assert page.lines("silence") == ["0 rows of 7"]


CHILDREN = "child_sex_trafficking"


@pytest.fixture
def folding(gazetteer):
    atlas = atlas_of(
        gazetteer,
        flow("HND~MEX", types=(CHILDREN,)),
        flow("GTM~MEX", types=(CHILDREN,)),
        flow("GTM~MEX", id="other", types=("forced_labor",)),
        note(types=(CHILDREN,), statement="What nobody should read by chance."),
    )
    return Reading(atlas, "table", "fold=children")


def test_rows_that_rest_only_on_what_is_folded_away_are_folded_and_counted(folding):
    assert list(frame(folding)["name"]) == ["Guatemala → Mexico"]
    assert folding.lines("silence") == [
        "2 rows rest only on evidence about the sexual exploitation of children, which is folded away.",
        "1 row of 3",
    ]
    assert "Honduras" not in folding.app.get("bidi_component")[0].proto.json
    folding.app.toggle(key="table_unfolded").set_value(True)
    assert len(frame(folding.run())) == 3


def test_sentences_leave_out_what_is_folded_away(folding):
    folding.app.button_group(key="table_form").set_value("sentences")
    assert "read by chance" not in seen(folding.run().html[-1])
    folding.app.toggle(key="table_unfolded").set_value(True)
    assert "read by chance" in seen(folding.run().html[-1])
