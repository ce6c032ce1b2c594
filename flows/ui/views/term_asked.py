"""The term of the glossary that a reader asked for, before everything else on its page."""

from html import escape

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.glossary import entry_named, headings, nearest_term
from flows.ui.buttons import open_button

# Words of a link as they are shown back: longer ones are cut.
_SHOWN = 60


def show_term(asked: str) -> None:
    """Show the definition of a term, named as in ``types-forced_labor``; say so where it is unknown."""
    entry = entry_named(asked)
    if entry is None:
        st.html(f"<p class='atlas-notice' role='alert'>{_unknown(asked[:_SHOWN])}</p>")
        return
    facet = headings()[asked.partition("-")[0]]
    st.html(
        f"<section class='atlas-asked-term'><p class='atlas-kind'>{escape(facet)}</p>"
        f"<h3>{escape(entry.label)}</h3><p>{escape(entry.definition)}</p>"
        f"<p class='atlas-kind'>{escape(_('Source: {source}').format(source=entry.source))}</p></section>"
    )


def _unknown(asked: str) -> str:
    words = escape(_("The glossary has no term “{term}”.").format(term=asked))
    nearest = nearest_term(asked)
    entry = entry_named(nearest)
    if entry is None:
        return words
    offer = _("Read of “{term}” instead").format(term=entry.label)
    return f"{words} {open_button(offer, 'about', looks='atlas-quiet', term=nearest)}"
