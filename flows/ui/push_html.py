"""HTML that a reader waits for: it goes out on the push channel, before all else that a run sends.

Streamlit's own HTML element would also look for harm in each part of it first, which takes a browser longer
than all the rest; this takes only what a template made, in which every text is escaped.
"""

from functools import cache
from pathlib import Path

import streamlit as st

from flows.push_channel import PushChannel
from flows.templates import Html, render

_SCRIPT = Path(__file__).parents[2] / "assets" / "web" / "built" / "push_html.js"
_CHANNEL = "push_channel"


def push_channel() -> PushChannel:
    """Return the push channel of this session."""
    if _CHANNEL not in st.session_state:
        st.session_state[_CHANNEL] = PushChannel()
    found: PushChannel = st.session_state[_CHANNEL]
    return found


def push_html(place: str, html: Html) -> None:
    """Show HTML that a template made; ``place`` is its own on the page."""
    channel = push_channel()
    number = channel.publish(place, html)
    mount = st.components.v2.component(
        "atlas_shown", html=render("mount", css_class="atlas-shown"), js=_script(), isolate_styles=False
    )
    message = {"session": channel.name, "place": place, "number": number, "content": html}
    # In a list: Streamlit looks at the values of a mapping for data frames, and imports pandas for that.
    mount(key=place, data=[message])


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
