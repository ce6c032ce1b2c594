"""The switch of the tier layer: off, or one year; and the caution that goes with it."""

from html import escape

import streamlit as st

from flows.i18n import translate as _
from flows.scene.tiers import caution, judgement, ranked_years
from flows.ui import state
from geodata.model.atlas import Atlas


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
    if st.session_state[state.TIERS]:
        st.html(f"<p class='atlas-caution'>{caution_html(atlas)}</p>")


def narrow_caution(atlas: Atlas, year: int | None) -> str:
    """Write the caution for under the map, where a narrow window folds the legend away; "" when it is off."""
    return f"<p class='atlas-caution atlas-narrow'>{caution_html(atlas)}</p>" if year else ""


def caution_html(atlas: Atlas) -> str:
    """Write the caution about tiers; its second sentence is a button that opens the note behind it."""
    words, note = caution(atlas)
    if not note:
        return escape(judgement())
    return (
        f"{escape(judgement())} <button type='button' data-atlas-focus='note:{note}'>{escape(words)}</button>"
    )
