"""The fields of an author: what each holds of the story, and what was typed into it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.stories.draft import ask_first, edit_chapter
from geodata.model.atlas import Atlas
from geodata.model.stories import Chapter, Story
from geodata.readers.stories import LONGEST, LONGEST_OTHER, LONGEST_TALK

_OF_CHAPTER = ("title", "text", "question", "note")
_OF_STORY = ("title", "summary", "audience", "age", "minutes", "collection")
_ASK, _ANSWERS, _RIGHT, _SETTLED = (f"draft_first_{name}" for name in ("ask", "answers", "right", "settled"))
# Characters of each entry; of answers there are several in one field.
_ROOM = LONGEST | {"answers": 2_000}
# What a short field waits for after the last letter before it tells the server.
_PAUSE = "500ms"
_TEXT_HEIGHT, _NOTE_HEIGHT = 190, 90


def key_of(name: str, chapter: str = "") -> str:
    """Return the key of the field of an entry: of a chapter, or of the story as a whole."""
    return f"draft_chapter_{name}_{chapter}" if chapter else f"draft_story_{name}"


def typed(story: Story, opened: str) -> Story:
    """Return a story with what stands in the fields that are shown, of which ``opened`` has some."""
    entries = {name: st.session_state[key_of(name)] for name in _OF_STORY if _is_there(key_of(name))}
    of_chapter = {
        name: st.session_state[key_of(name, opened)]
        for name in _OF_CHAPTER
        if opened and _is_there(key_of(name, opened))
    }
    story = edit_chapter(replace(story, **entries), opened, **of_chapter)
    if not _is_there(_ASK):
        return story
    answers, right = _lines(st.session_state[_ANSWERS]), st.session_state.get(_RIGHT)
    return ask_first(
        story,
        ask=st.session_state[_ASK],
        answers=answers,
        right=right if right in range(len(answers)) else None,
        settled=st.session_state.get(_SETTLED) or "",
    )


def fill(story: Story, opened: str) -> None:
    """Let the fields that are shown say what the story says, before they are made in this run."""
    for key, value in _values(story, opened):
        if key in st.session_state and not _says(key, value):
            st.session_state[key] = value


def show_chapter_fields(chapter: Chapter) -> None:
    """Show the fields of a chapter: its title and its text."""
    _begin(key_of("title", chapter.id), chapter.title)
    st.text_input(
        _("Title of the chapter"),
        key=key_of("title", chapter.id),
        max_chars=_most("title", chapter.title),
        live=_PAUSE,
    )
    key = key_of("text", chapter.id)
    _begin(key, chapter.text)
    st.text_area(
        _("Text"),
        key=key,
        height=_TEXT_HEIGHT,
        max_chars=_most("text", chapter.text),
        placeholder=_("60 to 120 words. After each sentence press “Cite” below for what it rests on."),
    )


def show_room_fields(chapter: Chapter) -> None:
    """Show the fields of a chapter for a class and for whoever speaks."""
    question = key_of("question", chapter.id)
    _show_text(_("Question for the class"), question, chapter.question, "question")
    _show_text(_("Note for the speaker"), key_of("note", chapter.id), chapter.note, "note")


def show_story_fields(story: Story, atlas: Atlas) -> None:
    """Show the fields of what a story says of itself."""
    title = key_of("title")
    _begin(title, story.title)
    st.text_input(_("Title of the story"), key=title, max_chars=_most("title", story.title), live=_PAUSE)
    _show_text(_("Summary"), key_of("summary"), story.summary, "summary")
    for name, label in (("audience", _("Audience")), ("age", _("Age note: from which age, and why"))):
        _begin(key_of(name), getattr(story, name))
        most = _most(name, getattr(story, name))
        st.text_input(label, key=key_of(name), max_chars=most, live=_PAUSE)
    _begin(key_of("minutes"), story.minutes)
    st.number_input(_("Minutes that it takes"), 1, LONGEST_TALK, key=key_of("minutes"))
    if len(atlas.collections) > 1:
        _begin(key_of("collection"), story.collection)
        st.selectbox(
            _("Collection that it belongs to"),
            list(atlas.collections),
            key=key_of("collection"),
            format_func=lambda name: atlas.collections[name].title,
        )


def show_first_question_fields(story: Story) -> None:
    """Show the fields of the question that is asked before the first chapter."""
    question = story.question
    answers = [answer.text for answer in question.answers]
    _show_text(_("Question"), _ASK, question.ask, "ask")
    _show_text(_("Answers to choose from, one a line"), _ANSWERS, "\n".join(answers), "answers")
    titles = {chapter.id: chapter.title or chapter.id for chapter in story.chapters}
    _begin(_RIGHT, _right(story))
    st.selectbox(
        _("The right answer"),
        range(len(answers)),
        index=None,
        key=_RIGHT,
        format_func=answers.__getitem__,
    )
    _begin(_SETTLED, question.settled or None)
    st.selectbox(
        _("Chapter that answers it"),
        list(titles),
        index=None,
        key=_SETTLED,
        format_func=titles.__getitem__,
    )


def _show_text(label: str, key: str, value: str, name: str) -> None:
    _begin(key, value)
    st.text_area(label, key=key, height=_NOTE_HEIGHT, max_chars=_most(name, value))


def _begin(key: str, value: object) -> None:
    """Give a field what it says at first; what was typed into it stays."""
    if key not in st.session_state:
        st.session_state[key] = value


def _most(name: str, value: str) -> int:
    """Return how many letters a field takes: as many as a story may have, or as one that was read has."""
    return max(_ROOM.get(name, LONGEST_OTHER), len(value))


def _values(story: Story, opened: str) -> Iterator[tuple[str, Any]]:
    """Yield what each field is to say, by its key."""
    yield from ((key_of(name), getattr(story, name)) for name in _OF_STORY)
    for chapter in story.chapters:
        if chapter.id == opened:
            yield from ((key_of(name, opened), getattr(chapter, name)) for name in _OF_CHAPTER)
    yield _ASK, story.question.ask
    yield _ANSWERS, "\n".join(answer.text for answer in story.question.answers)
    yield _RIGHT, _right(story)
    yield _SETTLED, story.question.settled or None


def _right(story: Story) -> int | None:
    return next((place for place, answer in enumerate(story.question.answers) if answer.right), None)


def _says(key: str, value: object) -> bool:
    """Tell whether a field says a value already; the line ends around answers are the author's own."""
    found = st.session_state[key]
    return bool(_lines(found) == _lines(str(value)) if key == _ANSWERS else found == value)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _is_there(key: str) -> bool:
    return st.session_state.get(key) is not None
