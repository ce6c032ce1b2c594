"""What a session knows of the story that its reader writes: the draft, its history, the open chapter.

The draft itself is kept in the reader's browser, and comes from there where a session begins.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from flows.narrative.focus_lookup import is_known
from flows.narrative.story import story_of
from flows.query.links import Request, write_link
from flows.scene.scene import compose
from flows.stories import draft
from flows.stories.chapter_text import ABOUT_MAP
from flows.stories.chapter_view import chapter_view
from flows.stories.draft_file import kept_draft, read_draft
from flows.ui import state
from flows.ui.writing.fields import fill, typed
from geodata.model.atlas import Atlas
from geodata.model.stories import Bounds, Chapter, Story
from geodata.readers.stories import LONGEST, MOST_CHAPTERS

_DESK, _LATEST, _WAITING = "writing_desk", "writing_latest", "writing_waiting"
# Longer than the name of any file; and base64 of more than a story's file may hold, which is then named.
_LONGEST_NAME, _LONGEST_CONTENT = 200, 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The draft with its history, and the id of the chapter that is open.

    ``loaded`` names the file that was read last, ``faults`` what was wrong in it. ``keyboard`` is the field
    at which the keyboard goes on, and ``turns`` grows each time it is to go there. ``kept`` tells whether
    the browser keeps the draft.
    """

    history: draft.History
    open: str = ""
    loaded: str = ""
    faults: tuple[str, ...] = ()
    keyboard: str = ""
    turns: int = 0
    kept: bool = True

    @property
    def story(self) -> Story:
        """Return the draft as it stands."""
        return self.history.now

    @property
    def chapter(self) -> Chapter | None:
        """Return the chapter that is open."""
        return next((chapter for chapter in self.story.chapters if chapter.id == self.open), None)


@dataclass(slots=True)
class Latest:
    """The draft as it stands when it is asked for, in whatever thread: a file holds the last words typed."""

    story: Story


def latest() -> Latest:
    """Return what holds the draft of this session, whenever it is asked."""
    found: Latest = st.session_state[_LATEST]
    return found


def desk() -> Desk | None:
    """Return the desk of this session; None before the browser has said what it keeps."""
    found: Desk | None = st.session_state.get(_DESK)
    return found


def take_typed() -> Desk | None:
    """Take what was typed into the fields that are shown, and return the desk with it."""
    found = desk()
    if found is not None:
        found = _put(replace(found, history=found.history.write(typed(found.story, found.open))))
    return found


def change(edit: Callable[[Story], Story]) -> None:
    """Change the draft, after what was typed meanwhile."""
    found = take_typed()
    if found is not None:
        _put(_with(found, found.history.write(edit(found.story))))


def step_back() -> None:
    """Undo the last change."""
    found = take_typed()
    if found is not None:
        _put(_with(found, found.history.undo()))


def step_on() -> None:
    """Do again what was undone last."""
    found = take_typed()
    if found is not None:
        _put(_with(found, found.history.redo()))


def remove_open() -> None:
    """Take the open chapter out, and open the one that then stands in its place."""
    found = take_typed()
    if found is None or found.chapter is None:
        return
    place = draft.place_of(found.story, found.open)
    left = draft.remove_chapter(found.story, found.open)
    following = left.chapters[min(place, len(left.chapters) - 1)].id if left.chapters else ""
    changed = _with(found, found.history.write(left))
    _put(_at(replace(changed, open=following), "title"))


def take_told(atlas: Atlas, told: Mapping[str, Any]) -> None:
    """Take what the browser tells: the draft that it has kept, or a file that the author loads."""
    if "found" in told and desk() is None:
        _begin(atlas, str(told["found"] or ""))
    found = desk()
    if found is not None and "kept" in told:
        _put(replace(found, kept=told["kept"] is True))
    loaded = told.get("loaded")
    if isinstance(loaded, Mapping):
        _load(atlas, str(loaded.get("name", ""))[:_LONGEST_NAME], loaded.get("content"))


def take_act(atlas: Atlas, act: Mapping[str, Any]) -> None:
    """Take what an author presses beside the fields: a view to tell, a chapter to open, a claim to cite."""
    wanted = str(act.get("do"))
    state.set_writing(writing=wanted != "close")
    if wanted == "add" and desk() is None:
        st.session_state[_WAITING] = draft.bounds_from(act.get("sides"))
    acts: dict[str, Callable[[Atlas, Desk, Mapping[str, Any]], Desk]] = {
        "add": _add,
        "view": _retake,
        "open": _open,
        "cite": _cite,
    }
    found = take_typed()
    if found is not None and wanted in acts:
        _put(acts[wanted](atlas, found, act))


