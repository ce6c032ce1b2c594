"""The empty state: nothing is admitted, and which filter to loosen."""

from html import escape

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.scene.scene import Scene, compose
from flows.ui import state
from flows.ui.filters import headings
from geodata.model.atlas import Atlas


def show_empty(atlas: Atlas, scene: Scene) -> None:
    """Say that nothing matches, and offer each filter that would bring claims back, the best first."""
    found = [
        (facet, len(compose(atlas, scene.selection.without(facet)).claims))
        for facet in scene.selection.active()
    ]
    found.sort(key=lambda item: -item[1])
    text = _(
        "No claim matches all of these filters. That is not a finding: it says only that the documents "
        "do not name it."
    )
    st.html(f"<div class='atlas-story'><h2>{escape(_('Nothing to show'))}</h2><p>{escape(text)}</p></div>")
    for facet, count in found:
        if count:
            left = translate_count("{n} claim", "{n} claims", count)
            words = _("Loosen “{filter}”: {left}").format(filter=headings()[facet], left=left)
            st.button(words, key=f"loosen-{facet}", on_click=state.loosen, args=(facet,))
    st.button(_("Loosen everything"), key="loosen-all", on_click=state.reset)
