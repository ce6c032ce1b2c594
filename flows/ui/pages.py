"""The pages of the app, and how each is opened."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.query.links import Request
from flows.scene.scene import Scene, compose
from flows.ui import state
from flows.ui.map_view import show_link
from flows.ui.summary import show_summary_of_page
from flows.ui.views.about import show_about
from flows.ui.views.compare import show_compare
from flows.ui.views.explore import show_explore
from flows.ui.views.places import show_places
from flows.ui.views.sources import show_sources
from flows.ui.views.stories import show_stories
from flows.ui.views.table import show_table
from geodata import load
from geodata.model.atlas import Atlas

# The pages that show what the filters admit, beside the front page; a story chooses for itself.
FILTERED = ("places", "compare", "table", "sources", "about")

Show = Callable[[Atlas, Scene, Request], None]
# What each page is opened with, and therefore keeps in its link.
OWN = {
    "stories": ("story",),
    "places": ("place",),
    "compare": ("matrix", "left", "right", "to", "from"),
    "sources": ("document", "passage"),
    "about": ("claim", "term"),
}


def all_pages() -> dict[str, Any]:
    """Return the pages by the name that `state.go` opens them with, the first being the front page."""
    views: dict[str, tuple[str, Show]] = {
        "explore": (_("Explore"), show_explore),
        "stories": (_("Stories"), show_stories),
        "places": (_("Places"), show_places),
        "compare": (_("Compare"), show_compare),
        "table": (_("Table"), show_table),
        "sources": (_("Sources"), show_sources),
        "about": (_("About"), show_about),
    }
    return {
        name: st.Page(_opened(name, show), title=title, url_path=name, default=name == "explore")
        for name, (title, show) in views.items()
    }


def _opened(name: str, show: Show) -> Callable[[], None]:
    def run() -> None:
        atlas, request = load.default_atlas(), state.request()
        scene = compose(atlas, request.selection)
        if name != "explore":
            own = {parameter: state.parameter(parameter) for parameter in OWN.get(name, ())}
            show_link(atlas, request, own)
        show(atlas, scene, request)
        if name in FILTERED:
            with st.sidebar:
                show_summary_of_page(atlas, scene, request, listed=name == "table")

    run.__name__ = f"page_{name}"
    return run
