"""What a reader types to search in words."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.query.word_search import LONGEST, Part, canonical, parts_of

SEARCHES = json.loads(
    (Path(__file__).parents[2] / "web" / "fixtures" / "word_searches.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("typed", "search"), SEARCHES)
def test_searches_are_read_as_the_page_reads_them(typed, search):
    assert canonical(typed) == search


@given(st.text(max_size=300))
def test_what_links_write_is_read_as_it_was_written(typed):
    search = canonical(typed)
    assert canonical(search) == search
    assert "|" not in search
    assert len(search) <= LONGEST


def test_a_search_has_an_end():
    assert len(canonical("x" * LONGEST)) == LONGEST
    assert canonical("x" * (LONGEST + 1)) == canonical("x" * 10_000) == canonical("ﷺ" * LONGEST) == ""


def test_words_are_looked_for_each_by_itself_and_phrases_as_they_stand():
    gold, phrase = parts_of('gold "forced labor"')
    assert gold == Part(words=("gold",), exact=False)
    assert phrase == Part(words=("forced", "labor"), exact=True)
    assert parts_of("") == ()
