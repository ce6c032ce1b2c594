"""The text of a chapter becomes sentences with what they cite; whatever else it holds stays text."""

from collections import defaultdict
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.stories.chapter_text import chapter_html, count_words, paragraphs_of, sentences_of

# Each tries to be more than text somewhere.
CORPUS = [
    "<script>top.hit=1</script><img src=x onerror=top.hit=1>",
    "$5,000 to $10,000, ~800, ~~gone~~ and `code`",
    "#@_‹› [l](javascript:alert(1)) ![m](https://outside.example/m.png)",
    ":red[red] :material/home: {{ 7 * 7 }} {% raw %} &amp; </p></span>",
    "\u202eturned\u202c \u2066isolated\u2069 \u200bthin",
    "=cmd|'/c'!A1 \\begin{x} \\* \\[",
    "word " * 180,
]
SIGNS = st.text(
    st.sampled_from("ab. !?<>&\"'$~#_`\\[](){}:;/|‹\u202e\u200f\u00a0é") | st.characters(), max_size=120
)


class Read(HTMLParser):
    """The elements and the text of some HTML."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text = set(), ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.add((tag, *attrs))

    def handle_data(self, data):
        self.text += data


def read(text):
    return Read(chapter_html(text, defaultdict(lambda: 1)))


def test_a_citation_belongs_to_the_sentence_that_it_follows():
    told = sentences_of("Before the stop [@a]. Behind it. [@b; @c] Of the map [@map][@d]. And none.")
    assert [(said.text, said.cites, said.about_map) for said in told] == [
        ("Before the stop.", ("a",), False),
        ("Behind it.", ("b", "c"), False),
        ("Of the map.", ("d",), True),
        ("And none.", (), False),
    ]


def test_sentences_end_as_the_documents_do():
    text = (
        "It went to the U.S. State Department in FY2013 [@a]. Mr. Doe, e.g. he, “agreed.” [@b] Then not [@c]."
    )
    assert [said.cites for said in sentences_of(text)] == [("a",), ("b",), ("c",)]


def test_an_empty_line_begins_a_paragraph_and_a_line_end_is_a_space():
    first, second = paragraphs_of("One\nline [@a].\r\n\r\nAnother\tone [@b].")
    assert [said.text for said in (*first, *second)] == ["One line.", "Another one."]


def test_words_are_stressed_and_stars_that_stand_alone_are_stars():
    html = chapter_html("A *soft* and a **loud** word, 2 * 3 * 4 and a*b [@x].", {"x": 7})
    assert html == (
        "<p>A <em>soft</em> and a <strong>loud</strong> word, 2 * 3 * 4 and a*b. "
        "<span class='atlas-number'>"
        "[<button type='button' data-evidence='x' aria-label='Evidence 7'>7</button>]</span></p>"
    )


def test_words_are_counted_without_citations_and_lone_dashes():
    assert count_words("Two words [@one; @two]. – And *three* more – U.S.-made.") == 6


def test_a_citation_without_words_is_not_lost():
    assert [(said.text, said.cites) for said in sentences_of("[@a]")] == [("", ("a",))]


@pytest.mark.parametrize("text", CORPUS)
def test_hostile_text_comes_out_as_it_is(text):
    found = read(f"{text} and so on.")
    assert found.elements == {("p",)}
    assert found.text == " ".join(f"{text} and so on.".split())


@given(SIGNS)
def test_any_text_comes_out_as_it_is(text):
    text = text.replace("*", "").replace("[@", "").replace("\r", "")
    found = read(f"{text} end.")
    assert found.elements == {("p",)}
    # White space is one space, and an empty line an end of a paragraph.
    assert "".join(found.text.split()) == "".join(f"{text} end.".split())


@given(st.text(st.sampled_from("*[]@;ab-. \n<&"), max_size=80))
def test_no_mark_of_ours_makes_another_element(text):
    allowed = {("p",), ("em",), ("strong",), ("span", ("class", "atlas-number"))}
    assert read(text).elements <= allowed


@given(st.lists(st.sampled_from(["a", "b", "map"]), min_size=1, max_size=6))
def test_every_citation_is_found_again(idents):
    text = " ".join(f"A sentence stands here [@{ident}]." for ident in idents)
    found = ["map" if said.about_map else said.cites[0] for said in sentences_of(text)]
    assert found == idents
