"""The sentence that says what is shown."""

from html import escape

import streamlit as st

from flows.maps.command import routes_drawn
from flows.narrative.description import headline
from flows.query.links import Request
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


def show_asked(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Say what is asked, and how much of it the map draws."""
    drawn = routes_drawn(scene, request.focus, atlas, top=request.top)
    words = headline(scene, request.focus, atlas, drawn=drawn)
    st.html(f"<p class='atlas-asked' role='status'>{escape(words)}</p>")
