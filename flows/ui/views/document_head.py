"""The head of a document: what it is, who published it, and how much of it is coded."""

from html import escape

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.coverage import coverage_line
from flows.narrative.reader import Reading
from flows.ui.views.document_list import address_html
from geodata.model.documents import Document


def show_document_head(document: Document, reading: Reading | None, facts: int, left_out: int) -> None:
    """Show the head; ``facts`` are all claims of the document, ``left_out`` those that the filters hide."""
    st.html(
        f"<header class='source-head'>{_about(document)}{_coded(document, reading, facts, left_out)}</header>"
    )


def _about(document: Document) -> str:
    author = "" if document.publisher.startswith(document.author) else document.author
    named = [author, document.publisher, str(document.year), document.licence]
    line = " · ".join(escape(part) for part in named if part)
    address = address_html(document, words=_("Open the publisher's page"))
    return f"<h2>{escape(document.title)}</h2><p>{line}</p>" + (f"<p>{address}</p>" if address else "")


def _coded(document: Document, reading: Reading | None, facts: int, left_out: int) -> str:
    if reading:
        line = coverage_line(reading)
    else:
        line = translate_count(
            "{n} fact, paraphrased in our own words; the text itself is not shipped.",
            "{n} facts, paraphrased in our own words; the text itself is not shipped.",
            facts,
        )
    parts = [f"<p class='source-coverage'>{escape(line)}</p>"]
    if left_out:
        hidden = translate_count(
            "The filters leave out {n} of its claims.", "The filters leave out {n} of its claims.", left_out
        )
        faint = " " + _("Their passages are underlined only.") if reading else ""
        parts.append(f"<p>{escape(hidden + faint)}</p>")
    if document.note:
        title = escape(_("About this text"))
        parts.append(f"<details><summary>{title}</summary><p>{escape(document.note)}</p></details>")
    return "".join(parts)
