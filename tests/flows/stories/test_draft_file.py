"""The file of a draft: named by its titles, judged as `check` judges it, and read again."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.stories.draft import add_chapter, ask_first, edit_chapter, new_story
from flows.stories.draft_file import draft_text, file_of, finished, judge, kept_draft, read_draft, slug
from flows.stories.story_file import story_bytes
from geodata.readers.stories import LONGEST_FILE
from tests.flows.stories.hostile import HOSTILE

VIEW = {"selection": "", "focus": "", "bounds": (-125.0, -56.0, -30.0, 50.0)}


@pytest.fixture(scope="module")
def told(both_collections):
    """Return a story of the atlas by its id."""
    return {found.id: found.story for found in both_collections.stories}


def test_every_story_of_the_atlas_is_judged_to_be_ready(told, both_collections):
    for story in told.values():
        judged = judge(story, both_collections)
        assert judged.number == 0, judged


def test_what_is_still_to_write_is_named_with_its_chapter(both_collections):
    story = add_chapter(add_chapter(new_story("western-hemisphere"), **VIEW), **VIEW, title="Two")
    judged = judge(edit_chapter(story, "chapter-2", text="Nobody knows."), both_collections)
    assert "Title is empty." in judged.whole
    assert "There are no answers." in judged.question
    assert "Text is empty." in judged.chapters[1]
    assert (
        'The sentence "Nobody knows." cites nothing. Cite a claim, or mark it [@map].' in judged.chapters[2]
    )


def test_a_draft_is_judged_by_the_same_rules_as_its_file(told, both_collections):
    story = edit_chapter(told["three-roles"], "out", selection="types=none", focus="country:XXX")
    (chapter,) = judge(story, both_collections).chapters.items()
    assert chapter[0] == 4
    assert any("nothing that a selection knows" in line for line in chapter[1])
    assert any("country:XXX" in line for line in chapter[1])


def test_file_and_chapters_are_named_by_their_titles(both_collections):
    story = replace(new_story("western-hemisphere"), title="São Paulo & the border")
    for title in ("A ring", "A ring", "", "Ünique"):
        story = add_chapter(story, **VIEW, title=title)
    story = ask_first(story, ask="?", answers=["This", "That"], right=0, settled="chapter-4")
    done = finished(story, both_collections)
    assert file_of(done) == "stories/sao-paulo-the-border.toml"
    assert [chapter.id for chapter in done.chapters] == ["a-ring", "chapter-2", "chapter-3", "unique"]
    assert done.question.settled == "unique"
    assert slug("中文 ‹›") == ""
    assert file_of(finished(replace(story, title="中文"), both_collections)) == "stories/story.toml"


def test_a_draft_names_the_collections_that_it_uses(told, both_collections):
    story = told["three-roles"]
    assert finished(replace(story, uses=()), both_collections).uses == ("country-narratives",)
    elsewhere = finished(replace(story, uses=("another-atlas",)), both_collections)
    assert elsewhere.uses == ("another-atlas", "country-narratives")


def test_a_story_that_is_loaded_is_the_one_that_was_downloaded(told, both_collections):
    for story in told.values():
        read, problems = read_draft(story_bytes(story), f"{story.id}.toml", both_collections)
        assert problems == ()
        assert read == story


def test_each_problem_of_a_loaded_file_is_named_with_its_chapter(told, both_collections):
    text = story_bytes(told["three-roles"]).decode()
    text = text.replace('id = "out"', 'id = "o u t"').replace("minutes = 6", "minutes = 0\nmood = 1")
    read, problems = read_draft(text.encode(), "three-roles.toml", both_collections)
    sentences = [problem.sentence() for problem in problems]
    assert any(line.startswith("three-roles.toml, chapter 4: id ") for line in sentences)
    assert any(line.startswith("three-roles.toml: minutes is not") for line in sentences)
    assert any('"mood" is no entry here' in line for line in sentences)
    # What is understood is there to be mended.
    assert [chapter.title for chapter in read.chapters] == [
        chapter.title for chapter in told["three-roles"].chapters
    ]
    assert len({chapter.id for chapter in read.chapters}) == 5


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"title = ", "a.toml", "the file is not TOML"),
        (b"\xff\xfe", "a.toml", "the file is not UTF-8"),
        (b"", "a.docx", "the file is no story."),
        (b"", "a.toml", "there are no chapters."),
        (b"#" * (LONGEST_FILE + 1), "a.toml", "the story is larger than 200 KB."),
    ],
)
def test_what_is_no_story_is_not_loaded_and_says_why(content, name, said, both_collections):
    read, problems = read_draft(content, name, both_collections)
    assert read is None
    assert problems[0].sentence().startswith(f"{name}: {said}")


def test_a_story_of_a_collection_that_is_not_loaded_says_so(told, two_documents):
    _read, problems = read_draft(story_bytes(told["three-roles"]), "three-roles.toml", two_documents)
    assert [problem.message for problem in problems] == [
        'it cites "country-narratives", which is not loaded.'
    ]


@given(st.binary(max_size=200))
def test_no_file_is_more_than_named_as_bad(both_collections, content):
    read, problems = read_draft(content, "a.toml", both_collections)
    assert problems or read


def test_a_browser_gives_back_what_it_has_kept(told, both_collections):
    for story in told.values():
        assert kept_draft(draft_text(story), both_collections) == story
    begun = add_chapter(new_story("country-narratives"), **VIEW)
    assert kept_draft(draft_text(begun), both_collections) == begun


@pytest.mark.parametrize("text", HOSTILE)
def test_a_browser_gives_back_whatever_was_written(text, both_collections):
    story = replace(
        add_chapter(new_story("western-hemisphere"), **VIEW, title=text.strip()), title=text.strip()
    )
    assert kept_draft(draft_text(story), both_collections) == story


def test_a_draft_too_long_for_a_file_is_still_kept(both_collections):
    story = new_story("western-hemisphere")
    for _number in range(40):
        story = add_chapter(story, **VIEW)
        story = edit_chapter(story, story.chapters[-1].id, text="é" * 4_000)
    assert kept_draft(draft_text(story), both_collections) == story
    assert "The story is larger than 200 KB." in judge(story, both_collections).whole


@pytest.mark.parametrize(
    "kept", ["", "null", "[", "[]", "{}", '{"file": 1}', json.dumps({"file": "="}), "[" * 9999]
)
def test_what_a_browser_has_not_kept_is_no_draft(kept, both_collections):
    assert kept_draft(kept, both_collections) is None
