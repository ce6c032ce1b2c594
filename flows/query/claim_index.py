"""Which claims a selection admits, and how many each further choice would leave.

Each facet value has a bit set over the claims (a Python integer, bit *i* for claim *i*), so that a
selection is a handful of AND and OR operations whatever the number of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import compress
from operator import or_

from flows.query.selection import FACETS, Selection
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RoleClaim
from geodata.vocabulary.enums import PlaceKind
from geodata.vocabulary.terms import terms

UNSPECIFIED_FACETS = ("types", "sectors", "groups")


class ClaimIndex:
    """Answer selections over the claims of one atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self.claims: tuple[Claim, ...] = atlas.claims
        self.everything = (1 << len(self.claims)) - 1
        self._bits: dict[str, dict[str, int]] = {facet: defaultdict(int) for facet in FACETS}
        self._years: dict[int, int] = defaultdict(int)
        ancestors = _ancestors()
        for number, claim in enumerate(self.claims):
            bit = 1 << number
            self._years[claim.year] |= bit
            for facet, values in _facet_values(claim, ancestors, atlas.gazetteer).items():
                for value in values:
                    self._bits[facet][value] |= bit

    def values(self, facet: str) -> frozenset[str]:
        """Return the values of ``facet`` that at least one claim has."""
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

    def _allowed(self, selection: Selection, facet: str) -> int:
        if facet == "years":
            first, last = selection.years or (0, 0)
            chosen: Iterable[int] = (bits for year, bits in self._years.items() if first <= year <= last)
        else:
            chosen = (self.having(facet, value) for value in selection.chosen(facet))
        return reduce(or_, chosen, 0)


def _ancestors() -> dict[str, frozenset[str]]:
    parents = {term.slug: term.parents for term in terms("types")}

    def above(slug: str) -> frozenset[str]:
        return frozenset({slug}).union(*(above(parent) for parent in parents.get(slug, ())))

    return {slug: above(slug) for slug in parents}


def _facet_values(
    claim: Claim, ancestors: Mapping[str, frozenset[str]], gazetteer: Gazetteer
) -> dict[str, Iterable[str]]:
    return {
        "types": frozenset().union(*(ancestors.get(slug, frozenset({slug})) for slug in claim.types)),
        "sectors": claim.sectors,
        "settings": claim.settings,
        "roles": (claim.role,) if isinstance(claim, RoleClaim) else (),
        "groups": claim.groups,
        "assertion": (claim.assertion,),
        "certainty": (claim.certainty,),
        "access": (claim.access,),
        "collections": (claim.collection,),
        "documents": (claim.document,),
        "places": places_of(claim, gazetteer),
    }


def places_of(claim: Claim, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the places that a claim is about: those it names and the countries that hold them.

    A first-level unit belongs to its country, a border zone or named area to its members'
    countries; a claim about a region belongs to the region alone.
    """
    found = set(claim.places)
    for ident in claim.places:
        place = gazetteer.get(ident)
        if place is None or place.kind is PlaceKind.REGION:
            continue
        found.add(place.parent)
        found.update(_country_of(member, gazetteer) for member in place.members)
    return frozenset(found - {""})


def _country_of(ident: str, gazetteer: Gazetteer) -> str:
    place = gazetteer.get(ident)
    return (place.parent or place.id) if place else ""
