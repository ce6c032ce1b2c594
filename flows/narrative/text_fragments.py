"""Addresses that open a page at a passage of it, and the words to find a cited sentence by.

After "URL Fragment Text Directives" of the Web Incubator Community Group (scroll to text fragment).
"""

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from flows.i18n import translate as _
from geodata.model.claims import Claim
from geodata.model.documents import Document

_PART, _NONE = "part", "none"


def encoded(words: str) -> str:
    """Write words of a passage as a fragment names them."""
    # A dash, a comma and an ampersand mean something in the directive itself.
    return quote(words, safe="").replace("-", "%2D")


def at_words(address: str, parts: Iterable[str]) -> str:
    """Return an address with a fragment that marks a passage: its encoded words, or the first and last."""
    join = ":~:" if "#" in address else "#:~:"
    return f"{address}{join}text={','.join(parts)}"


def locator_link(document: Document, claim: Claim) -> str:
    """Return the address at which the sentence of a cited claim was read, at that sentence; "" for none."""
    address = claim.locator_url or document.url
    if not address or not claim.locator_start:
        return ""
    return at_words(address, [encoded(words) for words in (claim.locator_start, claim.locator_end) if words])


def found_by(claim: Claim) -> str:
    """Return the words by which a reader finds the sentence of a cited claim; never as a quotation."""
    return " … ".join(words for words in (claim.locator_start, claim.locator_end) if words)


def reading_note(claim: Claim) -> str:
    """Say where a claim's source was read only in part, not at all, or elsewhere; "" for all others."""
    if claim.reading == _NONE:
        return _("The source of this claim was not read.")
    if claim.reading == _PART:
        return _("Of the source only a part was read, and not this sentence.")
    host = urlsplit(claim.locator_url).hostname or ""
    return _("The sentence was read at {host}.").format(host=host.removeprefix("www.")) if host else ""
