"""What has to follow an act of the reader: map, panel and sentence alone, or the whole page."""

from dataclasses import replace

import streamlit as st

from flows.query.links import Request
from flows.ui import state

_SHOWN = "shown_request"


def remember(request: Request) -> None:
    """Remember what the page as a whole shows."""
    st.session_state[_SHOWN] = _without_focus(request)


def leads_further(request: Request) -> bool:
    """Tell whether more is asked than another focus, so that the whole page has to follow."""
    return state.PAGE in st.session_state or _without_focus(request) != st.session_state[_SHOWN]


def _without_focus(request: Request) -> Request:
    return replace(request, focus=None, hide=frozenset())
