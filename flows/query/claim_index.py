"""Which claims a selection admits, and how many each further choice would leave.

Each facet value has a bit set over the claims (a Python integer, bit *i* for claim *i*), so that a
selection is a handful of AND and OR operations whatever the number of claims.
"""

from collections import defaultdict
from functools import reduce
from itertools import compress
from operator import or_

from flows.query.facets import DECLARED
from flows.query.selection import WORDS, Selection
from flows.query.word_index import WordIndex
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim

UNSPECIFIED_FACETS = ("types", "sectors", "groups")
# Facets whose values are chosen one by one; years are a range.
CHOSEN = tuple(facet for facet in DECLARED if facet.match == "any")


class ClaimIndex:
    """Answer selections over the claims of one atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self.claims: tuple[Claim, ...] = atlas.claims
        self._atlas = atlas
        self.everything = (1 << len(self.claims)) - 1
        self._bits: dict[str, dict[str, int]] = {facet.name: defaultdict(int) for facet in CHOSEN}
        self._years: dict[int, int] = defaultdict(int)
        above: dict[tuple[str, str], frozenset[str]] = {}
        for number, claim in enumerate(self.claims):
            bit = 1 << number
            self._years[claim.year] |= bit
            for facet in CHOSEN:
                for value in facet.held_by(claim, atlas.gazetteer, above):
                    self._bits[facet.name][value] |= bit

    def values(self, facet: str) -> frozenset[str]:
        """Return the values of ``facet`` that at least one claim has; of searches, those of a single word."""
        if facet == WORDS:
            return frozenset(self._words.words)
        return frozenset(self._bits[facet])

    def years(self) -> dict[int, int]:
        """Return the number of claims by the year that they speak of, in order."""
        return {year: self._years[year].bit_count() for year in sorted(self._years)}

    def by_year(self, selection: Selection) -> dict[int, int]:
        """Count the claims that ``selection`` admits, by each year that any claim speaks of."""
        bits = self.admitted(selection)
        return {year: (bits & self._years[year]).bit_count() for year in sorted(self._years)}

    def admitted(self, selection: Selection) -> int:
        """Return the bit set of the claims that ``selection`` admits."""
        bits = self.everything
        for facet in selection.active():
            bits &= self._allowed(selection, facet)
        return bits

    def counts(self, selection: Selection) -> dict[str, dict[str, int]]:
        """Count, by facet and value, the claims that remain if that value alone were chosen there."""
        found = {}
        for facet, by_value in self._bits.items():
            others = self.admitted(selection.without(facet))
            found[facet] = {value: (others & bits).bit_count() for value, bits in by_value.items()}
        return found

    def claims_in(self, bits: int) -> tuple[Claim, ...]:
        """Return the claims of a bit set, in the order of the atlas."""
        return tuple(compress(self.claims, map(int, reversed(f"{bits:b}"))))

    def having(self, facet: str, value: str) -> int:
        """Return the bit set of the claims that have ``value`` in ``facet``."""
        return self._bits[facet].get(value, 0)

    @property
    def _words(self) -> WordIndex:
        return self._atlas.derived(WordIndex)

    def _allowed(self, selection: Selection, facet: str) -> int:
        if facet == "years":
            first, last = selection.years or (0, 0)
            return reduce(or_, (bits for year, bits in self._years.items() if first <= year <= last), 0)
        if facet == WORDS:
            return self._words.admitted(selection.words)
        return reduce(or_, (self.having(facet, value) for value in selection.chosen(facet)), 0)
