"""The report of an error in a claim: a prepared text to copy or mail; nothing is sent by itself."""

from urllib.parse import quote

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.claim_focus import focus_of
from flows.query.focus import Focus
from flows.query.links import Request, write_link
from flows.query.selection import Selection
from flows.templates import Html, render
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.name_index import NameIndex

_KEY, _ASKED = "report_claim", "report_asked"
_LONGEST = 80


def show_report(atlas: Atlas, asked: str) -> None:
    """Show the field for the id of a claim, ``asked`` to begin with, and the text for the one it names."""
    st.html(render("report"))
    if _KEY not in st.session_state or st.session_state.get(_ASKED) != asked:
        st.session_state[_KEY] = asked[:_LONGEST]
    st.session_state[_ASKED] = asked
    with st.container(key="report"):
        ident = st.text_input(_("Id of the claim"), key=_KEY, max_chars=_LONGEST).strip()
        claim = atlas.claim(ident)
        if claim:
            _show_text(atlas, claim)
        elif ident:
            st.html(_unknown(atlas, ident))


def _unknown(atlas: Atlas, ident: str) -> Html:
    words = _("No claim has the id “{id}”.").format(id=ident)
    nearest = NameIndex((claim.id, (claim.id,)) for claim in atlas.claims).closest(ident)
    offer = _("Take {id} instead").format(id=nearest) if nearest else ""
    return render("notice", text=words, offer=offer, target={"page": "about", "claim": nearest})


def report_text(atlas: Atlas, claim: Claim, home: str) -> str:
    """Write the text of a report: the claim's id, document, year and words, and a link to its mark.

    ``home`` is the address of the atlas, up to its last "/".
    """
    focus = Focus.from_text(focus_of(claim, atlas.gazetteer))
    return _(
        "Claim {id} ({document}, {year}) says: {statement}\nIts mark on the map: {link}\n"
        "What is wrong with it:\n"
    ).format(
        id=claim.id,
        document=atlas.documents[claim.document].title,
        year=claim.year,
        statement=claim.statement,
        link=f"{home}?{write_link(Request(selection=Selection(), focus=focus))}",
    )


def _show_text(atlas: Atlas, claim: Claim) -> None:
    home = str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    text = report_text(atlas, claim, f"{home}/")
    st.code(text, language=None, wrap_lines=True)
    subject = _("Error in claim {id}").format(id=claim.id)
    st.link_button(_("Write a mail with this text"), f"mailto:?subject={quote(subject)}&body={quote(text)}")
