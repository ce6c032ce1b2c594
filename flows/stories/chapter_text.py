"""The text of a chapter: paragraphs of sentences, each with the claims that it cites.

It is Markdown, of which a story needs little: an empty line begins a paragraph, ``*…*`` and ``**…**`` stress
words, ``[@claim-id]`` cites, several as ``[@one; @two]``. ``[@map]`` marks a sentence about the map itself.
Everything else is text and comes out as it stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Literal

from flows.templates import Html, render
from geodata.annotation.sentences import split

# Cited by a sentence that is about the map, not about what a document says.
ABOUT_MAP = "map"
_ID = r"@[A-Za-z0-9_~.-]+"
_CITATION = re.compile(rf"\s*\[({_ID}(?:\s*;\s*{_ID})*)\]")
_STRESS = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|(?<!\*)\*(?=\S)([^*]+)(?<=\S)\*(?!\*)")
# Chapters of the stories that are loaded, and of the few that an author writes.
_KEPT = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words of a sentence, and how they are stressed."""

    text: str
    stress: Literal["", "em", "strong"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSentence:
    """One sentence with the ids that it cites, each once and in their order, without that of the map.

    ``gap`` is what stands between it and the sentence before.
    """

    words: tuple[Words, ...]
    cites: tuple[str, ...]
    about_map: bool = False
    gap: str = ""

    @property
    def text(self) -> str:
        """Return the words as a reader sees them, without the citations."""
        return "".join(part.text for part in self.words)


Paragraph = tuple[ChapterSentence, ...]


@lru_cache(_KEPT)
def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Read the text of a chapter."""
    blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))
    return tuple(tuple(_sentences(block)) for block in blocks if block)


def sentences_of(text: str) -> tuple[ChapterSentence, ...]:
    """Return the sentences of all paragraphs of a chapter."""
    return tuple(chain.from_iterable(paragraphs_of(text)))


def count_words(text: str) -> int:
    """Count the words of a chapter without its citations; a dash that stands alone is none."""
    told = (sentence.text for sentence in sentences_of(text))
    return sum(any(map(str.isalnum, word)) for sentence in told for word in sentence.split())


def chapter_html(
    text: str, numbers: Mapping[str, int], wrong: Mapping[ChapterSentence, str] = MappingProxyType({})
) -> Html:
    """Return a chapter as HTML, with the numbers of the claims that it cites; what is unknown has a ?.

    Each of the sentences of ``wrong`` is marked, and says what is wrong with it.
    """

    def number_of(claim: str) -> str:
        return str(numbers.get(claim, "?"))

    return render(
        "chapter_text",
        paragraphs=paragraphs_of(text),
        number_of=number_of,
        wrong=lambda each: wrong.get(each, ""),
    )


def _sentences(block: str) -> Iterator[ChapterSentence]:
    plain, cited = _without_citations(block)
    spans = split(plain)
    if not spans:  # citations of nothing, which a check names
        yield ChapterSentence(words=(), cites=tuple(dict.fromkeys(ident for _place, ident in cited)))
    end = 0
    for number, span in enumerate(spans):
        # A citation belongs to the sentence whose words it follows, before its full stop or behind it.
        first = 0 if number == 0 else span.start + 1
        last = spans[number + 1].start if number + 1 < len(spans) else len(plain)
        found = [ident for place, ident in cited if first <= place <= last]
        yield ChapterSentence(
            words=tuple(_words(plain[span.start : span.end])),
            cites=tuple(dict.fromkeys(ident for ident in found if ident != ABOUT_MAP)),
            about_map=ABOUT_MAP in found,
            gap=plain[end : span.start],
        )
        end = span.end


def _without_citations(block: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a paragraph without its citations, and the places in it at which they stood."""
    plain, cited, end = "", [], 0
    for found in _CITATION.finditer(block):
        plain += block[end : found.start()]
        cited += [(len(plain), ident.strip().removeprefix("@")) for ident in found[1].split(";")]
        end = found.end()
    return plain + block[end:], cited


def _words(sentence: str) -> Iterator[Words]:
    end = 0
    for found in _STRESS.finditer(sentence):
        if found.start() > end:
            yield Words(text=sentence[end : found.start()])
        yield Words(text=found[1] or found[2], stress="strong" if found[1] else "em")
        end = found.end()
    if end < len(sentence):
        yield Words(text=sentence[end:])
