"""The file of a story is read again as it was written, whatever an author writes into it."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.stories.story_file import story_bytes
from geodata.model.stories import Answer, Chapter, OpeningQuestion, Story
from geodata.problems import Report
from geodata.readers.stories import understood
from tests.flows.stories.hostile import HOSTILE

# What a person or a program may put into a field, without halves of letters, which no message can carry.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(str.strip)
IDS = st.from_regex(r"[A-Za-z0-9_~.-]{1,12}", fullmatch=True)
NUMBERS = st.floats(-300, 130, allow_nan=False)

CHAPTERS = st.builds(
    Chapter,
    id=IDS,
    title=TEXTS,
    text=TEXTS,
    selection=TEXTS,
    focus=TEXTS,
    bounds=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    question=TEXTS,
    note=TEXTS,
)
STORIES = st.builds(
    Story,
    id=IDS,
    collection=IDS,
    title=TEXTS,
    summary=TEXTS,
    audience=TEXTS,
    minutes=st.integers(1, 180),
    age=TEXTS,
    uses=st.lists(IDS, unique=True, max_size=3).map(tuple),
    question=st.builds(
        OpeningQuestion,
        ask=TEXTS,
        answers=st.lists(st.builds(Answer, text=TEXTS, right=st.booleans()), max_size=3).map(tuple),
        settled=IDS,
    ),
    chapters=st.lists(CHAPTERS, max_size=3).map(tuple),
)


def reread(story):
    return understood(story_bytes(story), story.id, story.collection, file="a.toml", report=Report())


@given(STORIES)
def test_a_story_is_read_as_it_was_written(story):
    assert reread(story) == story


def test_every_story_of_the_atlas_is_read_as_it_was_written(both_collections):
    told = [found.story for found in both_collections.stories]
    assert len(told) == 7
    assert list(map(reread, told)) == told


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text_in_the_file(both_collections, text):
    story = both_collections.stories[0].story
    first = replace(story.chapters[0], title=text, text=text, question=text, note=text)
    written = replace(story, title=text, summary=text, chapters=(first, *story.chapters[1:]))
    assert tomllib.loads(story_bytes(written).decode())["title"] == text
    assert reread(written) == written


def test_paragraphs_stand_on_lines_of_their_own(both_collections):
    story = both_collections.stories[0].story
    first = replace(story.chapters[0], text="One [@a].\n\nTwo [@b].")
    assert (
        '\ntext = """\nOne [@a].\n\nTwo [@b].\n"""\n'
        in story_bytes(replace(story, chapters=(first,))).decode()
    )


def test_halves_of_letters_are_replaced_by_the_sign_for_what_cannot_be_shown(both_collections):
    story = replace(both_collections.stories[0].story, title="a\ud800b")
    assert reread(story).title == "a\N{REPLACEMENT CHARACTER}b"
