"""The reader on the page: one component that holds the text, and what a reader picks in it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.narrative.passages import FoundPassage
from flows.narrative.reader import KINDS, Reading
from flows.query.folding import can_fold
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui import state
from flows.ui.views.reader_text import claims_data, kind_name, legend_html, rail_svg, text_html
from geodata.compute_once import OnceByKey
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim

READER, PICKED = "reader_text", "picked_passage"
_SCRIPT = Path(__file__).parents[3] / "assets" / "web" / "built" / "reader.js"
_TEXTS_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What a reader looks at in a text: the claims of a passage, and the sentence it stands in."""

    anchor: str
    claims: tuple[Claim, ...]


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")


def show_reader(
    atlas: Atlas, scene: Scene, reading: Reading | None, passage: FoundPassage | None = None
) -> None:
    """Show the text of a reading, at ``passage`` where there is one; without a reading only listen.

    The component also takes the clicks of the list of documents, so it is always there.
    """
    mount = st.components.v2.component(
        "atlas_reader", html=render("reader"), js=_script(), isolate_styles=False
    )
    mount(
        key=READER,
        data=_data(atlas, scene, reading, passage) if reading else {"key": "", "text": ""},
        on_picked_change=_take_picked,
        on_opened_change=_take_opened,
    )


def _data(atlas: Atlas, scene: Scene, reading: Reading, passage: FoundPassage | None) -> dict[str, Any]:
    shown = {claim.id for claim in scene.claims}
    fold = state.folds()
    return {
        "key": reading.document.id,
        "text": atlas.derived(_texts).get(
            (reading.document.id, language_in_use()), lambda: text_html(reading)
        ),
        "legend": legend_html(reading),
        "rail": rail_svg(reading),
        "claims": claims_data(reading, atlas.gazetteer),
        "runs": [run.start for run in reading.segments if run.claims],
        "length": len(reading.document.text),
        "off": [n for n, claim in enumerate(reading.claims) if claim.id not in shown],
        "veiled": [n for n, claim in enumerate(reading.claims) if fold and can_fold(claim)],
        # What was clicked is in view already; sending it would only send the text again.
        "passage": None if _own_pick(reading.document.id) else _named(passage),
        "words": _words(),
    }


def _texts(_atlas: Atlas) -> OnceByKey[tuple[str, str], str]:
    return OnceByKey(_TEXTS_KEPT)


def _named(passage: FoundPassage | None) -> dict[str, Any] | None:
    if passage is None or not passage.exact:
        return None
    return {"anchor": passage.sentence.anchor, "claims": [claim.id for claim in passage.claims]}


def _words() -> dict[str, Any]:
    return {
        "matches": _("{at} of {all}"),
        "none": _("No match"),
        "more": _("and {n} more"),
        "open": _("Click or press Enter: the evidence and a small map"),
        "copied": _("Link copied"),
        "kinds": {kind: kind_name(kind) for kind in KINDS},
    }


def picked(reading: Reading, passage: FoundPassage | None) -> Picked | None:
    """Return what the reader picked in this document, else the passage that its link names, if any."""
    found = _own_pick(reading.document.id)
    if found:
        named = set(found["claims"])
        claims = tuple(claim for claim in reading.claims if claim.id in named)
        return Picked(anchor=found["anchor"], claims=claims)
    if passage is None or not passage.exact:
        return None
    return Picked(anchor=passage.sentence.anchor, claims=passage.claims)


def _own_pick(document: str) -> dict[str, Any] | None:
    """Return the reader's own pick, unless a link has led elsewhere since."""
    found: dict[str, Any] = st.session_state.get(PICKED) or {}
    asked = state.parameter("document") or document
    if found.get("document") != document or asked != document:
        return None
    return found if found["anchor"] == state.parameter("passage") else None


def pick_nothing(document: str) -> None:
    """Close what is open beside the text of a document."""
    st.session_state.pop(PICKED, None)
    st.session_state[state.PARAMETERS] = {"document": document}


def _take_picked() -> None:
    """Take a passage that was clicked in the text, into the link too."""
    message = st.session_state[READER].get("picked") or {}
    document, anchor = str(message.get("document", "")), str(message.get("anchor", ""))
    claims = message.get("claims")
    named = [str(ident) for ident in claims] if isinstance(claims, list) else []
    st.session_state[PICKED] = {"document": document, "claims": named, "anchor": anchor}
    st.session_state[state.PARAMETERS] = {"document": document} | ({"passage": anchor} if anchor else {})
    st.session_state[state.SHOWN] = state.FIRST_CARDS


def _take_opened() -> None:
    """Open the document that was clicked in the list."""
    message = st.session_state[READER].get("opened") or {}
    st.session_state.pop(PICKED, None)
    state.go("sources", document=str(message.get("document", "")))
