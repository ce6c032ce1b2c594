"""The Sources page: every document, the shipped ones in full with all that is coded in them."""

from functools import cache

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.passages import FoundPassage, find_passage, nearest_document
from flows.narrative.reader import Reading, reading_of
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.labels import as_label
from flows.ui.views.claims_shown import show_claims, show_mini_map
from flows.ui.views.document_head import show_document_head
from flows.ui.views.document_list import in_order, show_list
from flows.ui.views.passage_panel import show_passage
from flows.ui.views.reader_view import picked, show_reader
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document

_STYLE = "web/reader.css"
# The list, the text, and what is behind it: the text has the room for some 68 letters a line.
_COLUMNS = (21, 53, 26)
# Words of a link as they are shown back: longer ones are cut.
_SHOWN = 60
_EXCERPT = 90


@cache
def _style() -> Html:
    return render("style", variables="", names=[_STYLE])


def show_sources(atlas: Atlas, scene: Scene, _request: Request) -> None:
    """Show the list of documents and the one that the link names, at its passage where it names one."""
    st.html(_style())
    asked = state.parameter("document")
    document = atlas.documents.get(asked) if asked else next(iter(in_order(atlas.documents.values())), None)
    reading = reading_of(atlas, document.id) if document and document.text else None
    left, middle, right = st.columns(_COLUMNS, gap=None)
    with left, st.container(key="source_list"):
        if reading:  # with the Tab key the list takes two presses a document
            st.html(render("skip_link"))
        show_list(atlas, document.id if document else "")
    passage = find_passage(reading, state.parameter("passage")) if reading and _asks_passage() else None
    with middle, st.container(key="source"):
        if document:
            _show_document(atlas, scene, document, reading, passage)
        else:
            _show_unknown(atlas, asked)
        show_reader(atlas, scene, reading, passage)
    with right, st.container(key="passage"):
        if reading:
            show_passage(atlas, scene, reading, picked(reading, passage))
        elif document:
            show_mini_map(atlas, _facts(atlas, document), key="document_map")


def _asks_passage() -> bool:
    return bool(state.parameter("passage"))


def _facts(atlas: Atlas, document: Document) -> list[Claim]:
    return [claim for claim in atlas.claims if claim.document == document.id]


def _show_document(
    atlas: Atlas, scene: Scene, document: Document, reading: Reading | None, passage: FoundPassage | None
) -> None:
    facts = _facts(atlas, document)
    shown = {claim.id for claim in scene.claims}
    left_out = sum(claim.id not in shown for claim in facts)
    show_document_head(document, reading, len(facts), left_out)
    if _asks_passage() and not (passage and passage.exact):
        _show_unknown_passage(document, reading, passage)
    if reading is None:
        show_claims(atlas, scene, facts, range(1, len(facts) + 1))


def _show_unknown(atlas: Atlas, asked: str) -> None:
    words = _("The atlas has no document “{document}”.").format(document=asked[:_SHOWN])
    st.html(render("notice", text=words, offer="", target=None))
    if atlas.documents:
        nearest = nearest_document(atlas, asked[:_SHOWN])
        st.button(
            _("Open “{title}”, {year}").format(title=as_label(nearest.title), year=nearest.year),
            key="nearest_document",
            on_click=state.go,
            args=("sources",),
            kwargs={"document": nearest.id},
        )


def _show_unknown_passage(document: Document, reading: Reading | None, nearest: FoundPassage | None) -> None:
    asked = state.parameter("passage")[:_SHOWN]
    if reading is None:
        words = _("Only documents that are read in full have passages; “{passage}” leads nowhere here.")
    else:
        words = _("This document has no passage “{passage}”.")
    st.html(render("notice", text=words.format(passage=asked), offer="", target=None))
    if nearest:
        sentence = nearest.sentence
        text = " ".join(document.text[sentence.start : sentence.end].split())
        excerpt = text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0].rstrip(",;:") + " …"
        st.button(
            _("Go to the nearest: “{excerpt}”").format(excerpt=as_label(excerpt)),
            key="nearest_passage",
            on_click=state.go,
            args=("sources",),
            kwargs={"document": document.id, "passage": sentence.anchor},
        )
