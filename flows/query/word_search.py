"""What a reader types to search in words, as both homes of the filter read it.

The browser's reader is `assets/web/map/word_search.js`; both are held to
`tests/web/fixtures/word_searches.json`.
"""

import re
from dataclasses import dataclass

from geodata.name_index import fold

# More searches at a time than any reader makes.
MOST_SEARCHES = 20
# Letters of a search, quotation marks and spaces among them: a long sentence.
LONGEST = 200
# Letters beyond which nothing is looked at: folding so many would only take time.
_READ = 5 * LONGEST
_QUOTATION_MARKS = re.compile('["“”„‟«»]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A word of a search, which its inflections answer too, or a phrase, to be found as it stands."""

    words: tuple[str, ...]
    exact: bool


def canonical(text: str) -> str:
    """Return a search as links write it: folded words in their order, phrases in quotation marks.

    A phrase that nothing closes goes on to the end. A text without a word, or with too many letters,
    gives "".
    """
    if len(text) > _READ:
        return ""
    pieces = enumerate(map(fold, _QUOTATION_MARKS.split(text)))
    found = " ".join(f'"{piece}"' if number % 2 else piece for number, piece in pieces if piece)
    return found if len(found) <= LONGEST else ""


def parts_of(search: str) -> tuple[Part, ...]:
    """Return what a canonical search looks for: all of its parts have to be found."""
    parts: list[Part] = []
    for number, piece in enumerate(search.split('"')):
        words = tuple(piece.split())
        if number % 2:
            parts.append(Part(words=words, exact=True))
        else:
            parts += (Part(words=(word,), exact=False) for word in words)
    return tuple(parts)
