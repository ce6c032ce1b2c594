"""What is behind the passage that a reader picked: its links, a small map and the cards of its claims."""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.coverage import why_not_drawn
from flows.narrative.passages import fragment_link
from flows.narrative.reader import CodedSentence, Reading
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui.views.claims_shown import show_claims, show_mini_map
from flows.ui.views.reader_view import Picked, pick_nothing
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leads:
    """Where a passage leads: its place in the text, its link, and its place on the publisher's page."""

    anchor: str
    link: str
    outside: str


def show_passage(atlas: Atlas, scene: Scene, reading: Reading, picked: Picked | None) -> None:
    """Show what is behind ``picked``; without it, how to pick and all marks of the document."""
    if picked is None:
        st.html(render("passage_invitation"))
        show_mini_map(atlas, reading.claims, key="document_map")
        return
    st.button(
        _("Close"),
        key="close_passage",
        icon=":material/close:",
        type="tertiary",
        on_click=pick_nothing,
        args=(reading.document.id,),
    )
    sentence = next((found for found in reading.sentences if found.anchor == picked.anchor), None)
    st.html(_head(reading, picked, sentence))
    show_mini_map(atlas, picked.claims, key="passage_map")
    numbers = {claim.id: number for number, claim in enumerate(reading.claims, start=1)}
    show_claims(atlas, scene, picked.claims, [numbers[claim.id] for claim in picked.claims])


def _head(reading: Reading, picked: Picked, sentence: CodedSentence | None) -> Html:
    # What is framing says why on its card; a sentence without a claim has no card.
    why = why_not_drawn(sentence) if sentence and not picked.claims else ""
    return render("passage_head", passage=sentence and _leads(reading, picked, sentence), why=why)


def _leads(reading: Reading, picked: Picked, sentence: CodedSentence) -> _Leads:
    document = reading.document
    spans = [claim.passage for claim in picked.claims if claim.passage]
    start = min((passage.start for passage in spans), default=sentence.start)
    end = max((passage.end for passage in spans), default=sentence.end)
    outside = fragment_link(document, start, end)
    return _Leads(
        anchor=sentence.anchor,
        link=urlencode({"document": document.id, "passage": sentence.anchor}),
        outside=outside if outside.startswith(("https://", "http://")) else "",
    )
