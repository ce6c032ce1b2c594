"""The chapter of a story from which a reader explores, and the ways between a story and the map."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from flows.stories.chapter_view import chapter_view
from flows.stories.shelf import shelf
from flows.templates import render
from flows.ui import state
from geodata.model.atlas import Atlas
from geodata.model.stories import Chapter

# What a page is opened with that names a chapter.
NAMED_BY = ("story", "chapter")
# The story that the map's caveat opens.
_MISREADINGS = "five-misreadings"


def misreadings(atlas: Atlas) -> str:
    """Return the id of the story of how the map is misread; "" where the atlas has none."""
    told = any(found.id == _MISREADINGS and found.story for found in atlas.stories)
    return _MISREADINGS if told else ""


def named_chapter(atlas: Atlas, named: Mapping[str, str]) -> Chapter | None:
    """Return the chapter that a page was opened with, or none."""
    story, chapter = (named.get(name, "") for name in NAMED_BY)
    if not (story and chapter):
        return None
    told = next((found.story for found in shelf(atlas) if found.file.id == story), None)
    return next((found for found in told.chapters if found.id == chapter), None) if told else None


def ask_what_chapter_shows(atlas: Atlas, named: Mapping[str, str]) -> None:
    """Ask for all that the map beside a chapter shows; of a reader's own switches the folding stays."""
    chapter = named_chapter(atlas, named)
    if chapter is not None:
        shown = chapter_view(chapter, atlas).request
        state.restore(replace(shown, fold=state.folds()))


def way_back(atlas: Atlas) -> dict[str, str]:
    """Return how the chapter from which the reader explores is named; nothing where there is none."""
    named = {name: state.parameter(name) for name in NAMED_BY}
    return named if named_chapter(atlas, named) else {}


def show_way_back(atlas: Atlas) -> None:
    """Offer the way back to the chapter from which the reader explores."""
    named = way_back(atlas)
    chapter = named_chapter(atlas, named)
    if chapter is not None:
        with st.container(key="way_back"):
            st.html(render("way_back", title=chapter.title, target={"page": "stories", **named}))
