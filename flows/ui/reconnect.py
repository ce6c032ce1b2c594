"""The connection to the reader's page: lost at any time, and found again by this session or by another."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from flows.i18n import translate as _
from flows.query.links import SEPARATOR
from flows.query.selection import FACETS
from flows.templates import render
from flows.ui import kept, state
from flows.ui.browser_events import is_number, take_acts
from flows.ui.push_html import push_channel
from geodata.model.atlas import Atlas

_SCRIPT = Path(__file__).parents[2] / "assets" / "web" / "built" / "reconnect.js"
_KEY = "connection"
_YEARS = "years"


def hear_of_losses(atlas: Atlas) -> None:
    """Mount what tells the reader of a lost connection, and take what the page tells when it is found.

    To be called before any other widget is made: what was pressed meanwhile is put into them. Outside of
    every fragment: a new session knows of none.
    """
    mount = st.components.v2.component(
        "atlas_connection", html=render("connection_line"), js=_script(), isolate_styles=False
    )
    words = _(
        "No connection to the server. The map, its legend and the search go on; what you choose here is "
        "taken up when the connection is back."
    )
    with st.container(key=f"{_KEY}_line"):
        told = mount(key=_KEY, data=[words], on_told_change=_nothing_yet).get("told")
    if isinstance(told, Mapping):
        take_return(atlas, told)


def take_return(atlas: Atlas, told: Mapping[str, Any]) -> None:
    """Take all that a page tells that was without a connection, once.

    Where it was another session's, this one takes over what the page shows: its link, then each act that the
    page has had no answer to, whatever this session has heard. Last comes what was pressed in filters.
    """
    back = told.get("back")
    if not isinstance(back, Mapping):
        return
    count = back.get("count")
    if not is_number(count) or count <= st.session_state[state.LAST_EVENT]:
        return
    if back.get("session") != push_channel().name:
        state.take_link(atlas, dict(parse_qsl(str(back.get("link", "")))))
        keep = back.get("keep")
        kept.take_back(atlas, keep if isinstance(keep, Mapping) else {})
        st.session_state[state.LAST_EVENT] = 0
    take_acts(told)
    wish = back.get("wish")
    _take_wish(atlas, wish if isinstance(wish, Mapping) else {})
    st.session_state[state.LAST_EVENT] = count


def _take_wish(atlas: Atlas, wish: Mapping[str, Any]) -> None:
    """Set the filters that were pressed and not answered, as far as this atlas knows their values."""
    pressed = {name: wish[name] for name in (*FACETS, _YEARS, state.TOP) if name in wish}
    asked = state.asked_by(atlas, {name: _written(name, value) for name, value in pressed.items()})
    for name in pressed:
        if name in FACETS:
            st.session_state[name] = sorted(asked.selection.chosen(name))
        else:
            st.session_state[name] = asked.top if name == state.TOP else asked.selection.years


def _written(name: str, value: object) -> str:
    """Write a value as a link does."""
    values = [str(each) for each in value] if isinstance(value, list) else [str(value or "")]
    return ("-" if name == _YEARS else SEPARATOR).join(values)


def _nothing_yet() -> None:
    """Do nothing: a new session has no callbacks when a page comes back to it, so none is relied on."""


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")
