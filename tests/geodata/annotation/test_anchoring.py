import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.annotation.anchoring import AnchoringError, anchor, context

TEXT = "Men work on farms.\r\nWomen work on farms,\u00a0 too. Cafe\u0301s hire men."


def words(quote, prefix="", suffix="", text=TEXT):
    start, end = anchor(text, quote, prefix, suffix)
    return text[start:end]


def test_the_span_is_that_of_the_stored_text():
    assert anchor(TEXT, "Women work") == (20, 30)


def test_white_space_and_line_ends_are_evened_out():
    assert words("farms. Women") == "farms.\r\nWomen"
    assert words("farms, too.") == "farms,\u00a0 too."


def test_unicode_forms_are_evened_out():
    assert words("Caf\u00e9s hire") == "Cafe\u0301s hire"
    assert words("Cafe\u0301s", text="Caf\u00e9s hire men.") == "Caf\u00e9s"


def test_case_and_quotation_marks_are_not():
    with pytest.raises(AnchoringError):
        anchor(TEXT, "women work")


def test_two_places_are_an_error_that_lists_both():
    with pytest.raises(AnchoringError, match=r"2 places.*character 4 .*character 26 "):
        anchor(TEXT, "work on farms")


@pytest.mark.parametrize(("prefix", "suffix"), [("Women", ""), ("", ", too"), ("Women ", " , too".strip())])
def test_prefix_or_suffix_decides(prefix, suffix):
    assert anchor(TEXT, "work on farms", prefix, suffix) == (26, 39)


def test_a_prefix_that_decides_nothing_is_an_error():
    with pytest.raises(AnchoringError, match="2 places"):
        anchor("a man. a man. b man.", "man", prefix="a")


def test_a_prefix_that_stands_elsewhere_is_an_error():
    with pytest.raises(AnchoringError, match="not between this prefix and suffix"):
        anchor(TEXT, "Women work", prefix="too.")


def test_a_slip_is_an_error_that_names_the_nearest_passage():
    with pytest.raises(AnchoringError, match=r'Nearest passage: "Women work on farms,.*" \(character 20\)'):
        anchor(TEXT, "Woman work on farms, too")


@pytest.mark.parametrize("quote", ["", "  ", "nothing like it whatsoever 123"])
def test_no_match_is_never_a_guess(quote):
    with pytest.raises(AnchoringError):
        anchor(TEXT, quote)


def test_context_is_cut_between_words():
    assert context("one two three four five", 8, 13, 6) == ("two ", " four")
    assert context("one two three four five", 8, 13) == ("one two ", " four five")


@given(st.text(alphabet="abe\u0301\u0327\u00e9 \n\u1100\u1161\u11a8", min_size=1, max_size=40), st.data())
def test_a_quote_that_is_found_reads_as_it_was_asked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    try:
        found = words(quote, text=text)
    except AnchoringError:
        return
    flat = ["".join(unicodedata.normalize("NFC", part).split()) for part in (found, quote)]
    assert flat[1] in flat[0]


def test_five_thousand_marks_in_a_row_take_time_with_their_length():
    text = "Men work. e" + "\u0301\u0323" * 2_500 + " Women work."
    begun = time.process_time()
    assert words("Women work", text=text) == "Women work"
    assert words("work. e" + "\u0301\u0323" * 2_500, text=text) == text[4:5_011]
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["\u4eba\u53e3 " * 300, "\u1112\u1161\u11ab" * 300, "e\u0301" * 900])
def test_words_of_any_script_are_found_at_their_place(text):
    assert anchor(f"{text} Men work.", "Men work") == (len(text) + 1, len(text) + 9)
    assert words(unicodedata.normalize("NFC", text), text=f"({text})") == text.strip()
