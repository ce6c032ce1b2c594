"""The part beside the map in which a reader writes a story; it is made only where somebody does."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.command import map_command
from flows.narrative.cards import card_html, card_of
from flows.narrative.story import Story as Told
from flows.stories.chapter_view import chapter_view
from flows.stories.checks import sentence_problems
from flows.stories.draft import is_empty, move_chapter, new_story, place_of
from flows.stories.draft_file import Judgment, draft_text, finished, judge
from flows.stories.telling import told_chapter
from flows.templates import Html, render
from flows.ui import state
from flows.ui.push_html import push_html
from flows.ui.writing import desk as desks
from flows.ui.writing.desk import Desk
from flows.ui.writing.fields import (
    key_of,
    show_chapter_fields,
    show_first_question_fields,
    show_room_fields,
    show_story_fields,
)
from flows.ui.writing.files import show_files
from geodata import load
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.stories import Chapter, Story
from geodata.readers.stories import LONGEST_FILE, MOST_CHAPTERS

_SCRIPT = Path(__file__).parents[3] / "assets" / "web" / "built" / "draft.js"
_KEY = "draft_kept"
# Claims of the panel that are offered to be cited.
_OFFERED = 60


@st.fragment
def show_writing(atlas: Atlas, told: Told) -> None:
    """Show the draft: its chapters, the one that is open, what is wrong in it, and its files.

    ``told`` is what the panel tells, whose claims are offered to be cited.
    """
    with st.container(key="writing"):
        found = desks.take_typed()
        judged = judge(found.story, atlas) if found else None
        _show_head(found)
        if found and judged:
            _show_chapters(atlas, found, judged)
            _show_open(atlas, found, judged, told)
            _show_rest(atlas, found, judged)
        _mount(found)


def _show_head(found: Desk | None) -> None:
    history = found.history if found else None
    with st.container(key="writing_head", horizontal=True, vertical_alignment="center"):
        st.html(render("draft_head"))
        st.button(
            _("Undo"), key="draft_undo", on_click=desks.step_back, disabled=not (history and history.past)
        )
        st.button(
            _("Redo"), key="draft_redo", on_click=desks.step_on, disabled=not (history and history.future)
        )


def _show_chapters(atlas: Atlas, found: Desk, judged: Judgment) -> None:
    """List the chapters: a press opens one, and lets the map show its view."""
    listed = [
        {
            "title": chapter.title or _("Without a title"),
            "open": chapter.id == found.open,
            "act": {"do": "open", "chapter": chapter.id, "command": _command(atlas, chapter)},
            "standing": _standing(len(judged.chapters.get(number, ()))),
        }
        for number, chapter in enumerate(found.story.chapters, start=1)
    ]
    push_html("draft_chapters", render("draft_chapters", chapters=listed, full=len(listed) >= MOST_CHAPTERS))


def _standing(problems: int) -> str:
    return translate_count("{n} to mend", "{n} to mend", problems) if problems else _("ready")


def _command(atlas: Atlas, chapter: Chapter) -> dict[str, Any]:
    return map_command(chapter_view(chapter, atlas).request) | {"bounds": chapter.bounds}


def _show_open(atlas: Atlas, found: Desk, judged: Judgment, told: Told) -> None:
    chapter = found.chapter
    if chapter is None:
        return
    place = place_of(found.story, chapter.id)
    show_chapter_fields(chapter)
    push_html("draft_claims", _claims_html(atlas, told))
    problems = judged.chapters.get(place + 1, ())
    push_html("draft_preview", _preview_html(atlas, found.story, place, problems))
    with st.container(key="draft_moves", horizontal=True, gap="small"):
        last = len(found.story.chapters) - 1
        _show_move(_("Earlier"), chapter, -1, disabled=place == 0)
        _show_move(_("Later"), chapter, 1, disabled=place == last)
        st.button(_("Delete chapter"), key="draft_delete", on_click=desks.remove_open)
    with st.expander(_("For the class and the speaker"), key="draft_room"):
        show_room_fields(chapter)


def _show_move(words: str, chapter: Chapter, step: int, *, disabled: bool) -> None:
    def move() -> None:
        desks.change(lambda story: move_chapter(story, chapter.id, step))

    st.button(words, key=f"draft_move_{step}", on_click=move, disabled=disabled)


def _claims_html(atlas: Atlas, told: Told) -> Html:
    """Write the claims that the panel shows, each with a button that cites it."""
    claims = told.own[:_OFFERED]
    # The numbers are those of the panel, so that an author finds there what is cited here.
    numbers = {claim.id: told.numbers([claim])[0] for claim in claims}
    cards = [card_of(atlas, claim, numbers[claim.id], fold=state.folds()) for claim in claims]
    left = translate_count("{n} more in the panel", "{n} more in the panel", len(told.own) - len(claims))
    return render(
        "draft_claims",
        title=told.title,
        cards=cards,
        elsewhere=left if len(told.own) > len(claims) else "",
    )


def _preview_html(atlas: Atlas, story: Story, place: int, problems: tuple[str, ...]) -> Html:
    """Write a chapter as the page of stories tells it; the sentences with something wrong are marked."""

    def card(claim: Claim, number: int) -> Html:
        return card_html(atlas, claim, number, fold=state.folds())

    wrong = {
        sentence: " ".join(problem.sentence() for problem in found)
        for sentence, found in sentence_problems(story.chapters[place], atlas).items()
    }
    return render("draft_preview", told=told_chapter(story, place, atlas, card, wrong), problems=problems)


def _show_rest(atlas: Atlas, found: Desk, judged: Judgment) -> None:
    """Show what belongs to the story as a whole, once there is something of it."""
    if is_empty(found.story):
        return
    with st.expander(_("About the story"), key="draft_about"):
        show_story_fields(found.story, atlas)
        push_html("draft_whole", render("draft_problems", problems=judged.whole))
    with st.expander(_("Question before the first chapter"), key="draft_first"):
        show_first_question_fields(found.story)
        push_html("draft_question", render("draft_problems", problems=judged.question))
    show_files(atlas, finished(found.story, atlas), judged, desks.latest())
    st.button(_("Discard the draft"), key="draft_discard", on_click=_discard)


def _discard() -> None:
    desks.change(lambda story: new_story(story.collection))


def _mount(found: Desk | None) -> None:
    """Mount what keeps the draft in the browser and brings it back, and what reads a file there."""
    mount = st.components.v2.component(
        "atlas_draft", html=render("draft_kept", most=LONGEST_FILE), js=_script(), isolate_styles=False
    )
    field = key_of(found.keyboard, found.open) if found and found.keyboard else ""
    data = {
        "begun": found is not None,
        "draft": draft_text(found.story) if found and not is_empty(found.story) else "",
        "field": field,
        "turns": found.turns if found else 0,
        "loaded": _loaded_words(found) if found else "",
        "faults": list(found.faults) if found else [],
        "kept": found.kept if found else True,
    }
    # In a list: Streamlit looks at the values of a mapping for data frames, and imports pandas for that.
    mount(key=_KEY, data=[data], on_told_change=_take_told)


def _loaded_words(found: Desk) -> str:
    if not found.loaded:
        return ""
    if not found.faults:
        return _("{file} was read.").format(file=found.loaded)
    problems = translate_count("{n} problem", "{n} problems", len(found.faults))
    return _("{file}: {problems}").format(file=found.loaded, problems=problems)


def _take_told() -> None:
    told = st.session_state[_KEY].get("told")
    if isinstance(told, dict):
        desks.take_told(load.default_atlas(), told)


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
