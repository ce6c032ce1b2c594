"""The term of the glossary that a reader asked for, before everything else on its page."""

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.glossary import entry_named, headings, nearest_term
from flows.templates import Html, render

# Words of a link as they are shown back: longer ones are cut.
_SHOWN = 60


def show_term(asked: str) -> None:
    """Show the definition of a term, named as in ``types-forced_labor``; say so where it is unknown."""
    entry = entry_named(asked)
    if entry is None:
        st.html(_unknown(asked[:_SHOWN]))
    else:
        st.html(render("term", facet=headings()[asked.partition("-")[0]], entry=entry))


def _unknown(asked: str) -> Html:
    words = _("The glossary has no term “{term}”.").format(term=asked)
    nearest = nearest_term(asked)
    entry = entry_named(nearest)
    offer = _("Read of “{term}” instead").format(term=entry.label) if entry else ""
    return render("notice", text=words, offer=offer, target={"page": "about", "term": nearest})
