"""Quotations that begin or end inside a sentence show that something is left out."""

import pytest

from flows.narrative.citations import full_citation
from flows.narrative.quoting import cut_after, cut_before
from geodata.model.claims import Passage
from geodata.model.documents import Sentence
from tests.flows.made_up import atlas_of, document, flow

TEXT = "One thing. Another thing is so.\nA heading\nThe last (of all)."
MARKED = (Sentence(start=0, end=10), Sentence(start=11, end=31), Sentence(start=42, end=60))


@pytest.fixture(params=[(), MARKED], ids=["unmarked", "marked"])
def paper(request):
    return document("paper-2020", text=TEXT, sentences=request.param)


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("One thing.", "", ""),
        ("Another thing is so.", "", ""),
        ("thing is so.", "… ", ""),
        ("Another thing", "", " …"),
        ("A heading", "", ""),
        ("last (of all).", "… ", ""),
    ],
)
def test_what_is_left_out_is_shown(paper, words, before, after):
    start = TEXT.index(words)
    assert (cut_before(paper, start), cut_after(paper, start + len(words))) == (before, after)


def test_a_citation_to_copy_shows_it_too(gazetteer, paper):
    words = "thing is"
    start = TEXT.index(words, 15)
    passage = Passage(document="paper-2020", start=start, end=start + len(words), quote=words)
    claim = flow("MEX~USA", passage=passage)
    assert "“… thing is …”" in full_citation(atlas_of(gazetteer, claim, documents=(paper,)), claim)
