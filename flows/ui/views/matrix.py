"""A matrix as an HTML table: each cell a button that sets the selection, "no claim" told from zero."""

from collections.abc import Callable
from html import escape
from itertools import pairwise

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.scene.matrices import Matrix
from flows.scene.names import label, place_name
from flows.ui.push_html import show_html
from geodata.model.atlas import Atlas

# Lower bounds of the shades of a cell, in claims.
STEPS = (1, 2, 4, 8, 16)
# Whether the Tab key stops at a cell; names cannot hold either, for their quotation marks are escaped.
_FIRST, _LATER = "tabindex='0'", "tabindex='-1'"


def show_matrix(html: str) -> None:
    """Show a matrix, as `matrix_html` wrote it, below the key to its shades."""
    show_html("matrix_cells", shades_html() + html)


def names_of(facet: str, atlas: Atlas) -> Callable[[str], str]:
    """Return how values of a facet are named."""
    if facet in {"places", "origins", "destinations"}:
        return lambda ident: place_name(atlas.gazetteer[ident])
    return lambda slug: label(facet, slug)


def matrix_html(matrix: Matrix, atlas: Atlas, title: str, *, also: str = "") -> str:
    """Write a matrix as an HTML table whose cells are buttons that set the selection.

    ``title`` names it for screen readers; ``also`` is what every cell chooses besides its two values,
    such as ``places=PER``.
    """
    row_name, column_name = names_of(matrix.row_facet, atlas), names_of(matrix.column_facet, atlas)
    columns = [(column, escape(column_name(column))) for column in matrix.columns]
    head = "".join(f"<th scope='col'><span>{name}</span></th>" for _column, name in columns)
    rows = "".join(
        f"<tr><th scope='row'>{escape(row_name(row))}</th>"
        + "".join(
            _cell(matrix, row, column, f"{escape(row_name(row))}, {name}", also) for column, name in columns
        )
        + "</tr>"
        for row in matrix.rows
    )
    return (
        f"<div class='atlas-matrix' data-atlas-grid tabindex='0' role='region' "
        f"aria-label='{escape(title, quote=True)}'>"
        f"<table style='--columns:{len(columns)}'><thead><tr><td></td>{head}</tr></thead>"
        f"<tbody>{_one_stop(rows)}</tbody></table></div>"
        f"{_more(matrix)}"
    )


def _one_stop(rows: str) -> str:
    """Make the first cell the only stop of the Tab key: the arrow keys lead from there to the others."""
    return rows.replace(_LATER, _FIRST, 1)


def _more(matrix: Matrix) -> str:
    if not matrix.left_out:
        return ""
    words = translate_count(
        "{n} more column holds fewer claims.", "{n} more columns hold fewer claims.", matrix.left_out
    )
    return f"<p class='atlas-silence'>{escape(words)}</p>"


def _cell(matrix: Matrix, row: str, column: str, name: str, also: str) -> str:
    count = matrix.cells.get((row, column))
    if count is None:
        return f"<td class='atlas-none' aria-label='{escape(_('no claim'), quote=True)}'></td>"
    shade = sum(count >= step for step in STEPS)
    parts = [f"{matrix.row_facet}={row}", f"{matrix.column_facet}={column}", also]
    chosen = escape("&".join(part for part in parts if part), quote=True)
    said = escape(translate_count("{n} claim", "{n} claims", count))
    button = (
        f"<button type='button' {_LATER} data-atlas-choose='{chosen}' aria-label='{name}: {said}'>"
        f"{count}</button>"
    )
    return f"<td class='atlas-shade-{shade}'>{button}</td>"


_ZERO = {"atlas-shade-0": "0"}


def shades_html() -> str:
    """Write the key to the shades: no claim, zero, and each step."""
    last = STEPS[-1]
    ranges = [str(one) if other == one + 1 else f"{one}–{other - 1}" for one, other in pairwise(STEPS)]
    keys = [("atlas-none", _("no claim at all")), ("atlas-shade-0", _("none in this selection"))]
    keys += [(f"atlas-shade-{number}", text) for number, text in enumerate([*ranges, f"{last}+"], start=1)]
    items = "".join(
        f"<li><i class='{name}' aria-hidden='true'>{_ZERO.get(name, '')}</i>{escape(text)}</li>"
        for name, text in keys
    )
    return f"<ul class='atlas-shades' aria-label='{escape(_('Claims in a cell'), quote=True)}'>{items}</ul>"
