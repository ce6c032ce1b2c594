"""A text as it is matched: Unicode composed, every run of white space one space, positions remembered."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# What is not matched as it stands: white space other than one plain space, and characters that may compose
# with each other or with the one before them (none below U+0300 does).
_ODD = re.compile(r"(?P<space>[^\S ]\s*| \s+)|[^\s\u0300-\U0010ffff]?[^\s\x00-\u02ff]+")
# A longer run of characters that compose is cut, as in the Stream-Safe Text Format (Unicode Standard Annex
# 15, section 13): composing one takes time with the square of its length, and no language writes them.
_LONGEST_CLUSTER = 32
# Positions fit into four bytes: a text is far shorter.
_POSITION = "I"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchText:
    """The matched form of a text; character i of `form` stands for text[starts[i]:ends[i]] (code points)."""

    form: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a span of the form stands for; the span is not empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=256)  # rows may name the documents of a collection in any order
def match_text(text: str) -> MatchText:
    """Return the matched form of a text, in time that grows with its length."""
    return _matched(text)


def match_form(words: str) -> str:
    """Return the matched form of words that are looked for, without white space around it."""
    return _matched(words.strip()).form


def _matched(text: str) -> MatchText:
    forms: list[str] = []
    starts, ends = array(_POSITION), array(_POSITION)
    for form, start, end in _pieces(text):
        forms.append(form)
        # Written as matched, every character has a place of its own; else the span is one whole.
        alike = form == text[start:end]
        starts.extend(range(start, end) if alike else [start] * len(form))
        ends.extend(range(start + 1, end + 1) if alike else [end] * len(form))
    return MatchText(form="".join(forms), starts=starts, ends=ends)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the matched form of every stretch of a text, with its span in it."""
    at = 0
    for odd in _ODD.finditer(text):
        start, end = odd.span()
        yield text[at:start], at, start
        if odd["space"]:
            yield " ", start, end
        elif len(odd[0]) <= _LONGEST_CLUSTER and unicodedata.is_normalized("NFC", odd[0]):
            yield odd[0], start, end
        else:
            yield from _composed(odd[0], start)
        at = end
    yield text[at:], at, len(text)


def _composed(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Yield a word's composed characters, each with the span of the written ones that it stands for."""
    start = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or at - start == _LONGEST_CLUSTER or _parts(run[start:at], run[at]):
            yield unicodedata.normalize("NFC", run[start:at]), offset + start, offset + at
            start = at


def _parts(before: str, mark: str) -> bool:
    """Tell whether a character starts anew instead of composing with those before it."""
    if unicodedata.combining(mark):
        return False
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", mark)
    return unicodedata.normalize("NFC", before + mark) == apart


def occurrences(form: str, wanted: str) -> Iterator[int]:
    """Yield every position at which `wanted` stands in `form`, overlapping ones too; none for empty words."""
    at = form.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = form.find(wanted, at + 1)
