"""A reader of a page beside the map, without a browser: what it was opened with, and what is then seen."""

from streamlit.testing.v1 import AppTest

from geodata.model.atlas import Atlas
from tests.app.explore import PATIENCE, Explore


def _page(name: str, given: dict[str, str]) -> None:
    import streamlit as st

    from flows.scene.scene import compose
    from flows.ui import state
    from flows.ui.views.about import show_about
    from flows.ui.views.compare import show_compare
    from flows.ui.views.places import show_places
    from flows.ui.views.table import show_table
    from geodata import load

    atlas = load.default_atlas()
    if "given" not in st.session_state:
        st.session_state["given"] = True
        state.begin(atlas)
        st.session_state[state.PARAMETERS] = given
    request = state.request()
    pages = {"about": show_about, "compare": show_compare, "places": show_places, "table": show_table}
    pages[name](atlas, compose(atlas, request.selection), request)


class Reading(Explore):
    """A page opened as ``Reading(atlas, "places", place="PER")``; ``link`` holds its filters."""

    def __init__(self, atlas: Atlas, name: str, link: str = "", **given: str) -> None:
        self.atlas = atlas
        kwargs = {"name": name, "given": given}
        self.app = AppTest.from_function(_page, default_timeout=PATIENCE, kwargs=kwargs)
        for part in filter(None, link.split("&")):
            key, _equals, value = part.partition("=")
            self.app.query_params[key] = value
        self.run()

    @property
    def gone(self) -> tuple[str, dict[str, str]]:
        """Return the page that is opened next, and with what."""
        return self.app.session_state["page_to_open"], self.app.session_state["page_parameters"]

    @property
    def body(self) -> str:
        return "".join(self.html)