def _add(atlas: Atlas, found: Desk, act: Mapping[str, Any]) -> Desk:
    return _add_view(atlas, found, draft.bounds_from(act.get("sides")))


def _add_view(atlas: Atlas, found: Desk, bounds: Bounds) -> Desk:
    if len(found.story.chapters) >= MOST_CHAPTERS:
        return found
    request = state.request()
    story = draft.add_chapter(
        found.story, **_view(request), bounds=bounds, title=_title(atlas, request)[: LONGEST["title"]]
    )
    return _at(replace(found, history=found.history.write(story), open=story.chapters[-1].id), "title")


def _retake(_atlas: Atlas, found: Desk, act: Mapping[str, Any]) -> Desk:
    bounds = draft.bounds_from(act.get("sides"))
    story = draft.edit_chapter(found.story, found.open, **_view(state.request()), bounds=bounds)
    return replace(found, history=found.history.write(story))


def _open(atlas: Atlas, found: Desk, act: Mapping[str, Any]) -> Desk:
    opened = replace(found, open=str(act.get("chapter", "")))
    if opened.chapter is None:
        return found
    shown = chapter_view(opened.chapter, atlas).request
    state.restore(replace(shown, fold=state.folds()))
    return _at(opened, "title") if act.get("byKey") else opened


def _cite(atlas: Atlas, found: Desk, act: Mapping[str, Any]) -> Desk:
    claim, chapter = str(act.get("claim", "")), found.chapter
    if chapter is None or not (claim == ABOUT_MAP or atlas.claim(claim)):
        return found
    story = draft.edit_chapter(found.story, chapter.id, text=draft.cite(chapter.text, claim))
    return _at(replace(found, history=found.history.write(story)), "text")


def _view(request: Request) -> dict[str, str]:
    """Return what a chapter says of a view, without where the map stands."""
    selection = write_link(replace(request, focus=None, fold=False))
    return {"selection": selection, "focus": str(request.focus or "")}


def _title(atlas: Atlas, request: Request) -> str:
    """Return the name of what is in focus, by which a chapter is called at first."""
    if request.focus is None or not is_known(request.focus, atlas):
        return ""
    return story_of(request.focus, compose(atlas, request.selection), atlas).title


def _begin(atlas: Atlas, kept: str) -> None:
    first = next(iter(atlas.collections), "")
    story = kept_draft(kept, atlas) or draft.new_story(first)
    opened = story.chapters[0].id if story.chapters else ""
    found = _put(Desk(history=draft.History(now=story), open=opened))
    bounds = st.session_state.pop(_WAITING, None)
    if bounds is not None:
        _put(_add_view(atlas, found, bounds))


def _load(atlas: Atlas, name: str, content: object) -> None:
    found = take_typed()
    if found is None:
        return
    story, problems = read_draft(_decoded(content), name, atlas)
    changed = found if story is None else _with(found, found.history.write(story))
    _put(replace(changed, loaded=name, faults=tuple(problem.sentence() for problem in problems)))


def _decoded(content: object) -> bytes:
    """Return the content of a file as the browser hands it over, in base64."""
    try:
        return base64.b64decode(str(content)[:_LONGEST_CONTENT], validate=True)
    except (binascii.Error, ValueError):
        return b""


def _with(found: Desk, history: draft.History) -> Desk:
    """Return the desk with another history, and a chapter open: one that has changed, or still stands."""
    changed = [chapter.id for chapter in history.now.chapters if chapter not in found.story.chapters]
    known = [chapter.id for chapter in history.now.chapters]
    candidates = (*([found.open] if found.open in changed else changed), found.open, *known)
    return replace(found, history=history, open=next((each for each in candidates if each in known), ""))


def _at(found: Desk, name: str) -> Desk:
    return replace(found, keyboard=name, turns=found.turns + 1)


def _put(found: Desk) -> Desk:
    st.session_state[_DESK] = found
    st.session_state.setdefault(_LATEST, Latest(found.story)).story = found.story
    fill(found.story, found.open)
    return found
