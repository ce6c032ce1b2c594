"""The page that compares: matrices of the selection, a flow diagram, and two sides."""

from collections.abc import Collection

import streamlit as st

from flows.i18n import translate as _
from flows.maps.multiples import WAYS, small_maps
from flows.query.links import Request
from flows.scene.matrices import MOST_COLUMNS, PAIRS, UNITS, matrix_of
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.push_html import push_html
from flows.ui.views.diagram import show_diagram
from flows.ui.views.matrix import matrix_html, show_matrix
from flows.ui.views.od_map import FROM, OD_MAP, TO, show_od_map
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
        "forms": _("Small maps by form"),
        "roles": _("Small maps by role"),
        "ends": _("Small maps by destination"),
        OD_MAP: _("Origin–destination map"),
    }
    with st.container(key="compare"):
        above = st.container()
        pairs = {"-".join(pair): pair for pair in PAIRS}
        chosen = _chosen(names)
        unit = st.session_state.get(_UNIT) or UNITS[0]
        if chosen == _DIAGRAM:  # what is waited for is sent before what stands above it
            show_diagram(atlas, scene)
        elif chosen == OD_MAP:
            show_od_map(atlas, scene, unit)
        elif chosen not in pairs:
            push_html("matrix_cells", _maps(scene, chosen, names[chosen]))
        else:
            most = None if st.session_state.get(_ALL) else MOST_COLUMNS
            matrix = matrix_of(scene, atlas, *pairs[chosen], unit, most=most)
            show_matrix(matrix_html(matrix, atlas, names[chosen]))
        with above:
            st.html(render("page_heading", title=_("Compare"), lead=_lead()))
            st.pills(_("Matrix"), list(names), key="matrix", format_func=names.__getitem__, on_change=_keep)
            if chosen in {*pairs, OD_MAP}:
                units = {"claims": _("Claims"), "sentences": _("Sentences"), "documents": _("Documents")}
                st.pills(_("Count"), UNITS, key=_UNIT, default=UNITS[0], format_func=units.__getitem__)
            if chosen in pairs:
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
    for end in (TO, FROM):
        state.set_parameter(end, "")


def _maps(scene: Scene, chosen: str, title: str) -> Html:
    leads = {
        "forms": _("One hemisphere a form: what the claims of this selection that name it say to happen."),
        "roles": _("One hemisphere a role: the places that documents of this selection name as such."),
        "ends": _(
            "One hemisphere a destination, the best documented first: where the routes to it begin, by form."
        ),
    }
    by = next(way for way in WAYS if way == chosen)
    drawn = small_maps(scene, by)
    more = _("A mark under the pointer stands out in every map; a title opens the large map with it.")
    words = f"{leads[by]} {more}" if drawn else _("No claim of this selection can be drawn so.")
    return render("part_heading", title=title, lead=words) + drawn


def _lead() -> str:
    return _(
        "Numbers are claims, the sentences that they rest on, or documents, never people. An empty cell: no "
        "claim of the atlas names the two together. Zero: claims do, but none that this selection admits. A "
        "dotted cell rests only on what is alleged, at risk or onward migration. The small bars below a "
        "number are the forms that its claims name, in the colors of the map. Values of one cell are named "
        "in the same claim, which does not say that they belong together. A cell opens the map with both "
        "chosen; with the keyboard, the arrow keys lead from cell to cell."
    )
