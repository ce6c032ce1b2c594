import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.annotation.anchoring import AnchoringError, anchor
from geodata.annotation.quote_selector import surroundings
from geodata.model.claims import Passage

REPEATED = "Some go north. Many are exploited. Some go south. Many are exploited. All are people."


def passage_at(text, start, quote):
    return Passage(document="d", start=start, end=start + len(quote), quote=quote)


def test_words_that_stand_once_need_none_around_them():
    assert surroundings(REPEATED, passage_at(REPEATED, 0, "Some go north.")) == ("", "")


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them():
    second = REPEATED.rindex("Many")
    prefix, suffix = surroundings(REPEATED, passage_at(REPEATED, second, "Many are exploited."))
    assert prefix.endswith("Some go south. ")
    assert suffix.startswith(" All are people.")


def test_words_that_nothing_tells_apart_are_an_error_when_read_again():
    text = "no more. " * 500
    passage = passage_at(text, 2250, "no more.")
    with pytest.raises(AnchoringError, match="stands in"):
        anchor(text, passage.quote, *surroundings(text, passage))


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(["né", "ne\u0301", "a", "–", "b\n"]), min_size=3, max_size=40),
    data=st.data(),
)
def test_every_passage_of_whole_words_is_found_again(words, data):
    text = " ".join([*words, "end"])
    starts = [at for at in range(len(text)) if (at == 0 or text[at - 1] == " ") and not text[at].isspace()]
    start = data.draw(st.sampled_from(starts))
    quote = text[start:].split()[0]
    prefix, suffix = surroundings(text, passage_at(text, start, quote))
    try:
        assert anchor(text, quote, prefix, suffix) == (start, start + len(quote))
    except AnchoringError as error:
        pytest.fail(str(error))
