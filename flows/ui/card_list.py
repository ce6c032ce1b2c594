"""A list of evidence cards: the first few at once, the rest on request."""

from collections.abc import Sequence
from itertools import count

import streamlit as st

from flows.i18n import translate_count
from flows.narrative.cards import card_of
from flows.narrative.citations import source_list
from flows.templates import NOTHING, Html, render
from flows.ui import state
from flows.ui.push_html import push_html
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim


def show_cards(
    atlas: Atlas,
    claims: Sequence[Claim],
    title: str,
    *,
    before: Html = NOTHING,
    numbers: Sequence[int] = (),
    key: str = "own",
) -> None:
    """Show the cards of claims under a title, with a button for more; ``before`` stands above them.

    All of it is one element, which a browser shows much sooner than an element a card.
    """
    push_html(f"cards-{key}", cards_html(atlas, claims, title, before=before, numbers=numbers))
    show_more_button(len(claims), key)


def cards_html(
    atlas: Atlas, claims: Sequence[Claim], title: str, *, before: Html = NOTHING, numbers: Sequence[int] = ()
) -> Html:
    """Write the first cards of claims under a title with the count of all; ``numbers``, where not from 1."""
    shown = st.session_state[state.SHOWN]
    fold = state.folds()
    searches = state.request().selection.words
    cards = [
        card_of(atlas, claim, number, fold=fold, searches=searches)
        for number, claim in zip(numbers or count(1), claims[:shown], strict=False)
    ]
    sources = source_list(atlas.documents[claim.document] for claim in claims[:shown])
    return render("cards", before=before, title=title, number=len(claims), cards=cards, sources=sources)


def show_more_button(claims: int, key: str) -> None:
    """Show a button that opens more cards of so many claims, where there are more than are shown."""
    left = claims - st.session_state[state.SHOWN]
    if left > 0:
        more = translate_count("Show {n} more", "Show {n} more", min(state.MORE_CARDS, left))
        st.button(more, key=f"more-{key}", on_click=state.show_more)
