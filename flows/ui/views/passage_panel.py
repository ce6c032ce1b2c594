"""What is behind the passage that a reader picked: its links, a small map and the cards of its claims."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.coverage import why_not_drawn
from flows.narrative.passages import fragment_link
from flows.narrative.reader import CodedSentence, Reading
from flows.scene.scene import Scene
from flows.ui.views.claims_shown import show_claims, show_mini_map
from flows.ui.views.reader_view import Picked, pick_nothing
from geodata.model.atlas import Atlas


def show_passage(atlas: Atlas, scene: Scene, reading: Reading, picked: Picked | None) -> None:
    """Show what is behind ``picked``; without it, how to pick and all marks of the document."""
    if picked is None:
        _show_invitation(atlas, reading)
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


def _show_invitation(atlas: Atlas, reading: Reading) -> None:
    words = _(
        "Choose a marked passage in the text: its claims and a small map of them open here. With the "
        "keyboard, the arrows lead from passage to passage, and Enter opens one."
    )
    title, marks = _("Behind the words"), _("All that this document draws on the map:")
    st.html(
        f"<div class='passage-head'><h2>{escape(title)}</h2>"
        f"<p>{escape(words)}</p><p>{escape(marks)}</p></div>"
    )
    show_mini_map(atlas, reading.claims, key="document_map")


def _head(reading: Reading, picked: Picked, sentence: CodedSentence | None) -> str:
    title = _("Passage")
    parts = [f"<h2>{escape(title)}</h2>"]
    if sentence:
        # What is framing says why on its card; a sentence without a claim has no card.
        why = "" if picked.claims else why_not_drawn(sentence)
        parts += [f"<p class='passage-why'>{escape(why)}</p>"] if why else []
        parts.append(f"<div class='passage-leads'>{_leads(reading, picked, sentence)}</div>")
    return f"<div class='passage-head'>{''.join(parts)}</div>"


def _leads(reading: Reading, picked: Picked, sentence: CodedSentence) -> str:
    document = reading.document
    link = escape(urlencode({"document": document.id, "passage": sentence.anchor}), quote=True)
    spans = [claim.passage for claim in picked.claims if claim.passage]
    start = min((passage.start for passage in spans), default=sentence.start)
    end = max((passage.end for passage in spans), default=sentence.end)
    shown, copy, done = _("Show in the text"), _("Copy link to this passage"), _("Link copied")
    return (
        f"<button type='button' data-reader-to='{sentence.anchor}'>{escape(shown)}</button>"
        f"<button type='button' data-reader-link='{link}' data-reader-done='{escape(done, quote=True)}'>"
        f"{escape(copy)}</button>{_outside(fragment_link(document, start, end))}"
    )


def _outside(address: str) -> str:
    if not address.startswith(("https://", "http://")):
        return ""
    words = _("This passage on the publisher’s page")
    return f"<a href='{escape(address, quote=True)}' target='_blank'>{escape(words)}</a>"
