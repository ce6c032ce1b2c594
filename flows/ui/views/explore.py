"""The Explore page: the map and what is told, side by side."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from flows.narrative.caveat import caveat
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.ui import state
from flows.ui.asked import show_asked
from flows.ui.following import leads_further, remember
from flows.ui.frame import show_content_note
from flows.ui.map_view import show_map
from flows.ui.nearest import show_nearest
from flows.ui.story_panel import show_panel
from flows.ui.tier_layer import narrow_caution
from geodata.model.atlas import Atlas


def show_explore(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show the page."""
    remember(request)
    with st.sidebar:
        asked = st.container(key="asked")
    _show_looked_at(atlas, scene, asked)


@st.fragment
def _show_looked_at(atlas: Atlas, scene: Scene, asked: DeltaGenerator) -> None:
    """Show all that a new focus changes, so that a click on a mark runs nothing else.

    The map's command goes out first, before the longer panel.
    """
    request = state.request()
    if leads_further(request):
        st.rerun()
    middle, right = st.columns([2, 1], gap=None)
    with middle:
        show_map(atlas, scene, request)
    with asked:
        show_asked(atlas, scene, request)
    with right:
        show_content_note()
        show_panel(atlas, scene, request.focus)
        show_nearest(atlas, request.focus)
    with middle:
        st.html(f"<p class='atlas-caveat'>{escape(caveat())}</p>{narrow_caution(atlas, request.tiers)}")
