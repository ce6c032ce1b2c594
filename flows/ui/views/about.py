"""The page about the atlas: how it was made and is read, the glossary, and how to report an error."""

from html import escape

import streamlit as st

from flows import __version__
from flows.i18n import translate as _
from flows.narrative.about import chapters
from flows.narrative.glossary import entries, headings
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.ui import state
from flows.ui.views.report import show_report
from flows.ui.views.term_asked import show_term
from geodata.model.atlas import Atlas


def show_about(atlas: Atlas, _scene: Scene, _request: Request) -> None:
    """Show the chapters, how to cite, the report of an error, and the glossary.

    What the page was opened for, a term or a claim to report, stands first.
    """
    claim = state.parameter("claim")
    with st.container(key="about"):
        st.html(f"<div class='atlas-prose'><h2>{escape(_('About the atlas'))}</h2></div>")
        if state.parameter("term"):
            show_term(state.parameter("term"))
        if claim:
            show_report(atlas, claim)
        st.html(f"<div class='atlas-prose'>{_contents()}{_chapters()}</div>")
        st.html(f"<div class='atlas-prose'>{_cite(atlas)}</div>")
        if not claim:
            show_report(atlas, "")
        st.html(f"<div class='atlas-prose'>{_glossary()}</div>")


def _contents() -> str:
    links = [(chapter.id, chapter.title) for chapter in chapters()]
    links += [("cite", _("How to cite")), ("report", _("Report an error")), ("glossary", _("Glossary"))]
    rows = "".join(f"<li><a href='#{ident}'>{escape(title)}</a></li>" for ident, title in links)
    return f"<nav aria-label='{escape(_('Contents'), quote=True)}'><ul>{rows}</ul></nav>"


def _chapters() -> str:
    return "".join(
        f"<section id='{chapter.id}'><h3>{escape(chapter.title)}</h3>"
        + "".join(f"<p>{escape(text)}</p>" for text in chapter.paragraphs)
        + "</section>"
        for chapter in chapters()
    )


def _cite(atlas: Atlas) -> str:
    citation = _(
        "Trafficking flows of the Western Hemisphere: an atlas of what documents say, version {version}."
    ).format(version=__version__)
    names = "".join(
        f"<li>{escape(found.title)}: {escape(found.description)}</li>" for found in atlas.collections.values()
    )
    return (
        f"<section id='cite'><h3>{escape(_('How to cite'))}</h3><p>{escape(citation)}</p>"
        f"<p>{escape(_('Better still, cite the document: every card holds a citation to copy.'))}</p>"
        f"<ul>{names}</ul></section>"
    )


def _glossary() -> str:
    lists = "".join(
        f"<h4>{escape(title)}</h4><dl>{_terms(facet)}</dl>" for facet, title in headings().items()
    )
    return f"<section id='glossary'><h3>{escape(_('Glossary'))}</h3>{lists}</section>"


def _terms(facet: str) -> str:
    return "".join(
        f"<dt id='{entry.id}'>{escape(entry.label)}</dt><dd>{escape(entry.definition)} "
        f"<cite>{escape(entry.source)}</cite></dd>"
        for entry in entries(facet)
    )
