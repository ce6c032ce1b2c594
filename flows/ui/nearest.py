"""What is offered to a reader whose link names something that the atlas has not."""

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.focus_lookup import is_known, nearest
from flows.query.focus import Focus
from flows.ui.buttons import focus_button
from geodata.model.atlas import Atlas


def show_nearest(atlas: Atlas, focus: Focus | None) -> None:
    """Offer the nearest to an unknown focus, where there is one."""
    found = None if focus is None or is_known(focus, atlas) else nearest(focus, atlas)
    if found is None:
        return
    address, name = found
    with st.container(key="nearest"):
        st.html(focus_button(_("Look at “{name}” instead").format(name=name), address, looks="atlas-quiet"))
