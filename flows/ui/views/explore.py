"""The Explore page: the map and what is told, side by side."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from flows.i18n import translate as _
from flows.narrative.caveat import caveat
from flows.narrative.focus_lookup import is_known, nearest
from flows.query.focus import Focus
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui import state
from flows.ui.frame import show_content_note
from flows.ui.map_view import show_map
from flows.ui.story_panel import show_evidence, show_told
from flows.ui.summary import show_summary
from flows.ui.tier_layer import caution_of
from flows.ui.told_chapter import misreadings, show_way_back
from geodata.model.atlas import Atlas

# What the page as a whole shows, as the session remembers it.
_SHOWN = "shown_request"


def show_explore(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show the page."""
    _remember(request)
    with st.sidebar:
        asked = st.container(key="asked")
    _show_looked_at(atlas, scene, asked)


@st.fragment
def _show_looked_at(atlas: Atlas, scene: Scene, asked: DeltaGenerator) -> None:
    """Show all that a new focus changes, so that a click on a mark runs nothing else.

    What is told goes out first: a reader can begin with it while the map is drawn, and after a press the map
    has changed by itself. The words behind a focus come with it; the longer lists and cards of a whole
    selection come last.
    """
    request = state.request()
    if _needs_full_rerun(request):
        st.rerun()
    middle, right = st.columns([2, 1], gap=None)
    with right:
        st.html(render("grip"))
        show_way_back(atlas)
        show_content_note()
        writing = st.container()
        panel = st.container(key="narrative")
    with panel:
        story = show_told(atlas, scene, request.focus)
        if request.focus is not None:
            show_evidence(atlas, scene, story, request.focus)
    with middle, st.container(key="map_panel"):
        show_map(atlas, request)
    with asked:
        show_summary(atlas, scene, request)
    if request.focus is None:
        with panel:
            show_evidence(atlas, scene, story, None)
    with right:
        _show_nearest(atlas, request.focus)
    if state.is_writing():
        from flows.ui.writing.panel import show_writing  # not before somebody writes

        with writing:
            show_writing(atlas, story)
    with middle:
        caution = caution_of(atlas) if request.tiers else None
        st.html(render("below_map", caveat=caveat(), caution=caution, misread=misreadings(atlas)))


def _remember(request: Request) -> None:
    """Remember what the page as a whole shows."""
    st.session_state[_SHOWN] = _without_focus(request)


def _needs_full_rerun(request: Request) -> bool:
    """Tell whether more is asked than another focus, so that the whole page has to follow."""
    return state.PAGE in st.session_state or _without_focus(request) != st.session_state[_SHOWN]


def _without_focus(request: Request) -> Request:
    return replace(request, focus=None, hide=frozenset())


def _show_nearest(atlas: Atlas, focus: Focus | None) -> None:
    """Offer the nearest to an unknown focus, where there is one."""
    found = None if focus is None or is_known(focus, atlas) else nearest(focus, atlas)
    if found is None:
        return
    address, name = found
    with st.container(key="nearest"):
        words = _("Look at “{name}” instead").format(name=name)
        st.html(render("focus_button", words=words, focus=address))
