"""Which claims and documents hold the words of a search: one index of all texts, which the page reads too.

The browser's reader of its table is `assets/web/map/word_index.js`, held to this one by a shared test.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from flows.query.word_search import Part, parts_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.name_index import fold

# The languages in which sources may be written, and the stemmer of each.
_STEMMERS = {"en": "english", "es": "spanish", "pt": "portuguese", "fr": "french", "nl": "dutch"}
# Statements are written in English, whatever the language of their source.
_OURS = "en"
_WORD = re.compile(r"[^\W_]+")
# Stands between two texts of a claim, so that no phrase goes from one into the other.
_BREAK = -1
# A word that no text has answers as the words that it begins, from so many letters on …
_BEGINNING = 3
# … or as a stem of so many letters that it goes beyond by an ending of so many.
_STEM, _ENDING = 4, 3


class WordIndex:
    """The words of all claims and documents by number, the most frequent first, with their stems."""

    def __init__(self, atlas: Atlas) -> None:
        claims = [_texts_of(claim) for claim in atlas.claims]
        titles = {document.id: _names_of(document) for document in atlas.documents.values()}
        words = _Words()
        often = Counter(
            word for texts in (*claims, *titles.values()) for text in texts for word in words.of(text)
        )
        self.words = tuple(sorted(often, key=lambda word: (-often[word], word)))
        self._numbers = {word: number for number, word in enumerate(self.words)}
        self._stems = _stems(self.words, _by_language(atlas, claims, titles))
        self._families = _inverted(self._stems)
        self.claims = tuple(self._numbered(texts, words) for texts in claims)
        self.documents = {ident: self._numbered(texts, words) for ident, texts in titles.items()}
        self._holding = _holding(self.claims)

    def admitted(self, searches: Iterable[str]) -> int:
        """Return the bit set of the claims that any of these searches finds."""
        return reduce(or_, (self._found(search) for search in searches), 0)

    def answering(self, word: str) -> frozenset[str]:
        """Return the known words that a word of a search finds.

        One that is known finds those with the same stem. Any other finds the words that it begins and those
        whose stem it is; where there is none, those of the longest stem that
        it goes beyond by a short ending.
        """
        if word in self._stems:
            return frozenset(found for stem in self._stems[word] for found in self._families[stem])
        begun = [known for known in self.words if known.startswith(word)] if len(word) >= _BEGINNING else []
        found = frozenset([*begun, *self._families.get(word, ())])
        if found:
            return found
        stems = (word[:-ending] for ending in range(1, _ENDING + 1) if len(word) - ending >= _STEM)
        return frozenset(next((self._families[stem] for stem in stems if stem in self._families), ()))

    def table(self) -> dict[str, Any]:
        """Return the index as the page reads it; JSON-ready.

        ``words`` and ``stems`` are texts; ``stems_of`` has the stems of each word by number, one or a list;
        ``claims`` and ``documents`` (by id) have the words of each by number, -1 between two texts.
        """
        stems = sorted(self._families)
        numbers = {stem: number for number, stem in enumerate(stems)}
        stems_of = [sorted(numbers[stem] for stem in self._stems[word]) for word in self.words]
        return {
            "words": self.words,
            "stems": stems,
            "stems_of": [found[0] if len(found) == 1 else found for found in stems_of],
            "claims": self.claims,
            "documents": self.documents,
        }

    def _found(self, search: str) -> int:
        parts = parts_of(search)
        return reduce(and_, (self._found_part(part) for part in parts)) if parts else 0

    def _found_part(self, part: Part) -> int:
        if not part.exact:
            answering = (self._numbers[word] for word in self.answering(part.words[0]))
            return reduce(or_, (self._holding.get(number, 0) for number in answering), 0)
        if any(word not in self._numbers for word in part.words):
            return 0
        phrase = tuple(self._numbers[word] for word in part.words)
        return sum(1 << claim for claim, text in enumerate(self.claims) if _holds(text, phrase))

    def _numbered(self, texts: Iterable[str], words: "_Words") -> tuple[int, ...]:
        found: list[int] = []
        for text in filter(None, texts):
            found += [_BREAK] * bool(found)
            found += (self._numbers[word] for word in words.of(text))
        return tuple(found)


class _Words:
    """The folded words of texts; each written word is folded once, since folding takes its time."""

    def __init__(self) -> None:
        self._folded: dict[str, list[str]] = {}

    def of(self, text: str) -> Iterator[str]:
        for written in text.split():
            if written not in self._folded:
                self._folded[written] = fold(written).split()
            yield from self._folded[written]


def _texts_of(claim: Claim) -> tuple[str, ...]:
    return (claim.statement, claim.passage.quote if claim.passage else "")


def _names_of(document: Document) -> tuple[str, ...]:
    return (document.title, document.author, document.publisher)


def _by_language(
    atlas: Atlas, claims: Sequence[tuple[str, ...]], titles: Mapping[str, tuple[str, ...]]
) -> dict[str, set[str]]:
    """Return the words as they are written, in lower case, by each language that they may be in."""
    texts: dict[str, list[str]] = defaultdict(list)
    for claim, own in zip(atlas.claims, claims, strict=True):
        for language in {_OURS, atlas.documents[claim.document].language}:
            texts[language] += own
    for ident, own in titles.items():
        texts[atlas.documents[ident].language] += own
    return {language: set(_WORD.findall(_lower(" ".join(found)))) for language, found in texts.items()}


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _stems(words: Iterable[str], written: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return the stems of each word, without accents; a word that no stemmer knows is its own."""
    stems: dict[str, set[str]] = {word: set() for word in words}
    for language, found in written.items():
        stem = _stemmer(language)
        for word in found:
            folded = fold(word)
            if folded in stems:
                stems[folded].add(fold(stem(word)) or folded)
    return {word: frozenset(found or {word}) for word, found in stems.items()}


def _stemmer(language: str) -> Any:  # noqa: ANN401 - the stemmers have no types
    """Return what takes a word to its stem in a language; words of others stay as they are."""
    import snowballstemmer

    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name).stemWord if name else str


def _inverted(stems: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word, own in stems.items():
        for stem in own:
            found[stem].append(word)
    return dict(found)


def _holding(texts: Iterable[Sequence[int]]) -> dict[int, int]:
    """Return, by the number of a word, the bit set of the claims that hold it."""
    found: dict[int, int] = defaultdict(int)
    for claim, text in enumerate(texts):
        for word in set(text):
            found[word] |= 1 << claim
    return found


def _holds(text: Sequence[int], phrase: tuple[int, ...]) -> bool:
    return any(text[at : at + len(phrase)] == phrase for at in range(len(text) - len(phrase) + 1))
