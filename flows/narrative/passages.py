"""Passages by name: what a link means, what comes nearest to it, and the address on the publisher's page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flows.narrative.reader import FURNITURE, CodedSentence, Reading
from flows.narrative.text_fragments import at_words, encoded
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document

# Words of a passage that a fragment names in full; a longer one is named by its first and last words.
_NAMED_IN_FULL = 10
_ENDS = 5
# Words before a passage that tell it from another that begins alike.
_LEAD = 3
_ANCHOR = re.compile(r"s([0-9]{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """What a link's passage is: a sentence, or one claim's words in it; ``exact`` is false for a guess."""

    sentence: CodedSentence
    claims: tuple[Claim, ...]
    exact: bool


def find_passage(reading: Reading, wanted: str) -> FoundPassage | None:
    """Find the sentence (``s12``) or the claim that a link names, or else what comes nearest to it.

    Nothing for a document without sentences.
    """
    by_anchor = {sentence.anchor: sentence for sentence in reading.sentences}
    if wanted in by_anchor:
        return _found(reading, by_anchor[wanted])
    for claim in reading.claims:
        if claim.id == wanted:
            return _of_claim(reading, claim, exact=True)
    return _nearest(reading, wanted)


def _found(reading: Reading, sentence: CodedSentence, *, exact: bool = True) -> FoundPassage:
    return FoundPassage(sentence=sentence, claims=reading.quoted_by(sentence), exact=exact)


def _of_claim(reading: Reading, claim: Claim, *, exact: bool) -> FoundPassage | None:
    for sentence in reading.sentences:
        if claim.id in sentence.claims:
            return FoundPassage(sentence=sentence, claims=(claim,), exact=exact)
    return None


def _nearest(reading: Reading, wanted: str) -> FoundPassage | None:
    numbered = _ANCHOR.fullmatch(wanted)
    spoken = [sentence for sentence in reading.sentences if sentence.use != FURNITURE]
    if not spoken:
        return None
    if numbered:
        number = int(numbered[1])
        nearest = min(spoken, key=lambda sentence: abs(int(sentence.anchor[1:]) - number))
        return _found(reading, nearest, exact=False)
    words = {sentence.anchor: reading.document.text[sentence.start : sentence.end] for sentence in spoken}
    found = find_passage(reading, _most_alike(wanted, [claim.id for claim in reading.claims], words))
    return replace(found, exact=False) if found else None


def nearest_document(atlas: Atlas, wanted: str) -> Document:
    """Return the document whose id or title is most like ``wanted``."""
    titles = {ident: f"{found.title} {found.year}" for ident, found in atlas.documents.items()}
    return atlas.documents[_most_alike(wanted, list(titles), titles)]


def _most_alike(wanted: str, idents: Sequence[str], words: Mapping[str, str]) -> str:
    """Return the id, or the key of the words, most like those wanted; any where nothing is like them."""
    from rapidfuzz import fuzz, process, utils

    by_id = process.extractOne(wanted, idents, scorer=fuzz.ratio)
    by_words = process.extractOne(wanted, words, scorer=fuzz.token_set_ratio, processor=utils.default_process)
    best = max(filter(None, (by_id, by_words)), key=lambda found: found[1], default=None)
    if best is None:
        return next(iter(words))
    return str(best[0] if best is by_id else best[2])


def fragment_link(document: Document, start: int, end: int) -> str:
    """Return the publisher's address with a fragment that marks a passage there; "" without an address.

    A short passage is named in full, a longer one by its first and last words; words before it are
    added where the text has others that begin alike.
    """
    words = _published_words(document, start, end)
    if not document.url or not words:
        return document.url
    whole = len(words) <= _NAMED_IN_FULL and "\n" not in document.text[start:end]
    ends = [words] if whole else [words[:_ENDS], words[-_ENDS:]]
    parts = [encoded(" ".join(part)) for part in ends]
    if _squeezed(document.text).count(_squeezed(" ".join(ends[0]))) > 1:
        parts[:0] = [f"{encoded(lead)}-" for lead in [_words_before(document, start)] if lead]
    return at_words(document.url, parts)


def _published_words(document: Document, start: int, end: int) -> list[str]:
    """Return the words of a passage as they were published: none that an editorial mark completes."""
    found = [
        (start + word.start(), start + word.end()) for word in re.finditer(r"\S+", document.text[start:end])
    ]
    marked = [mark.position for mark in document.editorial]
    while found and any(found[0][0] <= position <= found[0][1] for position in marked):
        found = found[1:]
    return [document.text[first:last] for first, last in found]


def _words_before(document: Document, start: int) -> str:
    line = document.text[:start].rpartition("\n")[2]
    return " ".join(line.split()[-_LEAD:])


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())
