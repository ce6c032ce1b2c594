"""What a search has found is marked in the text as it is written."""

import pytest

from flows.query.word_index import WordIndex
from flows.query.word_marks import marked_spans
from tests.flows.made_up import atlas_of, flow

TEXT = "Forced labor in mines; “forced” Labour, MÍNES of México and forced-labor mining."


@pytest.mark.parametrize(
    ("searches", "marked"),
    [
        (["mining"], ["mines", "MÍNES", "mining"]),
        (['"forced labor"'], ["Forced labor", "forced-labor"]),
        (["mexico", '"of mexico"'], ["of México"]),
        (['"labor in" mines'], ["labor in", "mines", "MÍNES", "mining"]),
        (["gold"], []),
        ([], []),
    ],
)
def test_what_a_search_finds_is_marked(gazetteer, searches, marked):
    index = WordIndex(atlas_of(gazetteer, flow("HND~MEX", statement=TEXT)))
    assert [TEXT[start:end] for start, end in marked_spans(index, searches, TEXT)] == marked


def test_accents_that_stand_behind_their_letters_are_marked_with_them(gazetteer):
    text = "Me\u0301xico is a source."
    index = WordIndex(atlas_of(gazetteer, flow("HND~MEX", statement=text)))
    assert [text[start:end] for start, end in marked_spans(index, ["mexico"], text)] == ["Me\u0301xico"]
