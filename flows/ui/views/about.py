"""The page about the atlas: how it was made and is read, the glossary, and how to report an error."""

from html import escape
from urllib.parse import quote

import streamlit as st

from flows import __version__
from flows.language import translate as _
from flows.links import Request
from flows.narrative.about import chapters
from flows.narrative.glossary import FACETS, entries, headings
from flows.scene import Scene
from flows.ui import state
from geodata.atlas import Atlas


def show_about(atlas: Atlas, _scene: Scene, _request: Request) -> None:
    """Show the chapters, how to cite, the report of an error, and the glossary."""
    with st.container(key="about"):
        title = f"<h2>{escape(_('About the atlas'))}</h2>"
        st.html(f"<div class='atlas-prose'>{title}{_contents()}{_chapters()}</div>")
        st.html(f"<div class='atlas-prose'>{_cite(atlas)}</div>")
        _show_report(atlas)
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


def _show_report(atlas: Atlas) -> None:
    lead = _("Write the id of the claim, as its citation names it. Nothing is sent by itself.")
    st.html(
        f"<div class='atlas-prose'><section id='report'><h3>{escape(_('Report an error in a claim'))}</h3>"
        f"<p>{escape(lead)}</p></section></div>"
    )
    ident = st.text_input(
        _("Id of the claim"), value=state.parameter("claim"), key="report_claim", max_chars=80
    )
    if not ident:
        return
    claim = atlas.claim(ident.strip())
    if claim is None:
        st.html(f"<p class='atlas-notice'>{escape(_('No claim has this id.'))}</p>")
        return
    text = _("Claim {id} ({document}, {year}) says: {statement}\nWhat is wrong with it:\n").format(
        id=claim.id,
        document=atlas.documents[claim.document].title,
        year=claim.year,
        statement=claim.statement,
    )
    st.code(text, language=None, wrap_lines=True)
    subject = _("Error in claim {id}").format(id=claim.id)
    st.link_button(_("Write a mail with this text"), f"mailto:?subject={quote(subject)}&body={quote(text)}")


def _glossary() -> str:
    titles = headings()
    lists = "".join(f"<h4>{escape(titles[facet])}</h4><dl>{_terms(facet)}</dl>" for facet in FACETS)
    return f"<section id='glossary'><h3>{escape(_('Glossary'))}</h3>{lists}</section>"


def _terms(facet: str) -> str:
    return "".join(
        f"<dt id='{entry.id}'>{escape(entry.label)}</dt><dd>{escape(entry.definition)} "
        f"<cite>{escape(entry.source)}</cite></dd>"
        for entry in entries(facet)
    )
