"""The page that compares: matrices of the selection, a flow diagram, and two sides."""

from collections.abc import Collection

import streamlit as st

from flows.i18n import translate as _
from flows.query.links import Request
from flows.scene.matrices import MOST_COLUMNS, PAIRS, UNITS, matrix_of
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui import state
from flows.ui.views.diagram import show_diagram
from flows.ui.views.matrix import matrix_html, show_matrix
from flows.ui.views.sides import show_sides
from geodata.model.atlas import Atlas

_FIRST, _DIAGRAM, _UNIT, _ALL = "types-places", "diagram", "matrix_unit", "matrix_all"


def show_compare(atlas: Atlas, scene: Scene, _request: Request) -> None:
    """Show one matrix of the selection at a time, or its flow diagram, and two sides below."""
    names = {
        "roles-places": _("Roles by country"),
        "types-places": _("Types by country"),
        "sectors-places": _("Sectors by country"),
        "types-sectors": _("Types by sector"),
        "origins-destinations": _("Origins by destination"),
        _DIAGRAM: _("Flow diagram"),
    }
    with st.container(key="compare"):
        above = st.container()
        pairs = {"-".join(pair): pair for pair in PAIRS}
        chosen = _chosen(names)
        if chosen == _DIAGRAM:  # what is waited for is sent before what stands above it
            show_diagram(atlas, scene)
        else:
            unit = st.session_state.get(_UNIT) or UNITS[0]
            most = None if st.session_state.get(_ALL) else MOST_COLUMNS
            matrix = matrix_of(scene, atlas, *pairs[chosen], unit, most=most)
            show_matrix(matrix_html(matrix, atlas, names[chosen]))
        with above:
            st.html(render("page_heading", title=_("Compare"), lead=_lead()))
            st.pills(_("Matrix"), list(names), key="matrix", format_func=names.__getitem__, on_change=_keep)
            if chosen != _DIAGRAM:
                units = {"claims": _("Claims"), "sentences": _("Sentences"), "documents": _("Documents")}
                st.pills(_("Count"), UNITS, key=_UNIT, default=UNITS[0], format_func=units.__getitem__)
                st.toggle(_("Every column, however few its claims"), key=_ALL)
        show_sides(atlas, scene)


def _chosen(names: Collection[str]) -> str:
    """Return what the link asks to compare, the first where it asks for nothing that there is."""
    asked = state.parameter("matrix")
    found = asked if asked in names else _FIRST
    st.session_state["matrix"] = found
    return found


def _keep() -> None:
    chosen = st.session_state["matrix"] or _FIRST
    state.set_parameter("matrix", "" if chosen == _FIRST else chosen)


def _lead() -> str:
    return _(
        "Numbers are claims, the sentences that they rest on, or documents, never people. An empty cell: no "
        "claim of the atlas names the two together. Zero: claims do, but none that this selection admits. A "
        "dotted cell rests only on what is alleged, at risk or onward migration. The small bars below a "
        "number are the forms that its claims name, in the colours of the map. Values of one cell are named "
        "in the same claim, which does not say that they belong together. A cell opens the map with both "
        "chosen; with the keyboard, the arrow keys lead from cell to cell."
    )
