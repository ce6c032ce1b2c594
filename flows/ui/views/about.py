"""The page about the atlas: how it was made and is read, the glossary, and how to report an error."""

from dataclasses import dataclass

import streamlit as st

from flows import __version__
from flows.i18n import translate as _
from flows.narrative.about import chapters
from flows.narrative.audits import Audited, read_audits
from flows.narrative.glossary import Entry, entries, headings
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.views.report import show_report
from flows.ui.views.term_asked import show_term
from geodata.load import chosen_collections, default_collections
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facet:
    """The terms of one facet under their title."""

    title: str
    entries: tuple[Entry, ...]


def show_about(atlas: Atlas, _scene: Scene, _request: Request) -> None:
    """Show the chapters, how to cite, the report of an error, and the glossary.

    What the page was opened for, a term or a claim to report, stands first.
    """
    claim = state.parameter("claim")
    with st.container(key="about"):
        st.html(render("page_heading", title=_("About the atlas"), lead=""))
        if state.parameter("term"):
            show_term(state.parameter("term"))
        if claim:
            show_report(atlas, claim)
        st.html(render("about", chapters=chapters(atlas, atlas.derived(_audits))))
        st.html(render("how_to_cite", version=__version__, collections=list(atlas.collections.values())))
        if not claim:
            show_report(atlas, "")
        st.html(_glossary())


def _audits(_atlas: Atlas) -> tuple[Audited, ...]:
    """Read the audits of the loaded collections once, as far as these are folders."""
    return read_audits(chosen_collections() or default_collections())


def _glossary() -> Html:
    facets = [_Facet(title=title, entries=entries(facet)) for facet, title in headings().items()]
    return render("glossary", facets=facets)
