"""A text as it is matched: Unicode composed, every run of white space one space, positions remembered."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_RUN = re.compile(r"\s+|\S+")


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
    """Return the matched form of a text."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in _RUN.finditer(text):
        for form, start, end in _pieces(run.group(), run.start()):
            forms.append(form)
            # Written as matched, every character has a place of its own; else the span is one whole.
            alike = form == text[start:end]
            starts.extend(range(start, end) if alike else [start] * len(form))
            ends.extend(range(start + 1, end + 1) if alike else [end] * len(form))
    return MatchText(form="".join(forms), starts=starts, ends=ends)


def match_form(words: str) -> str:
    """Return the matched form of words that are looked for, without white space around it."""
    return " ".join(unicodedata.normalize("NFC", run) for run in words.split())


def _pieces(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    if run.isspace():
        yield " ", offset, offset + len(run)
    elif unicodedata.is_normalized("NFC", run):
        yield run, offset, offset + len(run)
    else:
        yield from _composed(run, offset)


def _composed(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Yield a word's composed characters, each with the span of the written ones that it stands for."""
    start = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or _parts(run[start:at], run[at]):
            yield unicodedata.normalize("NFC", run[start:at]), offset + start, offset + at
            start = at


def _parts(before: str, mark: str) -> bool:
    """Tell whether a character starts anew instead of composing with those before it."""
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", mark)
    return not unicodedata.combining(mark) and unicodedata.normalize("NFC", before + mark) == apart


def occurrences(form: str, wanted: str) -> Iterator[int]:
    """Yield every position at which `wanted` stands in `form`, overlapping ones too; none for empty words."""
    at = form.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = form.find(wanted, at + 1)
