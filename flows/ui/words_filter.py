"""The filter of searches in words: those that are asked for, and room to write another."""

import streamlit as st

from flows.i18n import translate as _
from flows.query.selection import WORDS
from flows.query.word_search import MOST_SEARCHES, canonical
from flows.scene.names import facet_titles, search_remedy
from flows.ui import state


def show_words() -> None:
    """Show the filter; what is written there is taken as links write it, or refused in a sentence."""
    st.multiselect(
        facet_titles()[WORDS],
        st.session_state.get(WORDS, []),
        key=WORDS,
        on_change=_take,
        accept_new_options=True,
        max_selections=MOST_SEARCHES,
        placeholder=_("A word, or a “phrase”"),
    )


def _take() -> None:
    written = st.session_state.get(WORDS, [])
    searches = [canonical(text) for text in written]
    st.session_state[WORDS] = sorted({search for search in searches if search})
    if "" in searches:
        st.session_state[state.NOTICE] = search_remedy()
    elif st.session_state[state.NOTICE] == search_remedy():
        st.session_state[state.NOTICE] = ""
