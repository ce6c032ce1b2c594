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
    """Show the cards of claims under a title with their count; ``numbers`` are theirs, where not from 1.

    ``before`` stands above them. All of it is one element, which a browser shows much sooner than an
    element a card.
    """
    shown = st.session_state[state.SHOWN]
    fold = state.folds()
    searches = state.request().selection.words
    cards = [
        card_of(atlas, claim, number, fold=fold, searches=searches)
        for number, claim in zip(numbers or count(1), claims[:shown], strict=False)
    ]
    sources = source_list(atlas.documents[claim.document] for claim in claims[:shown])
    html = render("cards", before=before, title=title, number=len(claims), cards=cards, sources=sources)
    push_html(f"cards-{key}", html)
    if len(claims) > shown:
        more = translate_count("Show {n} more", "Show {n} more", min(state.MORE_CARDS, len(claims) - shown))
        st.button(more, key=f"more-{key}", on_click=state.show_more)
