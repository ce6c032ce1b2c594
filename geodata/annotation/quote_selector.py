"""Selectors: the words that lead back to a passage when its table is read again.

The reverse of `geodata.annotation.anchoring`, after the TextQuoteSelector of the W3C Web Annotation Data
Model.
"""

from geodata.annotation.anchoring import AnchoringError, anchor
from geodata.model.claims import Passage

# Characters on either side that tell a repeated quote apart, tried in turn; a cell holds no more.
_WIDTHS = (0, 30, 60, 120, 240, 480, 900)


def surroundings(text: str, passage: Passage) -> tuple[str, str]:
    """Return the prefix and suffix that a quote needs to be found again at its place in a text.

    Both are empty where the quote stands there only once. A quote that even 900 characters on either side do
    not tell apart keeps those, and reading it again is an error with all its places.
    """
    found = ("", "")
    for width in _WIDTHS:
        found = _before(text, passage.start, width), _after(text, passage.end, width)
        if _leads_back(text, passage, *found):
            break
    return found


def _leads_back(text: str, passage: Passage, prefix: str, suffix: str) -> bool:
    try:
        return anchor(text, passage.quote, prefix, suffix) == (passage.start, passage.end)
    except AnchoringError:
        return False


def _before(text: str, start: int, width: int) -> str:
    words = text[max(0, start - width) : start]
    # A word that is cut may compose otherwise than the whole one.
    return words.partition(" ")[2] if start > width and width and " " in words else words


def _after(text: str, end: int, width: int) -> str:
    words = text[end : end + width]
    return words.rpartition(" ")[0] if end + width < len(text) and " " in words else words
