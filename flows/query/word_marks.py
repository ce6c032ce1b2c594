"""Where a text holds what a search looks for, so that it can be marked."""

import re
from collections.abc import Iterable

from flows.query.word_index import WordIndex
from flows.query.word_search import parts_of
from geodata.name_index import fold

# A run of letters and numbers, with the accents that stand behind their letters.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")

Span = tuple[int, int]


def marked_spans(index: WordIndex, searches: Iterable[str], text: str) -> list[Span]:
    """Return where words and phrases of the searches stand in a text, in code points, without overlaps."""
    words = [(found.span(), part) for found in _WORD.finditer(text) for part in fold(found[0]).split()]
    spans: list[Span] = []
    for part in (part for search in searches for part in parts_of(search)):
        if part.exact:
            spans += _phrases(words, part.words)
        else:
            answering = index.answering(part.words[0])
            spans += (span for span, word in words if word in answering)
    return _merged(spans)


def _phrases(words: list[tuple[Span, str]], phrase: tuple[str, ...]) -> Iterable[Span]:
    for at in range(len(words) - len(phrase) + 1):
        run = words[at : at + len(phrase)]
        if tuple(word for _span, word in run) == phrase:
            yield run[0][0][0], run[-1][0][1]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
