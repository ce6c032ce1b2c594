"""HTML that a reader waits for: it goes out on the wire, before all else that a run sends.

Streamlit's own HTML element would also look for harm in each part of it first, which takes a browser longer
than all the rest; here every text of it has been escaped by the function that wrote it.
"""

from functools import cache
from pathlib import Path

import streamlit as st

from flows.push_channel import Wire

_SCRIPT = Path(__file__).parents[2] / "assets" / "web" / "page" / "push_html.js"
_WIRE = "wire"


def wire() -> Wire:
    """Return the wire of this session."""
    if _WIRE not in st.session_state:
        st.session_state[_WIRE] = Wire()
    found: Wire = st.session_state[_WIRE]
    return found


def show_html(place: str, html: str) -> None:
    """Show HTML in which every text is escaped; ``place`` is its own on the page."""
    number = wire().post(place, html)
    mount = st.components.v2.component(
        "atlas_shown", html="<div class='atlas-shown'></div>", js=_script(), isolate_styles=False
    )
    # In a list: Streamlit looks at the values of a mapping for data frames, and imports pandas for that.
    mount(key=place, data=[{"place": place, "number": number, "content": html}])


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
