"""The app: its head, its pages, and the filters that they share."""

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.provenance_line import provenance_line
from flows.query.links import Request
from flows.scene.scene import Scene, compose, index_of
from flows.templates import render
from flows.ui import state
from flows.ui.downloads import show_download_button
from flows.ui.filters import show_filters
from flows.ui.frame import show_fold_switch, show_head
from flows.ui.pages import all_pages
from flows.ui.reconnect import hear_of_losses
from flows.ui.summary import show_notices
from flows.ui.top_routes import show_top
from geodata.load import default_atlas
from geodata.model.atlas import Atlas

# What a run found its widgets to ask, other than it had shown.
_AGREED = "asked_by_widgets"


def show_app() -> None:
    """Show the head, the page that the reader is on, and the filters that all pages share."""
    st.set_page_config(
        page_title=_("Trafficking flows of the Western Hemisphere"),
        layout="wide",
        initial_sidebar_state="auto",
    )
    atlas = default_atlas()
    state.begin(atlas)
    hear_of_losses(atlas)
    pages = all_pages()
    page = st.navigation(list(pages.values()), position="top")
    if state.PAGE in st.session_state:
        state.keep_filters()
        st.switch_page(pages.get(st.session_state.pop(state.PAGE), page))
    # Each page has the switch at a place of its own, which Streamlit takes for another one.
    state.keep_filters([state.FOLD])
    request = state.request()
    show_head()
    page.run()
    if page == pages["stories"]:
        state.keep_filters()
    else:
        with st.sidebar:
            _show_filters(atlas, compose(atlas, request.selection), request, mapped=page == pages["explore"])
    _agree(request)


def _agree(shown: Request) -> None:
    """Show the page once more where a widget brought another value than was shown.

    A page whose session was lost brings the values of its widgets to the next one, which may have made
    none of them yet.
    """
    asked = state.request()
    if asked != shown and st.session_state.get(_AGREED) != asked:
        st.session_state[_AGREED] = asked
        st.rerun()
    st.session_state.pop(_AGREED, None)


def _show_filters(atlas: Atlas, scene: Scene, request: Request, *, mapped: bool) -> None:
    with st.container(key="asked_buttons", horizontal=True):
        st.button(
            _("Clear"),
            key="reset",
            on_click=state.reset,
            disabled=not (request.selection.active() or request.tiers),
        )
        show_download_button(atlas, scene, request)
    if mapped:
        show_top(len(scene.routes))
    show_filters(atlas, index_of(atlas), scene)
    if not mapped:  # beside the map it stands with the note on the content
        show_fold_switch()
    st.html(render("small_print", standing=provenance_line(atlas, request.selection)))
    show_notices(scene)


show_app()
