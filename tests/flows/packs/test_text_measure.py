import pytest

from flows.packs.slide_pages import height_of, pages_of
from flows.packs.text_measure import LINE, Paragraph, Run, lines_of, paragraph_of, text_width


def told(*texts, size=10.0, **parts):
    return Paragraph(runs=tuple(Run(text=text) for text in texts), size=size, **parts)


def written(paragraph, width):
    return ["".join(piece.text for word in line for piece in word) for line in lines_of(paragraph, width)]


def test_widths_are_those_of_the_typeface():
    assert text_width("Mexico", 1000 / 1.03) == pytest.approx(833 + 556 + 500 + 222 + 500 + 556)
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("e\u0301\u200f", 10) == text_width("e", 10)
    assert text_width("漢", 10) > text_width("W", 10)
    assert text_width("nun", 10, bold=True) > text_width("nun", 10)


def test_lines_end_between_words_whatever_their_style():
    lines = written(told("one two", "three four", size=10.0), text_width("one twothree", 10))
    assert lines == ["one twothree ", "four"]


def test_a_word_longer_than_a_line_goes_on_in_the_next():
    lines = written(told("m" * 25), text_width("m" * 10, 10) + 0.1)
    assert lines == ["m" * 10, "m" * 10, "m" * 5]


def test_lines_put_together_again_are_the_paragraph():
    paragraph = told("one two three  four", " five, six", "seven")
    assert paragraph_of(lines_of(paragraph, 50), paragraph).text == paragraph.text


def test_no_words_are_one_line():
    assert height_of([told("")], 100) == 10 * LINE


def test_what_fits_stays_on_one_page_smaller_where_need_be():
    text = told(*["word "] * 40, size=20.0)
    (page,) = pages_of([text], 400, height_of([text], 400))
    assert page[0].size == 20
    (page,) = pages_of([text], 400, height_of([text], 400) - 1)
    assert page[0].size == 18


def test_what_does_not_fit_goes_on_and_nothing_is_lost():
    paragraphs = [told(f"{number} ", *["word "] * 60, size=12.0, space=6.0) for number in range(9)]
    pages = pages_of(paragraphs, 300, 130)
    assert len(pages) > 2
    assert all(height_of(page, 300) <= 130 for page in pages)
    assert "".join(part.text for page in pages for part in page) == "".join(p.text for p in paragraphs)


def test_a_heading_goes_with_what_it_heads():
    heading, text = told("Heading", leads=True), told(*["word "] * 60)
    first, second = pages_of([text, heading, text], 300, height_of([text], 300) + 20)
    assert [len(first), len(second)] == [1, 2]
