"""The filters: each value with the number of claims that would remain if it were chosen.

Streamlit knows a pressed value by its words. Were the number among them, a second press before the
server's answer would name a value by words that are no longer its own, and be lost: a style writes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.meanings import meaning_of
from flows.query.claim_index import ClaimIndex
from flows.query.offered import offered_values
from flows.query.selection import WORDS
from flows.scene.names import collection_name, facet_titles, label
from flows.scene.picked_names import picked_names
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.labels import as_label
from flows.ui.tier_layer import show_tier_layer
from flows.ui.words_filter import show_words
from flows.ui.years import show_years
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term

MAIN = ("types", "sectors", "roles")
MORE = ("settings", "groups", "certainty", "assertion", "access")
# Pixels that a type is set in below its parent.
_DEPTH = 12


def show_filters(atlas: Atlas, index: ClaimIndex, scene: Scene) -> None:
    """Show the main filters in sight and the rest behind "more"."""
    numbers = {"collections": _collections_filter(atlas, scene)}
    first = "collections" if numbers["collections"] else MAIN[0]
    for facet in MAIN:
        numbers[facet] = _term_filter(facet, atlas, scene)
    chosen = sum(facet not in {"collections", *MAIN, WORDS} for facet in scene.selection.active())
    chosen += bool(st.session_state.get(state.TIERS))
    title = _("More filters ({n} in use)").format(n=chosen) if chosen else _("More filters")
    show_words()
    # With other words in its title Streamlit takes it for another one, which would be folded.
    state.keep_filters([state.MORE])
    # What is folded away is not made: a third of the page would be, for every press.
    more = st.expander(title, key=state.MORE, on_change="rerun")
    if more.open:
        with more:
            numbers |= _more_filters(atlas, index, scene)
    else:
        state.keep_filters((*MORE, "documents", "places", state.TIERS))
    st.html(render("numbers_style", facets=numbers))
    st.html(told_html(atlas, scene, first))


def told_html(atlas: Atlas, scene: Scene, first: str) -> Html:
    """Write below each heading how its values go together, and what each value means for who points at it."""
    within, between = _("any of these"), _("and any of these")
    others = (*MAIN, *MORE, "documents", "places")
    joined = dict.fromkeys(others, between) | {"years_filter": _("and any of these years"), first: within}
    definitions = {
        facet: [meaning_of(facet, value, atlas) for value in _offered(facet, atlas, scene)]
        for facet in ("collections", *MAIN, *MORE)
    }
    return render("filters_told", joined=joined, definitions=definitions)


def _offered(facet: str, atlas: Atlas, scene: Scene) -> list[str]:
    return offered_values(facet, atlas, scene.index, scene.selection.chosen(facet))


def _more_filters(atlas: Atlas, index: ClaimIndex, scene: Scene) -> dict[str, list[int]]:
    numbers = {facet: _term_filter(facet, atlas, scene) for facet in MORE}
    show_years(index, scene, facet_titles()["years"])
    _pick("documents", picked_names("documents", atlas, atlas.documents), scene)
    named = index.values("places") | scene.selection.places
    _pick("places", picked_names("places", atlas, named), scene)
    show_tier_layer(atlas)
    return numbers


def _collections_filter(atlas: Atlas, scene: Scene) -> list[int]:
    """Show the collections as pills, those whose documents are quoted first; nothing where there is one."""
    if len(atlas.collections) == 1 and not scene.selection.collections:
        return []
    options = offered_values("collections", atlas, scene.index)
    st.pills(
        facet_titles()["collections"],
        options,
        selection_mode="multi",
        key="collections",
        width="stretch",
        format_func=lambda name: as_label(collection_name(atlas.collections[name])),
    )
    return [scene.counts["collections"].get(name, 0) for name in options]


def _term_filter(facet: str, atlas: Atlas, scene: Scene) -> list[int]:
    options = _offered(facet, atlas, scene)
    if facet == "types":
        st.html(_types_style(options))
    st.pills(
        facet_titles()[facet],
        options,
        selection_mode="multi",
        key=facet,
        width="stretch",
        format_func=lambda slug: label(facet, slug),
    )
    return [scene.counts[facet].get(slug, 0) for slug in options]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Type:
    """How a type is shown among the others: in the colour of its family, set in so many pixels."""

    colour: str
    depth: int


def _types_style(options: Sequence[str]) -> Html:
    found = (term("types", slug) for slug in options)
    types = [
        _Type(colour=f"type-{kind.colour}", depth=_DEPTH if set(kind.parents) & set(options) else 0)
        for kind in found
    ]
    return render("types_style", types=types)


def _pick(facet: str, names: Mapping[str, str], scene: Scene) -> None:
    """Show a filter whose values are picked from a list, and what each means for who points at it."""
    meanings = {words: meaning_of(facet, ident, scene.atlas) for ident, words in names.items()}
    st.html(render("picked_means", facet=facet, meanings=meanings))
    counts = scene.counts[facet]
    st.multiselect(
        facet_titles()[facet],
        list(names),
        key=facet,
        format_func=lambda ident: f"{names[ident]} ({counts.get(ident, 0)})",
        placeholder=_("Any"),
    )
