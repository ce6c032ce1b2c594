"""What is asked in a sentence, and the notices on it: each at a place of its own, so that no filter moves."""

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.description import dotted_counts, headline, unnamed_line
from flows.query.links import Request
from flows.scene.drawn import routes_drawn
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui import state
from geodata.model.atlas import Atlas


def show_summary(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Say what is asked, and how much of it the map draws."""
    drawn = routes_drawn(atlas, scene, request.focus, top=request.top)
    dots = "dots" not in request.hide or bool(request.selection.assertion)
    words = headline(scene, request.focus, atlas, drawn=drawn, dots=dots)
    st.html(render("line", css_class="atlas-asked", text=words, live=True))
    _show_switch(scene, request, on=_("Leave out the dots"), off=_("Draw them with dots"))


def show_summary_of_page(atlas: Atlas, scene: Scene, request: Request, *, listed: bool) -> None:
    """Say what is asked on a page without a map; ``listed`` where rows of the dotted marks can be shown."""
    with st.container(key="asked"):
        words = headline(scene, None, atlas, dots=None)
        st.html(render("line", css_class="atlas-asked", text=words, live=True))
        if listed:
            _show_switch(scene, request, on=_("Leave them out"), off=_("List them too"))


def _show_switch(scene: Scene, request: Request, *, on: str, off: str) -> None:
    """Offer to show what is alleged, at risk or onward migration, unless that was asked for by name."""
    if not request.selection.assertion and dotted_counts(scene):
        title = off if "dots" in request.hide else on
        st.button(title, key="dots_switch", on_click=state.switch_dots)


def show_notices(scene: Scene) -> None:
    """Show what a reader should notice now, at the lower end of the column of filters."""
    with st.container(key="notices"):
        # Its place is kept where there is nothing to say.
        st.html(render("mount", css_class="atlas-no-notice"))
        if st.session_state[state.NOTICE]:
            st.html(render("notice", text=st.session_state[state.NOTICE], offer="", target=None))
        _show_unnamed(scene)
        if state.BEFORE in st.session_state:
            st.button(_("Undo clear"), key="undo_reset", on_click=state.bring_back)


def _show_unnamed(scene: Scene) -> None:
    """Offer the routes that a choice hides only because they name nothing there, each facet by itself."""
    for facet, count in scene.unnamed.items():
        if count:
            words = unnamed_line(facet, count)
            st.html(render("line", css_class="atlas-unnamed", text=words, live=True))
            title = translate_count("Show it", "Show them", count)
            st.button(title, key=f"show_unnamed_{facet}", on_click=state.admit_unnamed, args=(facet,))
