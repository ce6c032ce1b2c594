"""What a reader sees when something goes wrong: a sentence and a way on, never a traceback."""

import logging

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.unread import unread_collections
from geodata.problems import AtlasError

_log = logging.getLogger(__name__)


def show_mishap(error: Exception) -> bool:
    """Show ``error`` as a sentence, keep its details in the server's log, and say that it was handled."""
    _log.error("The page could not be shown.", exc_info=error)
    if isinstance(error, AtlasError):
        words = unread_collections()
    else:
        words = _(
            "The page could not be shown. Load it anew; if that does not help, open it without the part "
            "of the address after “?”."
        )
    st.error(words)
    return True
