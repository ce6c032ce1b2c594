"""A matrix as an HTML table: each cell a button that sets the selection, "no claim" told from zero."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from flows.i18n import translate_count
from flows.scene.forms import FORMS, family
from flows.scene.matrices import Matrix
from flows.scene.names import label, place_name
from flows.templates import Html, render
from flows.ui.push_html import push_html
from geodata.model.atlas import Atlas

# Lower bounds of the shades of a cell, in claims.
STEPS = (1, 2, 4, 8, 16)
# Whether the Tab key stops at a cell.
_STOP, _NO_STOP = 0, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """The claims of a cell that name one form, by the family of its colours."""

    family: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell: what it chooses, how it is named, and its number of claims, also in words and as a shade.

    ``bars`` are the forms that its claims name.
    """

    chosen: str
    name: str
    claims: int
    said: str
    shade: int
    tab: int
    bars: list[_Bar]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a matrix; a cell is None where no claim names both of its values."""

    name: str
    cells: list[_Cell | None]


def show_matrix(matrix: Html) -> None:
    """Show a matrix, as `matrix_html` wrote it, below the key to its shades."""
    push_html("matrix_cells", shades_html() + matrix)


def names_of(facet: str, atlas: Atlas) -> Callable[[str], str]:
    """Return how values of a facet are named."""
    if facet in {"places", "origins", "destinations"}:
        return lambda ident: place_name(atlas.gazetteer[ident])
    return lambda slug: label(facet, slug)


def matrix_html(matrix: Matrix, atlas: Atlas, title: str, *, also: str = "") -> Html:
    """Write a matrix as an HTML table whose cells are buttons that set the selection.

    ``title`` names it for screen readers; ``also`` is what every cell chooses besides its two values,
    such as ``places=PER``.
    """
    column_name = names_of(matrix.column_facet, atlas)
    columns = {column: column_name(column) for column in matrix.columns}
    return render(
        "matrix",
        title=title,
        columns=list(columns.values()),
        rows=list(_rows(matrix, names_of(matrix.row_facet, atlas), columns, also)),
        more=_more(matrix),
    )


def _rows(
    matrix: Matrix, row_name: Callable[[str], str], columns: Mapping[str, str], also: str
) -> Iterator[_Row]:
    """Yield the rows; of their cells the first is the Tab key's only stop, arrow keys lead to the others."""
    tab = _STOP
    for row in matrix.rows:
        name, cells = row_name(row), []
        for column, column_name in columns.items():
            cell = _cell(matrix, row, column, f"{name}, {column_name}", also, tab)
            tab = _NO_STOP if cell else tab
            cells.append(cell)
        yield _Row(name=name, cells=cells)


def _cell(matrix: Matrix, row: str, column: str, name: str, also: str, tab: int) -> _Cell | None:
    claims = matrix.cells.get((row, column))
    if claims is None:
        return None
    named = matrix.forms.get((row, column), {})
    forms = {form: named[form] for form in FORMS if form in named}
    parts = [f"{matrix.row_facet}={row}", f"{matrix.column_facet}={column}", also]
    return _Cell(
        chosen="&".join(part for part in parts if part),
        name=name,
        claims=claims,
        said=_said(claims, forms),
        bars=[_Bar(family=family(form), claims=named) for form, named in forms.items()],
        shade=sum(claims >= step for step in STEPS),
        tab=tab,
    )


def _said(claims: int, forms: Mapping[str, int]) -> str:
    told = translate_count("{n} claim", "{n} claims", claims)
    listed = ", ".join(f"{label('types', form)} {named}" for form, named in forms.items())
    return f"{told}; {listed}" if listed else told


def _more(matrix: Matrix) -> str:
    if not matrix.left_out:
        return ""
    return translate_count(
        "{n} more column holds fewer claims.", "{n} more columns hold fewer claims.", matrix.left_out
    )


def shades_html() -> Html:
    """Write the key to the shades: no claim, zero, and each step."""
    ranges = [str(one) if other == one + 1 else f"{one}–{other - 1}" for one, other in pairwise(STEPS)]
    return render("shades", ranges=[*ranges, f"{STEPS[-1]}+"])
