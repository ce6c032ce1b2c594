"""A story that is being written: what changes it, each change a new story, and the way back from them."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from flows.stories.chapter_text import ABOUT_MAP
from flows.stories.checks import EAST, NORTH, SOUTH, WEST
from geodata.model.stories import Answer, Bounds, Chapter, OpeningQuestion, Story

# The Americas, where nobody says what a chapter's map is to show.
AMERICAS: Bounds = (-125.0, -56.0, -30.0, 50.0)
_FIRST_MINUTES = 5
# So many changes can be undone; a story is a few kilobytes, and most of it is shared from change to change.
_MOST_STEPS = 100
_SIDES = 4
# What the last sentence of a text ends with, and the citations before that; no honest ones are longer.
_STOPS, _CITES, _LONGEST_CITATION = ".!?…", re.compile(r"\[(@[^\[\]]+)\]$"), 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The story as it stands, those that it was before, and those that were taken back."""

    now: Story
    past: tuple[Story, ...] = field(default=())
    future: tuple[Story, ...] = field(default=())

    def write(self, story: Story) -> "History":
        """Return the history with one more change; where nothing has changed, the same."""
        if story == self.now:
            return self
        return History(now=story, past=(*self.past, self.now)[-_MOST_STEPS:])

    def undo(self) -> "History":
        """Return the history one change earlier, as far as it is known."""
        if not self.past:
            return self
        return History(now=self.past[-1], past=self.past[:-1], future=(self.now, *self.future))

    def redo(self) -> "History":
        """Return the history with the last change that was undone."""
        if not self.future:
            return self
        return History(now=self.future[0], past=(*self.past, self.now), future=self.future[1:])


def new_story(collection: str) -> Story:
    """Return a story of which nothing is written yet."""
    return Story(
        id="",
        collection=collection,
        title="",
        summary="",
        audience="",
        minutes=_FIRST_MINUTES,
        age="",
        uses=(),
        question=OpeningQuestion(ask="", answers=(), settled=""),
        chapters=(),
    )


def is_empty(story: Story) -> bool:
    """Tell whether nothing is written of a story."""
    none = replace(new_story(story.collection), id=story.id, minutes=story.minutes, uses=story.uses)
    return story == none


def add_chapter(story: Story, *, selection: str, focus: str, bounds: Bounds, title: str = "") -> Story:
    """Return the story with a chapter at its end, of which the view stands and the text is still to write."""
    made = Chapter(
        id=_free_id(story.chapters), title=title, text="", selection=selection, focus=focus, bounds=bounds
    )
    return replace(story, chapters=(*story.chapters, made))


def edit_chapter(story: Story, ident: str, **parts: Any) -> Story:  # noqa: ANN401 — the entries of a chapter differ in type
    """Return the story with some entries of one chapter changed."""
    return replace(
        story,
        chapters=tuple(replace(each, **parts) if each.id == ident else each for each in story.chapters),
    )


def move_chapter(story: Story, ident: str, step: int) -> Story:
    """Return the story with one chapter so many places further on, at most at its end or its beginning."""
    chapters = list(story.chapters)
    place = place_of(story, ident)
    chapter = chapters.pop(place)
    chapters.insert(max(0, place + step), chapter)
    return replace(story, chapters=tuple(chapters))


def remove_chapter(story: Story, ident: str) -> Story:
    """Return the story without one chapter, which then settles no question."""
    question = story.question
    if question.settled == ident:
        question = replace(question, settled="")
    return replace(
        story, question=question, chapters=tuple(each for each in story.chapters if each.id != ident)
    )


def ask_first(story: Story, *, ask: str, answers: Sequence[str], right: int | None, settled: str) -> Story:
    """Return the story with an opening question; ``right`` is the place of the right answer."""
    told = tuple(Answer(text=text, right=place == right) for place, text in enumerate(answers))
    return replace(story, question=OpeningQuestion(ask=ask, answers=told, settled=settled))


def place_of(story: Story, ident: str) -> int:
    """Return the place of a chapter, from 0; raises ValueError where the story has no such chapter."""
    return [chapter.id for chapter in story.chapters].index(ident)


def cite(text: str, ident: str) -> str:
    """Return a text whose last sentence cites a claim too, or is marked as about the map by ``map``."""
    told, cited = text.rstrip(), f"@{ident}"
    words = told.rstrip(_STOPS)
    stop = told[len(words) :]
    found = _CITES.search(words, max(0, len(words) - _LONGEST_CITATION))
    known = [part.strip() for part in found[1].split(";")] if found else []
    before = words[: found.start()].rstrip() if found else words
    cites = "; ".join(dict.fromkeys([*known, cited]))
    return f"{before}{' ' * bool(before)}[{cites}]{stop}"


def cite_map(text: str) -> str:
    """Return a text whose last sentence is marked as one about the map."""
    return cite(text, ABOUT_MAP)


def bounds_from(sides: object) -> Bounds:
    """Return what a map says that it shows as bounds of a chapter; the Americas where that is nothing."""
    if not isinstance(sides, list) or len(sides) != _SIDES or not all(map(_is_number, sides)):
        return AMERICAS
    west, south, east, north = (round(float(side), 3) for side in sides)
    west, east = max(west, WEST), min(east, EAST)
    south, north = max(south, SOUTH), min(north, NORTH)
    return (west, south, east, north) if west < east and south < north else AMERICAS


def _is_number(side: object) -> bool:
    return isinstance(side, int | float) and not isinstance(side, bool) and math.isfinite(side)


def with_own_ids(story: Story) -> Story:
    """Return a story as it was read with an id for each chapter that has none, or another's."""
    chapters: list[Chapter] = []
    for chapter in story.chapters:
        taken = {each.id for each in chapters}
        own = chapter.id and chapter.id not in taken
        chapters.append(chapter if own else replace(chapter, id=_free_id((*story.chapters, *chapters))))
    return replace(story, chapters=tuple(chapters))


def _free_id(chapters: Iterable[Chapter]) -> str:
    taken = {chapter.id for chapter in chapters}
    return next(ident for number in count(1) if (ident := f"chapter-{number}") not in taken)
