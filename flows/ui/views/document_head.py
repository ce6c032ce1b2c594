"""The head of a document: what it is, who published it, and how much of it is coded."""

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.coverage import coverage_line
from flows.narrative.reader import Reading
from flows.templates import render
from flows.ui.views.document_list import web_address
from geodata.model.documents import Document


def show_document_head(document: Document, reading: Reading | None, facts: int, left_out: int) -> None:
    """Show the head; ``facts`` are all claims of the document, ``left_out`` those that the filters hide."""
    author = "" if document.publisher.startswith(document.author) else document.author
    about = (author, document.publisher, str(document.year), document.licence)
    st.html(
        render(
            "document_head",
            document=document,
            about=" · ".join(part for part in about if part),
            address=web_address(document),
            coverage=coverage_line(reading) if reading else _paraphrased(facts),
            hidden=_hidden(reading, left_out),
        )
    )


def _paraphrased(facts: int) -> str:
    return translate_count(
        "{n} fact, paraphrased in our own words; the text itself is not shipped.",
        "{n} facts, paraphrased in our own words; the text itself is not shipped.",
        facts,
    )


def _hidden(reading: Reading | None, left_out: int) -> str:
    """Say how many claims the filters leave out; "" for none."""
    if not left_out:
        return ""
    hidden = translate_count(
        "The filters leave out {n} of its claims.", "The filters leave out {n} of its claims.", left_out
    )
    return f"{hidden} {_('Their passages are underlined only.')}" if reading else hidden
