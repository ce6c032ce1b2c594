"""The page of guided stories: one is chosen, then told chapter by chapter beside the map."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.marks_file import frame_address
from flows.maps.mini import mini_map
from flows.narrative.cards import card_html
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.stories.chapter_view import claims_cited
from flows.stories.shelf import shelf
from flows.stories.telling import telling
from flows.templates import NOTHING, Html, render
from flows.ui import state
from flows.ui.story_downloads import show_story_downloads
from flows.ui.views.claims_shown import show_picture
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.stories import Story

_SCRIPT = Path(__file__).parents[3] / "assets" / "web" / "built" / "story_page.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offered:
    """A story in the list, with a small map of the claims that it cites."""

    id: str
    title: str
    summary: str
    aside: str
    audience: str
    age: str
    map: Html


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")


def show_stories(atlas: Atlas, _scene: Scene, _request: Request) -> None:
    """Show the story that the page was opened with, or all of them to choose from."""
    asked = state.parameter("story")
    found = next((shelved.story for shelved in shelf(atlas) if shelved.file.id == asked), None)
    if found is None:
        with st.container(key="story_list"):
            if asked:
                words = _("No story that can be told is called “{name}”.").format(name=asked)
                st.html(render("notice", text=words, offer="", target=None))
            show_picture(atlas.derived(story_list), key="stories")
            show_story_downloads(atlas)
        return
    with st.container(key="story_page"):
        mount = st.components.v2.component(
            "atlas_story",
            html=render("telling", map=NOTHING, evidence=NOTHING),
            js=_script(),
            isolate_styles=False,
        )
        fold = state.folds()
        begun = atlas.derived(_telling, found.id, fold)
        mount(key=f"telling_{found.id}", data=[begun | {"begin": state.parameter("chapter")}])


def story_list(atlas: Atlas) -> Html:
    """Write the list of stories, and of those that cannot be told with the reasons."""
    shelved = shelf(atlas)
    told = [_offered(found.story, atlas) for found in shelved if found.story]
    unusable = [reason for found in shelved if not found.story for reason in found.sentences()]
    return render("story_list", told=told, unusable=unusable)


def _offered(story: Story, atlas: Atlas) -> _Offered:
    claims = [claim for chapter in story.chapters for claim in claims_cited(chapter, atlas)]
    counted = translate_count("{n} chapter", "{n} chapters", len(story.chapters))
    minutes = translate_count("{n} minute", "{n} minutes", story.minutes)
    return _Offered(
        id=story.id,
        title=story.title,
        summary=story.summary,
        aside=f"{counted} · {minutes}",
        audience=_("For: {audience}.").format(audience=story.audience),
        age=story.age,
        map=mini_map(claims, atlas.gazetteer, width=220, height=150),
    )


def _telling(atlas: Atlas, ident: str, fold: bool) -> dict[str, Any]:  # noqa: FBT001 — what a builder is asked has no names
    """Return all that the page's script needs to tell a story, JSON-ready."""
    story = next(found.story for found in shelf(atlas) if found.story and found.file.id == ident)

    def card(claim: Claim, number: int) -> Html:
        return card_html(atlas, claim, number, fold=fold)

    return telling(story, atlas, card) | {"page": frame_address(atlas)}
