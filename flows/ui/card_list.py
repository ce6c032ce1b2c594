"""A list of evidence cards: the first few at once, the rest on request."""

from collections.abc import Sequence

import streamlit as st

from flows.i18n import translate_count
from flows.templates import NOTHING, Html, render
from flows.ui import state
from flows.ui.cards import card_of
from flows.ui.push_html import push_html
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim


def show_cards(
    atlas: Atlas,
    claims: Sequence[Claim],
    title: str,
    *,
    before: Html = NOTHING,
    after: int = 0,
    key: str = "own",
) -> None:
    """Show the cards of claims, numbered from ``after`` + 1, under a title with their number.

    ``before`` stands above them. All of it is one element, which a browser shows much sooner than an
    element a card.
    """
    shown = st.session_state[state.SHOWN]
    fold = bool(st.session_state.get("fold_children"))
    searches = state.request().selection.words
    cards = [
        card_of(atlas, claim, number, fold=fold, searches=searches)
        for number, claim in enumerate(claims[:shown], start=after + 1)
    ]
    push_html(f"cards-{key}", render("cards", before=before, title=title, number=len(claims), cards=cards))
    if len(claims) > shown:
        more = translate_count("Show {n} more", "Show {n} more", min(state.MORE_CARDS, len(claims) - shown))
        st.button(more, key=f"more-{key}", on_click=state.show_more)
