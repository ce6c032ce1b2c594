"""Where quoted words begin and end: what is cut out of a sentence is shown to be so."""

from geodata.model.documents import Document

# What ends a sentence of a text whose sentences nobody has marked, with what may stand behind it.
_ENDS = (".", "!", "?", ":", "\n")
_CLOSING = "\"'”’)]"
_CUT = "…"


def begins_sentence(document: Document, at: int) -> bool:
    """Tell whether a sentence or a paragraph begins at a position of a text, spaces aside."""
    text = document.text
    first = at + len(text[at:]) - len(text[at:].lstrip())
    before = text[:first].rstrip(" \t")
    if not before or before.endswith("\n"):
        return True
    if document.sentences:
        return any(sentence.start == first for sentence in document.sentences)
    return before.rstrip(_CLOSING).endswith(_ENDS)


def ends_sentence(document: Document, at: int) -> bool:
    """Tell whether a sentence or a paragraph ends at a position of a text, spaces aside."""
    text = document.text
    last = len(text[:at].rstrip())
    after = text[last:].lstrip(" \t")
    if not after or after.startswith("\n"):
        return True
    if document.sentences:
        return any(sentence.end == last for sentence in document.sentences)
    return text[:last].rstrip(_CLOSING).endswith(_ENDS)


def cut_before(document: Document, at: int) -> str:
    """Return the sign for words left out in front of a position: "… ", or "" where a sentence begins."""
    return "" if begins_sentence(document, at) else f"{_CUT} "


def cut_after(document: Document, at: int) -> str:
    """Return the sign for words left out behind a position: " …", or "" where a sentence ends."""
    return "" if ends_sentence(document, at) else f" {_CUT}"
