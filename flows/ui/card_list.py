"""A list of evidence cards: the first few at once, the rest on request."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from flows.language import translate_count
from flows.ui import state
from flows.ui.cards import show_card
from geodata.atlas import Atlas
from geodata.claims import Claim


def show_cards(
    atlas: Atlas,
    claims: Sequence[Claim],
    title: str,
    *,
    after: int = 0,
    key: str = "own",
    away: bool = False,
) -> None:
    """Show the cards of claims, numbered from ``after`` + 1, under a title with their number.

    ``away`` tells that the page has no map, which a card's title then opens.
    """
    shown = st.session_state[state.SHOWN]
    if title:
        st.html(f"<div class='atlas-story'><h3>{escape(title)} <span>{len(claims)}</span></h3></div>")
    with st.container(key=f"cards-{key}"):
        for number, claim in enumerate(claims[:shown], start=after + 1):
            show_card(atlas, claim, number, fold=bool(st.session_state.get("fold_children")), away=away)
    if len(claims) > shown:
        more = translate_count("Show {n} more", "Show {n} more", min(state.MORE_CARDS, len(claims) - shown))
        st.button(more, key=f"more-{key}", on_click=state.show_more)
