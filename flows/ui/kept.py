"""What a session knows beside the link: the page holds on to it, for another session that takes its place."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from flows.query.links import read_page, write_link
from flows.ui import state
from geodata.model.atlas import Atlas


def written() -> dict[str, Any]:
    """Return what is to be kept, JSON-ready."""
    before = st.session_state.get(state.BEFORE)
    return {
        "page": st.session_state[state.PARAMETERS],
        "cards": st.session_state[state.SHOWN],
        "before": write_link(before) if before else None,
        "writing": state.is_writing(),
    }


def take_back(atlas: Atlas, told: Mapping[str, Any]) -> None:
    """Put into this session what the page kept of another; what is not of the kind is left out."""
    page, cards, before = told.get("page"), told.get("cards"), told.get("before")
    if isinstance(page, Mapping):
        given = {str(name): value for name, value in page.items() if isinstance(value, str)}
        st.session_state[state.PARAMETERS] = read_page(given)
    if type(cards) is int and state.FIRST_CARDS <= cards <= state.MOST_CARDS:
        st.session_state[state.SHOWN] = cards
    if told.get("writing") is True:
        state.set_writing(writing=True)
    if isinstance(before, str):
        st.session_state[state.BEFORE] = state.asked_by(atlas, dict(parse_qsl(before)))
