"""Errors as sentences with an address and a remedy, collected and raised all at once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar, cast

# A wrong cell can hold a whole book; what is quoted back stays readable.
LONGEST_QUOTATION = 80
_MOST_LOOKED_AT = 4_000
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
# Signs that leave no mark on a page: spaces that are not broken, joiners, hyphens that show at a line's end
# only, marks of direction, byte order marks, fillers and selectors of a variant.
INVISIBLE_SIGNS = "\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u2800\u3000\u3164\ufeff\uffa0" + "".join(
    "".join(map(chr, signs))
    for signs in (
        *(range(0x180B, 0x1810), range(0x2000, 0x2010), range(0x2028, 0x2030), range(0x205F, 0x2070)),
        *(range(0xFE00, 0xFE10), range(0xE0000, 0xE1000)),
    )
)
INVISIBLE = frozenset(INVISIBLE_SIGNS)
# More are not kept; what is wrong in so many places is one mistake.
MOST_NOTED = 100_000
Found = TypeVar("Found")
# What is no text: control signs other than tabs and line ends, and halves of surrogate pairs.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What differs between problems of one kind: what stands in quotation marks, and numbers.
_VALUES = re.compile(r'"[^"]*"|[0-9][0-9,.]*(?<![,.])')
# More lines than this are not read by anybody.
MOST_SHOWN = 200
# How many different signs one sentence names.
_SIGNS_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in one place of one file; rows count from 1 with the header, as in a spreadsheet."""

    file: str
    row: int | None
    value: str
    message: str
    remedy: str

    def sentence(self) -> str:
        """Say where it is, what is wrong and what to do."""
        address = self.file if self.row is None else f"{self.file}, row {self.row}"
        where = f"{address}: " if address else ""
        return f"{where}{self.message} {self.remedy}".rstrip()

    def kind(self) -> str:
        """Return what is wrong without the values, so that the same slip in many rows is one kind."""
        return _VALUES.sub("…", self.message)


class AtlasError(Exception):
    """All problems of all collections that were asked for; nothing of them was loaded."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(listing(self.problems)))


class Report:
    """Every problem met while collections are read, in the order met, each once."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}
        self._suggestions: dict[tuple[str, str], object] = {}
        self._searches: Counter[str] = Counter()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems noted so far."""
        return tuple(self._problems)

    def note(self, file: str, message: str, remedy: str, *, row: int | None = None, value: str = "") -> None:
        """Note one problem: message and remedy are sentences, the message begins in lower case."""
        if len(self._problems) > MOST_NOTED:
            return
        problem = Problem(file=file, row=row, value=value, message=message, remedy=remedy)
        if len(self._problems) == MOST_NOTED:
            rest = f"there are more than {MOST_NOTED:,} problems, and the rest is not listed."
            problem = Problem(file="", row=None, value="", message=rest, remedy="Correct these first.")
        self._problems.setdefault(problem)

    def suggest(self, kind: str, value: str, find: Callable[[str], Found]) -> Found | None:
        """Return what is nearest to a wrong value, each searched for once; nothing after many searches."""
        if (kind, value) not in self._suggestions:
            if not self.may_search(kind, MOST_SHOWN):
                return None
            self._suggestions[kind, value] = find(value)
        return cast("Found", self._suggestions[kind, value])

    def may_search(self, kind: str, most: int) -> bool:
        """Tell whether one more search of a kind is worth its time, which is so `most` times.

        One takes milliseconds or more, and a table can hold a hundred thousand wrong values.
        """
        self._searches[kind] += 1
        return self._searches[kind] <= most


def listing(problems: Sequence[Problem], most: int = MOST_SHOWN) -> Iterator[str]:
    """Yield problems as sentences, those of a kind together, and say of how many more there are no room."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.file, problem.kind()), []).append(problem)
    left = max(most - len(kinds), 0)
    for (file, kind), alike in islice(kinds.items(), most):
        shown = alike if len(problems) <= most else alike[: 1 + left // len(kinds)]
        yield from (problem.sentence() for problem in shown)
        if len(alike) > len(shown):
            yield f"… and {len(alike) - len(shown):,} more in {file}: {kind}"
    if len(kinds) > most:
        yield f"… and {sum(map(len, islice(kinds.values(), most, None))):,} more of other kinds."


def in_quotation_marks(value: str) -> str:
    """Return a value in quotation marks, on one line and shortened; signs that nobody sees are named."""
    line = _WHITE_SPACE.sub(" ", value[:_MOST_LOOKED_AT]).strip(" ")
    shown = line[:LONGEST_QUOTATION].rstrip(" ")
    if not (shown.isascii() and shown.isprintable()):
        shown = "".join(map(_visible, shown))
    return f'"{shown}…"' if len(line) > LONGEST_QUOTATION else f'"{shown}"'


def _visible(sign: str) -> str:
    return sign if sign.isprintable() and sign not in INVISIBLE else f"[U+{ord(sign):04X}]"


def named_signs(signs: re.Pattern[str], text: str) -> str:
    """Name by their code points the different signs of some kind in a text, as in ``U+0000, U+200B``."""
    found = list(dict.fromkeys(sign[0] for sign in signs.finditer(text)))
    return ", ".join(f"U+{ord(sign):04X}" for sign in found[:_SIGNS_NAMED])
