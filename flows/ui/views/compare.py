"""The page that compares: matrices of the selection, a flow diagram, and two sides."""

from collections.abc import Callable
from html import escape

import streamlit as st

from flows.language import translate as _
from flows.links import Request
from flows.matrices import PAIRS, Matrix, matrix_of
from flows.names import label, place_name
from flows.scene import Scene, compose
from flows.ui.views.diagram import show_diagram
from geodata.atlas import Atlas

_STEPS = (1, 2, 4, 8, 16)  # lower bounds of the shades of a cell, in claims


def show_compare(atlas: Atlas, scene: Scene, _request: Request) -> None:
    """Show one matrix of the selection at a time, the flow diagram below it, and two sides."""
    names = {
        "roles-places": _("Roles by country"),
        "types-places": _("Types by country"),
        "sectors-places": _("Sectors by country"),
        "types-sectors": _("Types by sector"),
        "origins-destinations": _("Origins by destination"),
    }
    with st.container(key="compare"):
        st.html(f"<div class='atlas-prose'><h2>{escape(_('Compare'))}</h2><p>{escape(_lead())}</p></div>")
        pairs = {"-".join(pair): pair for pair in PAIRS}
        chosen = st.pills(
            _("Matrix"), list(pairs), key="matrix", default="types-places", format_func=names.__getitem__
        )
        st.html(matrix_html(matrix_of(scene, atlas, *pairs[chosen or "types-places"]), atlas))
        show_diagram(atlas, scene)
        _show_sides(atlas, scene)


def _lead() -> str:
    return _(
        "Numbers are claims, not people. An empty cell: no claim of the atlas names the two together. Zero: "
        "claims do, but none that this selection admits. A cell opens the map with both chosen."
    )


def names_of(facet: str, atlas: Atlas) -> Callable[[str], str]:
    """Return how values of a facet are named."""
    if facet in {"places", "origins", "destinations"}:
        return lambda ident: place_name(atlas.gazetteer[ident])
    return lambda slug: label(facet, slug)


def matrix_html(matrix: Matrix, atlas: Atlas) -> str:
    """Write a matrix as an HTML table whose cells are buttons that set the selection."""
    row_name, column_name = names_of(matrix.row_facet, atlas), names_of(matrix.column_facet, atlas)
    head = "".join(
        f"<th scope='col'><span>{escape(column_name(column))}</span></th>" for column in matrix.columns
    )
    rows = "".join(
        f"<tr><th scope='row'>{escape(row_name(row))}</th>"
        + "".join(_cell(matrix, row, column) for column in matrix.columns)
        + "</tr>"
        for row in matrix.rows
    )
    more = _("{n} more columns hold fewer claims.").format(n=matrix.left_out) if matrix.left_out else ""
    name = escape(_("Matrix"), quote=True)
    return (
        f"<div class='atlas-matrix' tabindex='0' role='region' aria-label='{name}'>"
        f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"<p class='atlas-silence'>{escape(more)}</p>"
    )


def _cell(matrix: Matrix, row: str, column: str) -> str:
    count = matrix.cells.get((row, column))
    if count is None:
        return f"<td class='atlas-none'><span class='atlas-hidden'>{escape(_('no claim'))}</span></td>"
    shade = sum(count >= step for step in _STEPS)
    chosen = escape(f"{matrix.row_facet}={row}&{matrix.column_facet}={column}", quote=True)
    button = f"<button type='button' data-atlas-choose='{chosen}'>{count}</button>"
    return f"<td class='atlas-shade-{shade}'>{button}</td>"


def _show_sides(atlas: Atlas, scene: Scene) -> None:
    st.html(f"<div class='atlas-prose'><h3>{escape(_('Side by side'))}</h3></div>")
    documents = {
        f"documents:{ident}": f"{found.title}, {found.year}" for ident, found in atlas.documents.items()
    }
    named = sorted({place for claim in scene.claims for place in claim.places})
    places = {f"places:{ident}": place_name(atlas.gazetteer[ident]) for ident in named}
    options = {**dict(sorted(places.items(), key=lambda item: item[1])), **documents}
    for column, key in zip(st.columns(2), ("side_one", "side_two"), strict=True):
        with column:
            picked = st.selectbox(
                _("Place or document"), list(options), key=key, index=None, format_func=options.__getitem__
            )
            if picked:
                facet, ident = picked.split(":", 1)
                selection = scene.selection.choosing(facet, ident)
                side = compose(atlas, selection)
                st.html(side_html(side))


def side_html(side: Scene) -> str:
    """Write what one side holds: claims by kind, types and sectors."""
    kinds: dict[str, int] = {}
    for claim in side.claims:
        kinds[claim.kind] = kinds.get(claim.kind, 0) + 1
    lists = [(_("Claims"), list(kinds.items()))]
    for facet, title in (("types", _("Types")), ("sectors", _("Sectors"))):
        counts = sorted(side.counts[facet].items(), key=lambda item: -item[1])
        lists.append((title, [(label(facet, slug), count) for slug, count in counts if count]))
    return (
        "<div class='atlas-prose'>"
        + "".join(
            f"<h4>{escape(title)}</h4><ul>"
            + "".join(f"<li>{escape(name)} <span>{count}</span></li>" for name, count in rows)
            + "</ul>"
            for title, rows in lists
        )
        + "</div>"
    )
