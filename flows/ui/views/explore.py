"""The Explore page: the map and what is told, side by side."""

from html import escape

import streamlit as st

from flows.links import Request
from flows.narrative.caveat import caveat
from flows.scene import Scene
from flows.ui.frame import show_content_note
from flows.ui.map_view import show_map
from flows.ui.story_panel import show_panel
from flows.ui.tier_layer import narrow_caution
from geodata.atlas import Atlas


def show_explore(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show the page; the map's command goes out first, before the longer panel."""
    middle, right = st.columns([2, 1], gap=None)
    with middle:
        show_map(atlas, scene, request)
        st.html(f"<p class='atlas-caveat'>{escape(caveat())}</p>{narrow_caution(atlas, request.tiers)}")
    with right:
        show_content_note()
        show_panel(atlas, scene, request.focus)
