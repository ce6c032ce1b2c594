"""A matrix as an HTML table: each cell a button that sets the selection, "no claim" told from zero."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from flows.i18n import translate_count
from flows.narrative.place_sentences import from_one_sentence
from flows.scene.forms import FORMS, family
from flows.scene.matrices import Matrix, Unit
from flows.scene.names import label, label_in_text, place_name
from flows.templates import Html, render
from flows.ui.push_html import push_html
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import UNSPECIFIED

# Lower bounds of the shades of a cell, in what it counts.
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
    """A cell: what it chooses, how it is named, and what it counts, also in words and as a shade.

    ``faint`` cells rest on nothing that is said to happen; ``bars`` are the forms that its claims name.
    """

    chosen: str
    name: str
    number: int
    said: str
    faint: bool
    shade: int
    tab: int
    bars: list[_Bar]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a matrix; a cell is None where no claim names both of its values.

    ``note`` says how many of its claims rest on one sentence, where that is most of them.
    """

    name: str
    note: str
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
        rows=list(_rows(matrix, atlas, columns, also)),
        more=_more(matrix),
    )


def _rows(matrix: Matrix, atlas: Atlas, columns: Mapping[str, str], also: str) -> Iterator[_Row]:
    """Yield the rows; of their cells the first is the Tab key's only stop, arrow keys lead to the others."""
    tab, row_name = _STOP, names_of(matrix.row_facet, atlas)
    for row in matrix.rows:
        name, cells = row_name(row), []
        for column, column_name in columns.items():
            cell = _cell(matrix, row, column, f"{name}, {column_name}", also, tab)
            tab = _NO_STOP if cell else tab
            cells.append(cell)
        behind = matrix.behind.get(row, ())
        note = from_one_sentence(behind, atlas) if behind and matrix.unit == "claims" else ""
        yield _Row(name=name, note=note, cells=cells)


def _cell(matrix: Matrix, row: str, column: str, name: str, also: str, tab: int) -> _Cell | None:
    number = matrix.cells.get((row, column))
    if number is None:
        return None
    named = matrix.forms.get((row, column), {})
    # "Not named" has no bar beside a named form, as it has no stripe on the map.
    forms = {
        form: named[form] for form in FORMS if form in named and (form != UNSPECIFIED or len(named) == 1)
    }
    told = matrix.told.get((row, column), "")
    parts = [f"{matrix.row_facet}={row}", f"{matrix.column_facet}={column}", also]
    return _Cell(
        chosen="&".join(part for part in parts if part),
        name=name,
        number=number,
        said=_said(number, matrix.unit, told, forms),
        faint=bool(told),
        bars=[_Bar(family=family(form), claims=named) for form, named in forms.items()],
        shade=shade_of(number),
        tab=tab,
    )


def shade_of(number: int) -> int:
    """Return the shade of a number, from 0 for none to that of the last step."""
    return sum(number >= step for step in STEPS)


def _said(number: int, unit: Unit, told: str, forms: Mapping[str, int]) -> str:
    """Say what a cell counts, as what it is told, and which forms its claims name."""
    said = f"{counted(number, unit)}, {label_in_text('assertion', told)}" if told else counted(number, unit)
    listed = ", ".join(f"{label('types', form)} {named}" for form, named in forms.items())
    return f"{said}; {listed}" if listed and unit == "claims" else said


def counted(number: int, unit: Unit) -> str:
    """Say a number with what it counts."""
    if unit == "documents":
        return translate_count("{n} document", "{n} documents", number)
    if unit == "sentences":
        return translate_count("{n} sentence", "{n} sentences", number)
    return translate_count("{n} claim", "{n} claims", number)


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
