"""The empty state: which filter to loosen where nothing is admitted."""

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.scene.names import facet_titles
from flows.scene.scene import Scene, compose
from flows.ui import state
from geodata.model.atlas import Atlas


def show_ways_back(atlas: Atlas, scene: Scene) -> None:
    """Offer each filter that would bring claims back, the best first."""
    found = [
        (facet, len(compose(atlas, scene.selection.without(facet)).claims))
        for facet in scene.selection.active()
    ]
    found.sort(key=lambda item: -item[1])
    for facet, count in found:
        if count:
            left = translate_count("{n} claim", "{n} claims", count)
            words = _("Clear “{filter}”: {left}").format(filter=facet_titles()[facet], left=left)
            st.button(words, key=f"loosen-{facet}", on_click=state.loosen, args=(facet,))
    st.button(_("Clear everything"), key="loosen-all", on_click=state.reset)
