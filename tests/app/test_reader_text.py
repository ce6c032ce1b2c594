"""The text of the reader as HTML: every character escaped, light spans, a rail with a lane a kind."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.narrative.reader import read, reading_of
from flows.ui.views.document_list import list_html
from flows.ui.views.reader_text import legend_html, rail_svg, text_html
from geodata.model.claims import Passage
from geodata.model.documents import Sentence
from geodata.vocabulary.enums import Theme
from tests.flows.made_up import document, flow, note, role

TAGS = re.compile(r"</?(?:article|p|span|mark)\b[^<>]*>")


def paper_of(text, *spans, **parts):
    claims = [
        flow(
            "MEX~USA",
            id=f"claim-{n}",
            passage=Passage(document="paper-2020", start=a, end=b, quote=text[a:b]),
        )
        for n, (a, b) in enumerate(spans)
    ]
    return read(document("paper-2020", text=text, **parts), claims)


def test_the_text_of_a_document_is_escaped():
    text = "<script>alert('1')</script> & <mark>\"more\"</mark>."
    span = Passage(document="paper-2020", start=3, end=20, quote=text[3:20])
    claims = [flow("MEX~USA", passage=span), note(passage=span, theme=Theme.FRAMING, note="'><i>")]
    paper = document("paper-2020", text=text, sentences=(Sentence(start=0, end=len(text)),))
    shown = text_html(read(paper, claims))
    assert unescape(re.sub(r"</?(?:article|p|span|mark)\b[^>]*>", "", shown)) == text
    assert "<script" not in shown
    assert "<i>" not in shown


def test_the_space_within_a_quotation_of_two_sentences_is_no_button():
    text = "Many leave. Some come back."
    sentences = (Sentence(start=0, end=11), Sentence(start=12, end=27))
    marks = re.findall(
        r"<mark([^>]*)>([^<]*)</mark>", text_html(paper_of(text, (0, 27), sentences=sentences))
    )
    assert [words for _how, words in marks] == ["Many leave.", " ", "Some come back."]
    assert ["role='button'" in how for how, _words in marks] == [True, False, True]


def test_only_web_addresses_become_links():
    assert "<a" not in list_html([document("paper", url="javascript:alert(1)")], {}, "")
    shown = list_html([document("paper", url="https://www.example.org/'x")], {}, "")
    assert "<a href='https://www.example.org/&#39;x' target='_blank'>example.org</a>" in shown


def test_the_rail_has_a_lane_for_each_kind(shipped):
    rail = rail_svg(reading_of(shipped, "tip-2024"))
    assert re.findall(r"class='lane-(\w+)'", rail) == ["role", "flow", "hotspot", "context", "framing"]
    assert f"0 0 5 {len(shipped.documents['tip-2024'].text)}" in rail


@given(st.text("ab <>&\"'/=\n", max_size=40), st.integers(0, 20), st.integers(1, 20))
def test_any_text_is_shown_as_it_is(text, start, length):
    span = (min(start, len(text)), min(start + length, len(text)))
    shown = TAGS.sub("", text_html(paper_of(text, span)))
    assert not re.search("[<>]", shown)
    assert "".join(unescape(shown).split()) == "".join(text.split())


def test_a_run_of_several_kinds_has_all_their_grounds():
    span = Passage(document="paper-2020", start=0, end=5, quote="Words")
    claims = [flow("MEX~USA", passage=span), role("MEX", passage=span), note(passage=span)]
    reading = read(document("paper-2020", text="Words."), claims)
    assert "<mark class='g-three one-role two-flow three-context' data-c='0 1 2'" in text_html(reading)
    assert "Several at once" in legend_html(reading)


def test_a_sentence_over_two_lines_has_one_anchor():
    text = "One and\nthe same."
    shown = text_html(paper_of(text, sentences=(Sentence(start=0, end=len(text)),)))
    assert shown.count("<p>") == 2
    assert shown.count("id='s1'") == 1


@pytest.mark.parametrize("count", [3, 60])
def test_only_a_long_text_is_laid_out_piece_by_piece(count):
    assert ("reader-long" in text_html(paper_of("Word.\n" * count))) == (count > 40)
