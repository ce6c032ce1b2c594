"""The page of guided stories: one is chosen, then told chapter by chapter beside the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.command import map_command
from flows.maps.marks_file import frame_address
from flows.maps.mini import mini_map
from flows.narrative.cards import card_of
from flows.narrative.caveat import caveat
from flows.narrative.citations import source_list
from flows.narrative.description import headline
from flows.query.links import Request, write_link, write_page
from flows.scene.scene import Scene
from flows.stories.chapter_text import chapter_html
from flows.stories.chapter_view import chapter_view, claims_cited
from flows.stories.shelf import shelf
from flows.templates import Html, render
from flows.ui import state
from flows.ui.story_downloads import show_story_downloads
from flows.ui.views.claims_shown import show_picture
from geodata.model.atlas import Atlas
from geodata.model.documents import Document
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
            "atlas_story", html=render("telling"), js=_script(), isolate_styles=False
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
    return {
        "story": story.id,
        "title": _("Map of the story"),
        "page": frame_address(atlas),
        "minutes": story.minutes,
        "slides": _slides(story, atlas),
        "printed": _printed(story, atlas),
        "chapters": list(_chapters(story, atlas, fold=fold)),
    }


def _slides(story: Story, atlas: Atlas) -> dict[str, Html]:
    """Return the slides that a presenter begins and ends with."""
    documents = sorted(_documents(story, atlas), key=lambda document: (document.year, document.title))
    return {
        "opening": render("story_opening", story=story),
        "closing": render(
            "story_closing",
            sources=[f"{document.title}, {document.year}" for document in documents],
            caveat=caveat(),
        ),
    }


def _printed(story: Story, atlas: Atlas) -> dict[str, Html]:
    """Return what a printed story begins and ends with."""
    aside = " ".join((_("For: {audience}.").format(audience=story.audience), story.age))
    return {
        "opening": render("story_printed", story=story, aside=aside),
        "closing": render("story_sources", sources=source_list(_documents(story, atlas)), caveat=caveat()),
    }


def _documents(story: Story, atlas: Atlas) -> list[Document]:
    cited = {claim.document for chapter in story.chapters for claim in claims_cited(chapter, atlas)}
    return [atlas.documents[ident] for ident in cited]


def _chapters(story: Story, atlas: Atlas, *, fold: bool) -> Iterator[dict[str, Any]]:
    for number, chapter in enumerate(story.chapters):
        view = chapter_view(chapter, atlas)
        request = view.request
        claims = claims_cited(chapter, atlas)
        settles = chapter.id == story.question.settled
        yield {
            "id": chapter.id,
            "title": chapter.title,
            "progress": _progress(story, number),
            "asked": headline(view.scene, request.focus, atlas, dots="dots" not in request.hide),
            "explore": f"./?{write_page({'story': story.id, 'chapter': chapter.id})}&{write_link(request)}",
            "command": map_command(request) | {"bounds": chapter.bounds, "session": "story", "heard": 0},
            "html": render(
                "chapter",
                story=story.title,
                title=chapter.title,
                asked=story.question if number == 0 else None,
                text=chapter_html(chapter.text, {claim.id: n for n, claim in enumerate(claims, start=1)}),
                settled=next(a.text for a in story.question.answers if a.right) if settles else "",
                question=chapter.question,
                note=chapter.note,
                cards=[card_of(atlas, claim, n, fold=fold) for n, claim in enumerate(claims, start=1)],
            ),
        }


def _progress(story: Story, number: int) -> str:
    """Say which chapter this is, and how long the story goes on."""
    whole = len(story.chapters)
    left = max(1, round(story.minutes * (whole - number) / whole))
    minutes = translate_count("about {n} minute", "about {n} minutes", left)
    return _("{number} of {whole} · {minutes}").format(number=number + 1, whole=whole, minutes=minutes)
