"""What stands around the map: the head of the page, the standing lines and the help."""

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from flows.i18n import translate as _
from flows.palette import css_variables_of_both
from flows.ui.search_box import search_box
from geodata import load

_ASSETS = Path(__file__).parents[2] / "assets"
_STYLES = ("style.css", "pages.css")
# Where the quick exit leads: a page that everybody opens, and that says nothing of this one.
_ELSEWHERE = "https://www.weather.gov/"


@cache
def _style() -> str:
    rules = "".join((_ASSETS / name).read_text(encoding="utf-8") for name in _STYLES)
    rules = rules.replace("\n", " ")  # Streamlit looks at each line of it in each run
    return f"<style>:root{{{css_variables_of_both()}}}{rules}</style>"


def show_head() -> None:
    """Show the title, the search box, the link to copy and the quick exit, above everything else."""
    st.html(_style())
    st.html(
        f"<header class='atlas-head'><h1>{escape(_('Trafficking flows of the Western Hemisphere'))}</h1>"
        f"{search_box(load.default_atlas())}"
        f"<button type='button' data-atlas-share data-atlas-done='{escape(_('Link copied'))}'>"
        f"{escape(_('Copy link'))}</button>"
        f"<a class='atlas-exit' href='{_ELSEWHERE}' rel='noreferrer' data-atlas-exit='{_ELSEWHERE}'>"
        f"{escape(_('Quick exit'))}</a></header>"
    )


def help_line() -> str:
    """Say where help is to be had."""
    return _(
        "In immediate danger, call your local emergency number. U.S. National Human Trafficking Hotline: "
        "1-888-373-7888, or text 233733. Elsewhere, see the hotline of your own country."
    )


def show_content_note() -> None:
    """Show the note on the content until the reader has closed it in this session."""
    if st.session_state.get("note_read"):
        return
    with st.container(key="content_note"):
        words = _(
            "These documents speak of violence and exploitation, also of children. The switch below the "
            "filters folds that evidence away."
        )
        st.html(f"<p>{escape(words)}</p>")
        st.button(_("Understood"), key="note_understood", on_click=_close_note)


def _close_note() -> None:
    st.session_state["note_read"] = True
