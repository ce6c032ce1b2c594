"""How wide words are and where lines end, in the typeface of the slides, without asking any machine for it.

Widths are those of Arial, which Liberation Sans and Helvetica share, in thousandths of the size; accents
change none. A letter that the table lacks is taken to be as wide as it is high, which few are.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

Tone = Literal["ink", "muted", "accent"]

TYPEFACE = "Arial"
# From one line of writing to the next, as a share of its size: what the typeface asks for is 1.15.
LINE = 1.2
# What a program may set wider than the table says: it rounds to the pixels of its screen.
_SPARE = 1.03
_UNKNOWN = 1000
_REGULAR: Mapping[int, str] = {
    191: "'",
    222: "ijl‘’‚",
    260: "|",
    278: " !,./:;I[\\]ft\xa0·",
    333: "()-`r¡“”„‹›",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu«»–€",
    584: "+<=>~",
    611: "FTZ¿ßø",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "Æ—…→",
    1015: "@",
}
_BOLD: Mapping[int, str] = {
    238: "'",
    278: " ,./I\\ijl\xa0·‘’‚",
    280: "|",
    333: "!()-:;[]`ft¡‹›",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z“”„",
    556: "#$0123456789J_aceksvxy«»–€",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu¿ßø",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQwØ",
    833: "M",
    889: "%mæ",
    944: "W",
    975: "@",
    1000: "Æ—…→",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words in one style; a ``link`` is an address that they open."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = "ink"
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words that are set together: their size and the space above them in points.

    ``leads`` keeps a heading with what follows it.
    """

    runs: tuple[Run, ...]
    size: float
    space: float = 0.0
    leads: bool = False

    @property
    def text(self) -> str:
        """Return its words."""
        return "".join(run.text for run in self.runs)

    def scaled(self, factor: float) -> "Paragraph":
        """Return the same words in another size, to whole points."""
        return replace(self, size=round(self.size * factor), space=round(self.space * factor))


# A word in the pieces that differ in style, the space behind it included.
_Word = list[Run]
Line = list[_Word]


@cache
def _widths(bold: bool) -> dict[str, int]:  # noqa: FBT001 — one of two tables
    table = _BOLD if bold else _REGULAR
    return {letter: width for width, letters in table.items() for letter in letters}


@cache
def _width_of(letter: str, bold: bool) -> int:  # noqa: FBT001 — one of two tables
    known = _widths(bold).get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    return _widths(bold).get(plain, _UNKNOWN)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is in points, with some to spare."""
    return sum(_width_of(letter, bold) for letter in text) * size / 1000 * _SPARE


def lines_of(paragraph: Paragraph, width: float) -> list[Line]:
    """Return the lines of a paragraph that is set in a width in points; one empty line for no words."""
    lines: list[Line] = [[]]
    used = 0.0
    for word in _words(paragraph, width):
        whole = _word_width(word, paragraph.size)
        if lines[-1] and used + _word_width(word, paragraph.size, last=True) > width:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += whole
    return lines


def paragraph_of(lines: list[Line], like: Paragraph) -> Paragraph:
    """Return some lines of a paragraph as one of their own."""
    runs: list[Run] = []
    for piece in (piece for line in lines for word in line for piece in word):
        if runs and replace(runs[-1], text="") == replace(piece, text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + piece.text)
        else:
            runs.append(piece)
    return replace(like, runs=tuple(runs))


def _word_width(word: _Word, size: float, *, last: bool = False) -> float:
    """Return the width of a word; at the end of a line the space behind it takes none."""
    *before, end = word
    text = end.text.rstrip(" ") if last else end.text
    return sum(text_width(p.text, size, bold=p.bold) for p in before) + text_width(text, size, bold=end.bold)


def _words(paragraph: Paragraph, width: float) -> Iterator[_Word]:
    word: _Word = []
    for run in paragraph.runs:
        for text in _cut_behind_spaces(run.text):
            word.append(replace(run, text=text))
            if text.endswith(" "):
                yield from _fitting(word, paragraph.size, width)
                word = []
    if word:
        yield from _fitting(word, paragraph.size, width)


def _cut_behind_spaces(text: str) -> Iterator[str]:
    start = 0
    for at, letter in enumerate(text):
        if letter == " " and text[at + 1 : at + 2] != " ":
            yield text[start : at + 1]
            start = at + 1
    if start < len(text):
        yield text[start:]


def _fitting(word: _Word, size: float, width: float) -> Iterator[_Word]:
    """Yield a word, or where it is wider than a line the parts of it that are not."""
    if _word_width(word, size, last=True) <= width:
        yield word
        return
    part: _Word = []
    used = 0.0
    for letter in (replace(piece, text=letter) for piece in word for letter in piece.text):
        wide = text_width(letter.text, size, bold=letter.bold)
        if part and used + wide > width:
            yield part
            part, used = [], 0.0
        part.append(letter)
        used += wide
    yield part
