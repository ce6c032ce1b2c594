"""The labels of Streamlit's widgets are Markdown; a text of a collection in one is shown as it is written."""

import re

# Each of these may be escaped in Markdown, Streamlit's own `:red[…]` and `$…$` with them.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What Streamlit replaces though it is escaped: arrows and signs that stand alone, and its logo.
_REPLACED = re.compile(r"(?<!\S)([-<>~])(?=(?:-|->|>|=)(?!\S))|(:)(?=streamlit:)")
# An invisible sign between two letters, which changes neither.
_WORD_JOINER = "\u2060"


def as_label(text: str) -> str:
    """Return a text of a collection as Markdown that shows just this text, on one line."""
    apart = _REPLACED.sub(lambda found: found[0] + _WORD_JOINER, " ".join(text.split()))
    return _PUNCTUATION.sub(r"\\\1", apart)
