"""Find the name most like what somebody wrote, for error messages that suggest a remedy."""

import unicodedata
from collections.abc import Iterable

# Below this likeness (0 to 100) a suggestion would puzzle more than it helps.
LEAST_LIKENESS = 60.0
# Names are short; comparing a whole paragraph with them would only take time.
LONGEST_COMPARED = 100
# A name that only shares its words ("Burma" in "Myanmar (Burma)") ranks a little behind one that is the same.
SHARED_WORDS = 0.95


class NameIndex:
    """The names of things, ready to be compared; the first of several equal matches wins."""

    def __init__(self, named: Iterable[tuple[str, Iterable[str]]]) -> None:
        pairs = dict.fromkeys((fold(name), key) for key, names in named for name in names)
        self._names = [name for name, _ in pairs]
        self._keys = [key for _, key in pairs]

    def closest(self, text: str) -> str:
        """Return the key of the closest name, accents and case aside, or "" when none is near."""
        from rapidfuzz import fuzz, process

        sought = fold(text[:LONGEST_COMPARED])
        same = process.extractOne(sought, self._names, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
        if same and same[1] == 100:  # noqa: PLR2004 - an exact match
            return self._keys[same[2]]
        words = process.extractOne(
            sought, self._names, scorer=fuzz.token_set_ratio, score_cutoff=LEAST_LIKENESS / SHARED_WORDS
        )
        if words and (not same or words[1] * SHARED_WORDS > same[1]):
            return self._keys[words[2]]
        return self._keys[same[2]] if same else ""


def fold(text: str) -> str:
    """Return a text in lower case without accents, marks and signs, so that "México" and "mexico" are equal.

    By way of the capitals "ß" becomes "ss"; a sigma is the same letter at the end of a word.
    `assets/web/search/name_fold.js` does the same in the browser: both are held to
    `tests/web/fixtures/folded_names.json`.
    """
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if _class(part) != "M")
    lower = plain.lower().upper().lower().replace("ς", "σ")
    return " ".join("".join(part if _class(part) in "LN" else " " for part in lower).split())


def _class(char: str) -> str:
    """Return the first letter of a character's category: L for letters, M for marks, N for numbers."""
    return unicodedata.category(char)[0]
