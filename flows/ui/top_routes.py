"""How many routes the map draws: the best documented first."""

import streamlit as st

from flows.i18n import translate as _
from flows.scene.drawn import TOP_ROUTES
from flows.ui import state

_FEWEST = 10


def show_top(found: int) -> None:
    """Show a slider over the number of routes drawn, unless there are so few that all are."""
    if found <= _FEWEST:
        return

    def keep() -> None:
        picked = st.session_state["top_slider"]
        st.session_state[state.TOP] = None if picked == min(TOP_ROUTES, found) else picked

    drawn = min(found, st.session_state[state.TOP] or TOP_ROUTES)
    st.session_state["top_slider"] = drawn
    # A link may ask for fewer than the slider otherwise begins with.
    st.slider(
        _("Routes drawn, best documented first"),
        min(_FEWEST, drawn),
        found,
        key="top_slider",
        on_change=keep,
    )
