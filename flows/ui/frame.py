"""What stands around the map: the head of the page, and the note on its content."""

import streamlit as st

from flows.i18n import translate as _
from flows.templates import render
from flows.ui.search_box import search_box
from flows.ui.state import FOLD
from geodata import load

# Where the quick exit leads: a page that everybody opens, and that says nothing of this one.
_ELSEWHERE = "https://www.weather.gov/"


def show_head() -> None:
    """Show the title, the search box, the link to copy and the quick exit, above everything else."""
    st.html(render("head", search=search_box(load.default_atlas()), elsewhere=_ELSEWHERE))


def show_content_note() -> None:
    """Show the note on the content, with the switch that folds the hardest of it away."""
    with st.container(key="content_note"):
        note = _("These documents speak of violence and exploitation, also of children.")
        show_fold_switch(before=note)


def show_fold_switch(*, before: str = "") -> None:
    """Show the switch that folds evidence about children away; ``before`` is said first in its label."""
    words = _("Fold away evidence about sexual exploitation of children")
    st.toggle(f"{before} {words}".strip(), key=FOLD)
