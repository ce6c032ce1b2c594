"""A document laid out for reading: nothing of its text is lost, and every passage is found in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.narrative.coverage import coverage_line, why_framing, why_not_drawn
from flows.narrative.reader import KINDS, read, reading_of, segments
from geodata.model.claims import Passage
from geodata.model.documents import EditorialMark, Sentence
from geodata.vocabulary.enums import Theme
from tests.flows.made_up import document, flow, note, role

# Letters that HTML, lines and links care about among those that they do not.
TEXTS = st.text(st.sampled_from("ab .,<&\"'\n\té🜨"), max_size=60)


def quoting(text, start, end, make=flow, **parts):
    passage = Passage(document="paper-2020", start=start, end=end, quote=text[start:end])
    return make("MEX~USA" if make is flow else "MEX", passage=passage, **parts)


@st.composite
def coded_documents(draw):
    """Draw a text with sentences one after another, quotations anywhere, and editorial marks."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    edges = sorted(draw(st.sets(place, max_size=6)))
    sentences = tuple(Sentence(start=a, end=b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    marks = tuple(EditorialMark(position=at, mark="x") for at in sorted(draw(st.sets(place, max_size=2))))
    spans = draw(st.lists(st.tuples(place, place).filter(lambda span: span[0] < span[1]), max_size=6))
    claims = [quoting(text, a, b, id=f"claim-{n}") for n, (a, b) in enumerate(spans)]
    return document("paper-2020", text=text, sentences=sentences, editorial=marks), claims


@given(coded_documents())
def test_segments_joined_are_the_text(coded):
    paper, claims = coded
    runs = segments(paper, claims)
    assert "".join(run.text for run in runs) == paper.text
    assert all(run.text == paper.text[run.start : run.end] for run in runs)


@given(coded_documents())
def test_every_quotation_is_covered_by_its_runs_exactly(coded):
    paper, claims = coded
    runs = segments(paper, claims)
    for claim in claims:
        own = "".join(run.text for run in runs if claim.id in run.claims)
        assert own == claim.passage.quote


@given(coded_documents())
def test_paragraphs_hold_all_that_is_not_a_line_end_between_them(coded):
    paper, claims = coded
    shown = "".join(
        run.text
        for paragraph in read(paper, claims).paragraphs
        for _sentence, runs in paragraph.parts
        for run in runs
    )
    assert "".join(shown.split()) == "".join(paper.text.split())


@given(coded_documents())
def test_each_editorial_mark_is_shown_once(coded):
    paper, claims = coded
    shown = [mark for run in segments(paper, claims) for mark in run.before]
    assert len(shown) == len(paper.editorial)


def test_quotations_that_overlap_become_a_run_of_both():
    text = "From there to here and on."
    claims = [
        quoting(text, 0, 18, id="long"),
        quoting(text, 5, 13, role, id="short"),
    ]
    found = [(run.text, run.claims, run.kinds) for run in segments(document("paper-2020", text=text), claims)]
    assert found == [
        ("From ", ("long",), ("flow",)),
        ("there to", ("long", "short"), ("role", "flow")),
        (" here", ("long",), ("flow",)),
        (" and on.", (), ()),
    ]


def test_a_sentence_is_used_for_the_most_that_any_claim_makes_of_it():
    text = "One. Two. Three. Four."
    sentences = [Sentence(start=0, end=4), Sentence(start=5, end=9), Sentence(start=10, end=16)]
    claims = [
        quoting(text, 0, 4, note, id="remark", theme=Theme.FRAMING, note="Only a word."),
        quoting(text, 5, 9, note, id="noted"),
        quoting(text, 5, 7, id="mapped"),
    ]
    paper = document(
        "paper-2020", text=text, sentences=(*sentences, Sentence(start=17, end=22, furniture=True))
    )
    reading = read(paper, claims)
    assert [(found.anchor, found.use) for found in reading.sentences] == [
        ("s1", "framing"),
        ("s2", "mapped"),
        ("s3", ""),
        ("s4", "furniture"),
    ]
    assert coverage_line(reading).startswith("2 of 3 sentences coded: 1 mapped, 0 noted")
    assert [why_not_drawn(found) for found in reading.sentences] == [
        "Background, not on the map. Only a word.",
        "",
        "No claim quotes this sentence.",
        "",
    ]


def test_only_framing_says_why_it_is_not_drawn():
    assert why_framing(note(theme=Theme.FRAMING, note="A remark.")) == "Background, not on the map. A remark."
    assert why_framing(note(theme=Theme.RANKINGS, note="A remark.")) == ""
    assert why_framing(flow("MEX~USA")) == ""


@pytest.mark.parametrize(
    ("ident", "line"),
    [
        ("tip-2024", "43 of 43 sentences coded: 2 mapped, 37 noted region-wide, 4 as background."),
        ("crs-rl33200", "18 of 18 sentences coded: 7 mapped, 7 noted region-wide, 4 as background."),
    ],
)
def test_both_documents_are_coded_whole(shipped, ident, line):
    reading = reading_of(shipped, ident)
    counted = shipped.coverage(ident)
    assert coverage_line(reading) == line
    uses = (counted.mapped, counted.noted, counted.framing)
    assert tuple(map(reading.used, ("mapped", "noted", "framing"))) == uses
    assert all(found.reasons for found in reading.sentences if found.use == "framing")


def test_every_claim_of_both_documents_stands_in_a_run(shipped):
    for ident in ("tip-2024", "crs-rl33200"):
        reading = reading_of(shipped, ident)
        marked = {claim for run in reading.segments for claim in run.claims}
        assert marked == {claim.id for claim in shipped.claims if claim.document == ident}
        assert all(kind in KINDS for run in reading.segments for kind in run.kinds)


def test_the_lost_letter_of_a_paragraph_is_shown_before_it(shipped):
    (run,) = [run for run in reading_of(shipped, "tip-2024").segments if run.before]
    assert run.before == ("G",)
    assert run.text.startswith("aps in trafficking victim protection")
