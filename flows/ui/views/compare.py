"""The page that compares: matrices of the selection, a flow diagram, and two sides."""

import streamlit as st

from flows.i18n import translate as _
from flows.query.links import Request
from flows.scene.matrices import PAIRS, UNITS, matrix_of
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui.views.diagram import show_diagram
from flows.ui.views.matrix import matrix_html, show_matrix
from flows.ui.views.sides import show_sides
from geodata.model.atlas import Atlas

_FIRST, _DIAGRAM, _UNIT = "types-places", "diagram", "matrix_unit"


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
        chosen = st.session_state.get("matrix") or _FIRST
        if chosen == _DIAGRAM:  # what is waited for is sent before what stands above it
            show_diagram(atlas, scene)
        else:
            unit = st.session_state.get(_UNIT) or UNITS[0]
            matrix = matrix_of(scene, atlas, *pairs[chosen], unit)
            show_matrix(matrix_html(matrix, atlas, names[chosen]))
        with above:
            st.html(render("page_heading", title=_("Compare"), lead=_lead()))
            st.pills(_("Matrix"), list(names), key="matrix", default=_FIRST, format_func=names.__getitem__)
            if chosen != _DIAGRAM:
                units = {"claims": _("Claims"), "sentences": _("Sentences"), "documents": _("Documents")}
                st.pills(_("Count"), UNITS, key=_UNIT, default=UNITS[0], format_func=units.__getitem__)
        show_sides(atlas, scene)


def _lead() -> str:
    return _(
        "Numbers are claims, the sentences that they rest on, or documents, never people. An empty cell: no "
        "claim of the atlas names the two together. Zero: claims do, but none that this selection admits. A "
        "dotted cell rests only on what is alleged, at risk or onward migration. The small bars below a "
        "number are the forms that its claims name, in the colours of the map. Values of one cell are named "
        "in the same claim, which does not say that they belong together. A cell opens the map with both "
        "chosen; with the keyboard, the arrow keys lead from cell to cell."
    )
