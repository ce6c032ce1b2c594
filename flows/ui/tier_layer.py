"""The switch of the tier layer: off, or one year; and the caution that goes with it."""

from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.scene.tiers import caution, judgement, ranked_years
from flows.templates import render
from flows.ui import state
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """The caution about tiers; its second sentence, ``words``, opens the note that it rests on, if any."""

    judgement: str
    words: str
    note: str


def show_tier_layer(atlas: Atlas) -> None:
    """Show the choice of a year; nothing where the atlas holds no placement in tiers."""
    years = ranked_years(atlas)
    if not years:
        return
    st.selectbox(
        _("Tiers on the map"),
        [state.OFF, *years],
        key=state.TIERS,
        format_func=lambda year: str(year) if year else _("Off"),
        help=_("Fills each country with its place in the Trafficking in Persons Report of one year."),
    )
    if st.session_state.get(state.TIERS):
        st.html(render("caution", caution=caution_of(atlas), css_class="atlas-caution"))


def caution_of(atlas: Atlas) -> Caution:
    """Return the caution about tiers."""
    words, note = caution(atlas)
    return Caution(judgement=judgement(), words=words, note=note)
