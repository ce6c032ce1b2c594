"""A draft is changed, ordered and cited in, and each change can be undone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.stories.chapter_text import sentences_of
from flows.stories.draft import (
    AMERICAS,
    History,
    add_chapter,
    bounds_from,
    cite,
    cite_map,
    edit_chapter,
    is_empty,
    move_chapter,
    new_story,
    remove_chapter,
    with_own_ids,
)

VIEW = {"selection": "types=forced_labor", "focus": "country:CUB", "bounds": (-90.0, 10.0, -60.0, 30.0)}
TITLES = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=6)


def story_of(*titles):
    story = new_story("nine")
    for title in titles:
        story = add_chapter(story, **VIEW, title=title)
    return story


def titles(story):
    return [chapter.title for chapter in story.chapters]


def test_a_view_becomes_a_chapter_whose_text_is_still_to_write():
    assert is_empty(new_story("nine"))
    (chapter,) = story_of("Cuba").chapters
    assert (chapter.id, chapter.title, chapter.text) == ("chapter-1", "Cuba", "")
    assert (chapter.selection, chapter.focus, chapter.bounds) == tuple(VIEW.values())
    assert not is_empty(story_of(""))


@given(TITLES, st.data())
def test_chapters_are_moved_and_removed_and_keep_their_ids(named, data):
    story = story_of(*named)
    ident = data.draw(st.sampled_from([chapter.id for chapter in story.chapters]))
    step = data.draw(st.integers(-7, 7))
    moved = move_chapter(story, ident, step)
    assert sorted(moved.chapters, key=lambda each: each.id) == sorted(
        story.chapters, key=lambda each: each.id
    )
    left = remove_chapter(moved, ident)
    assert [each for each in moved.chapters if each.id != ident] == list(left.chapters)
    assert len({chapter.id for chapter in add_chapter(left, **VIEW).chapters}) == len(named)


def test_a_chapter_moves_one_place_and_stays_at_the_ends():
    story = story_of("a", "b", "c")
    assert titles(move_chapter(story, "chapter-2", 1)) == ["a", "c", "b"]
    assert titles(move_chapter(story, "chapter-2", -1)) == ["b", "a", "c"]
    assert titles(move_chapter(story, "chapter-1", -1)) == ["a", "b", "c"]
    assert titles(move_chapter(story, "chapter-3", 1)) == ["a", "b", "c"]


def test_a_question_is_settled_by_no_chapter_that_is_gone():
    story = story_of("a", "b")
    story = replace(story, question=replace(story.question, settled="chapter-2"))
    assert remove_chapter(story, "chapter-1").question.settled == "chapter-2"
    assert remove_chapter(story, "chapter-2").question.settled == ""


@given(st.lists(st.sampled_from(["write", "undo", "redo"]), max_size=30))
def test_undo_and_redo_lead_through_the_same_changes(acts):
    history, before, after = History(now=story_of("0")), [], []
    for number, act in enumerate(acts, start=1):
        now = history.now
        if act == "write":
            history = history.write(story_of(str(number)))
            before, after = [*before, now], []
        elif act == "undo":
            history = history.undo()
            if before:
                assert history.now == before[-1]
                before, after = before[:-1], [now, *after]
        else:
            history = history.redo()
            if after:
                assert history.now == after[0]
                before, after = [*before, now], after[1:]
        assert (bool(history.past), bool(history.future)) == (bool(before), bool(after))


def test_a_change_of_nothing_is_no_step_and_steps_are_bounded():
    history = History(now=story_of("a"))
    assert history.write(story_of("a")) is history
    for number in range(300):
        history = history.write(story_of(str(number)))
    assert len(history.past) == 100


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("", "[@cn-1]"),
        ("It is so", "It is so [@cn-1]"),
        ("It is so.", "It is so [@cn-1]."),
        ("It is so. \n", "It is so [@cn-1]."),
        ("It is so [@a].", "It is so [@a; @cn-1]."),
        ("It is so. [@a; @b]", "It is so. [@a; @b; @cn-1]"),
        ("It is so [@cn-1].", "It is so [@cn-1]."),
        ("One [@a].\n\nTwo", "One [@a].\n\nTwo [@cn-1]"),
        ("Is it [sic]?", "Is it [sic] [@cn-1]?"),
    ],
)
def test_a_claim_is_cited_by_the_last_sentence(text, cited):
    assert cite(text, "cn-1") == cited
    assert cite(cite(text, "cn-1"), "cn-1") == cited


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_whatever_is_written_its_last_sentence_cites_what_is_cited(text):
    cited = cite(text, "cn-1")
    assert "cn-1" in sentences_of(cited)[-1].cites or "[" in text or "]" in text
    assert sentences_of(cite_map("The map shows it."))[-1].about_map


def test_a_long_text_is_cited_in_at_once():
    assert cite(" " * 400_000 + "x", "a").endswith("x [@a]")
    assert cite("x" + " " * 400_000, "a") == "x [@a]"


@pytest.mark.parametrize(
    "sides",
    [None, "west", [], [1, 2, 3], [1, 2, 3, "4"], [1, 2, 3, float("nan")], [5, 0, 4, 1], [True, 0, 9, 9], {}],
)
def test_what_is_no_view_shows_the_americas(sides):
    assert bounds_from(sides) == AMERICAS


def test_bounds_are_cut_to_the_map():
    assert bounds_from([-90.12345, 1, -60, 20]) == (-90.123, 1, -60, 20)
    assert bounds_from([-400, -90, 400, 90]) == (-300, -75, 130, 84)


def test_a_story_that_was_read_gets_ids_for_chapters_that_have_none_or_the_same():
    story = story_of("a", "b", "c")
    spoiled = edit_chapter(edit_chapter(story, "chapter-1", id=""), "chapter-3", id="chapter-2")
    ids = [chapter.id for chapter in with_own_ids(spoiled).chapters]
    assert ids[1] == "chapter-2"
    assert len(set(ids)) == 3
    assert all(ids)
