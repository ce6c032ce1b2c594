"""The table twin: everything that the map shows of the selection, as a table and as sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import short_citation, source_list
from flows.narrative.rows import Row, rows_of
from flows.narrative.sentences import forms_and_sectors
from flows.query.folding import can_fold
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.views.claims_shown import show_picture
from geodata.model.atlas import Atlas

if TYPE_CHECKING:
    import pandas as pd

_TABLE, _FORM, _WANTED, _UNFOLDED = "table_rows", "table_form", "table_search", "table_unfolded"
_HEIGHT = 620
_WIDER = frozenset({"name", "forms"})
# Sources named behind a sentence; more are counted.
_NAMED = 3


def show_table(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show the marks of the selection as a table that can be sorted and searched, or as sentences."""
    rows = _asked(atlas, scene, request)
    with st.container(key="table"):
        st.html(render("page_heading", title=_("Table"), lead=_lead()))
        with st.container(key="table_controls", horizontal=True, vertical_alignment="bottom"):
            forms = {"table": _("Table"), "sentences": _("Sentences")}
            form = st.segmented_control(
                _("Read it as"), list(forms), key=_FORM, default="table", format_func=forms.__getitem__
            )
            st.text_input(_("Find in the table"), key=_WANTED, placeholder=_("Place, form or sector"))
        found = _found(_unfolded(rows), st.session_state[_WANTED])
        st.html(render("line", css_class="atlas-silence", text=_counted(found, rows), live=True))
        if form == "sentences":
            st.html(sentences_html(found, atlas))
        elif found:
            _show_frame(found)
            show_picture(printed_html(found, atlas), key="printed_table")


def _lead() -> str:
    return _(
        "Everything that the map shows of this selection, one row a mark. Documents are counted, not people. "
        "Choose a row by the box at its left, and the map looks at it."
    )


def _asked(atlas: Atlas, scene: Scene, request: Request) -> tuple[Row, ...]:
    return rows_of(scene, atlas, dots="dots" not in request.hide, tiers=request.tiers)


def _unfolded(rows: Sequence[Row]) -> Sequence[Row]:
    """Keep the rows that rest on more than evidence that is folded away, or all if the reader opens them."""
    kept = [row for row in rows if not all(map(can_fold, row.evidence.claims))]
    folded = len(rows) - len(kept)
    if not folded or not state.folds():
        return rows
    words = translate_count(
        "{n} row rests only on evidence about the sexual exploitation of children, which is folded away.",
        "{n} rows rest only on evidence about the sexual exploitation of children, which is folded away.",
        folded,
    )
    with st.container(key="table_folded", horizontal=True, vertical_alignment="center"):
        st.html(render("line", css_class="atlas-silence", text=words, live=False))
        opened = st.toggle(translate_count("Show it", "Show them", folded), key=_UNFOLDED)
    return rows if opened else kept


def _found(rows: Iterable[Row], wanted: str) -> list[Row]:
    """Keep the rows that hold every word looked for, whatever its case."""
    words = wanted.casefold().split()
    said = ((row, f"{row.what} {row.name} {row.forms} {row.at_work} {row.years}".casefold()) for row in rows)
    return [row for row, text in said if all(word in text for word in words)]


def _counted(found: Sequence[Row], rows: Sequence[Row]) -> str:
    counted = translate_count("{n} row", "{n} rows", len(found))
    if len(found) == len(rows):
        return counted
    return _("{found} of {all}").format(found=counted, all=f"{len(rows):,}")


def _show_frame(rows: Sequence[Row]) -> None:
    st.dataframe(
        frame_of(rows),
        key=_TABLE,
        hide_index=True,
        height=_HEIGHT,
        selection_mode="single-row",
        on_select=lambda: _look([row.focus for row in rows]),
        column_config=_columns(),
    )


def frame_of(rows: Iterable[Row]) -> "pd.DataFrame":
    """Put rows into a frame with one column a field, in words."""
    import pandas as pd

    return pd.DataFrame([_cells(row) for row in rows], columns=list(_titles()))


def _cells(row: Row) -> dict[str, str | int]:
    return {
        "what": row.what,
        "name": row.name,
        "forms": row.forms,
        "sectors": row.at_work,
        "documents": row.evidence.strength,
        "years": row.years,
        "said": row.said,
        "certainty": row.certainty,
    }


def printed_html(rows: Sequence[Row], atlas: Atlas) -> Html:
    """Write rows as a table for a printer, with a list of the documents behind them."""
    named = dict.fromkeys(ident for row in rows for ident in row.evidence.documents)
    return render(
        "printed_table",
        titles=list(_titles().values()),
        rows=[list(_cells(row).values()) for row in rows],
        sources=source_list(atlas.documents[ident] for ident in named),
    )


def _titles() -> dict[str, str]:
    return {
        "what": _("What"),
        "name": _("Name"),
        "forms": _("Trafficking type"),
        "sectors": _("Sector"),
        "documents": _("Documents"),
        "years": _("Reference year"),
        "said": _("What is said"),
        "certainty": _("Certainty"),
    }


def _columns() -> dict[str, Any]:
    made = {
        name: st.column_config.TextColumn(title, width="medium" if name in _WIDER else "small")
        for name, title in _titles().items()
    }
    return made | {"documents": st.column_config.NumberColumn(_titles()["documents"], width="small")}


def _look(focuses: Sequence[str]) -> None:
    """Open the map at the row that was chosen."""
    chosen = st.session_state[_TABLE].selection.rows
    if chosen and chosen[0] < len(focuses):
        state.look_on_map(focuses[chosen[0]])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A row as a sentence: what it says, of which mark, what more is told of it, and its sources."""

    sentence: str
    focus: str
    told: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The sentences of one kind of mark."""

    what: str
    rows: list[_Sentence]


def sentences_html(rows: Iterable[Row], atlas: Atlas) -> Html:
    """Write a sentence for each row with its sources, under a heading for each kind of mark."""
    groups = [
        _Group(what=what, rows=[_sentence(row, atlas) for row in group])
        for what, group in groupby(rows, key=lambda row: row.what)
    ]
    return render("sentences", groups=groups)


def _sentence(row: Row, atlas: Atlas) -> _Sentence:
    said = [row.said, row.certainty, _("speaks of {years}").format(years=row.years)]
    if row.types:
        said.insert(0, forms_and_sectors(row.evidence))
    tail = "; ".join(part[:1].lower() + part[1:] for part in said)
    told = f"{tail[:1].upper()}{tail[1:]}."
    return _Sentence(sentence=row.sentence, focus=row.focus, told=told, sources=_sources(row, atlas))


def _sources(row: Row, atlas: Atlas) -> str:
    first = {claim.document: claim for claim in reversed(row.evidence.claims)}
    names = [short_citation(atlas.documents[ident], first[ident]) for ident in row.evidence.documents]
    if len(names) > _NAMED:
        names[_NAMED:] = [_("{n} more").format(n=len(names) - _NAMED)]
    return "; ".join(names)
