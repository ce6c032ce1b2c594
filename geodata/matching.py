"""A text as it is matched: Unicode composed, every run of white space one space, positions remembered."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_RUN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchText:
    """The matched form of a text; character i of `form` stands for text[starts[i]:ends[i]] (code points)."""

    form: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a span of the form stands for; the span is not empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=8)  # the quotes of one document come one after another
def match_text(text: str) -> MatchText:
    """Return the matched form of a text."""
    pieces = [piece for run in _RUN.finditer(text) for piece in _pieces(run.group(), run.start())]
    return MatchText(
        form="".join(form for form, _, _ in pieces),
        starts=tuple(start for form, start, _ in pieces for _ in form),
        ends=tuple(end for form, _, end in pieces for _ in form),
    )


def _pieces(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    if run.isspace():
        yield " ", offset, offset + len(run)
    elif unicodedata.is_normalized("NFC", run):
        yield from ((mark, at, at + 1) for at, mark in enumerate(run, offset))
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
