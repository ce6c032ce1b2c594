"""How many routes the map draws: the best documented first."""

import streamlit as st

from flows.i18n import translate as _
from flows.scene.drawn import TOP_ROUTES
from flows.templates import render
from flows.ui import state

_FEWEST = 10


def show_top(found: int) -> None:
    """Show a slider over the number of routes drawn; its place alone where there are so few that all are."""
    with st.container(key="top_slider"):
        if found > _FEWEST:
            _show_slider(found)
        else:
            st.html(render("mount", css_class="atlas-no-slider"))


def _show_slider(found: int) -> None:
    # A slider of its own for each number found: a quick press still brings what the last one stood at.
    key = f"top_slider_of_{found}"

    def keep() -> None:
        picked = st.session_state[key]
        if picked != _drawn(found):  # else it stands where it was put, and nobody has chosen that
            st.session_state[state.TOP] = None if picked == min(TOP_ROUTES, found) else picked

    st.session_state[key] = drawn = _drawn(found)
    # A link may ask for fewer than the slider otherwise begins with.
    st.slider(_("Routes drawn, best documented first"), min(_FEWEST, drawn), found, key=key, on_change=keep)


def _drawn(found: int) -> int:
    """Return how many of the routes found are drawn."""
    return min(found, st.session_state[state.TOP] or TOP_ROUTES)
