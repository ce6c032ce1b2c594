"""What each filter asks: the declaration that both homes of the filter interpret.

Python's interpreter is `flows.query.claim_index`, the browser's `assets/web/map/claim_index.js`; the data
file of the map carries the same declaration, with the values by number. A search in words has no values to
choose from and stands beside these: `flows.query.word_index`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, ContextClaim, RankingClaim
from geodata.vocabulary.enums import UNSPECIFIED, PlaceKind
from geodata.vocabulary.terms import terms

# What a value counts as beside itself: a type's parents, the countries that hold a place.
Above = Callable[[str, Gazetteer], frozenset[str]]
Known = dict[tuple[str, str], frozenset[str]]

# Notes on a region and placements of a government: claims of which no form, sector or group is asked.
_OF_NO_FORM = (ContextClaim, RankingClaim)


def _type_above(slug: str, _places: Gazetteer) -> frozenset[str]:
    """Return the ancestors of a type: who asks for forced labor means its forms too."""
    parents = {term.slug: term.parents for term in terms("types")}
    above: set[str] = set()
    left = list(parents.get(slug, ()))
    while left:
        found = left.pop()
        above.add(found)
        left += parents.get(found, ())
    return frozenset(above)


def _place_above(ident: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the countries that hold a place: of a unit its own, of a border zone or area its members'.

    A claim about a region belongs to the region alone.
    """
    place = gazetteer.get(ident)
    if place is None or place.kind is PlaceKind.REGION:
        return frozenset()
    return frozenset(gazetteer.countries_of(ident)) - {ident}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Declare one filter.

    ``field`` is what it reads of a claim (a text, a number, or several texts; a claim without the field has
    nothing there). ``match`` is ``any``, where one of the chosen values suffices, or ``range``, where the
    value lies between two, both included. ``above`` finds what a value counts as beside itself.
    """

    name: str
    field: str
    match: Literal["any", "range"] = "any"
    above: Above | None = None

    def named_by(self, claim: Claim) -> tuple[str, ...]:
        """Return the values that a claim itself names; a year as text."""
        found: str | int | Iterable[str] = getattr(claim, self.field, ())
        named = (str(found),) if isinstance(found, str | int) else tuple(found)
        # Nothing is left unnamed by a claim that is not about people at a place: none could be named there.
        return () if named == (UNSPECIFIED,) and isinstance(claim, _OF_NO_FORM) else named

    def held_by(self, claim: Claim, gazetteer: Gazetteer, known: Known | None = None) -> frozenset[str]:
        """Return the values that a claim answers to: those it names, and what these count as.

        ``known`` keeps what each value counts as, for callers that ask for many claims.
        """
        named = self.named_by(claim)
        if self.above is None:
            return frozenset(named)
        kept = {} if known is None else known
        for value in named:
            if (self.name, value) not in kept:
                kept[self.name, value] = self.above(value, gazetteer)
        return frozenset(named).union(*(kept[self.name, value] for value in named))


PLACES = Facet(name="places", field="places", above=_place_above)
TYPES = Facet(name="types", field="types", above=_type_above)
SECTORS = Facet(name="sectors", field="sectors")
DECLARED = (
    TYPES,
    SECTORS,
    Facet(name="settings", field="settings"),
    Facet(name="roles", field="role"),
    Facet(name="groups", field="groups"),
    Facet(name="assertion", field="assertion"),
    Facet(name="certainty", field="certainty"),
    Facet(name="access", field="access"),
    Facet(name="collections", field="collection"),
    Facet(name="documents", field="document"),
    PLACES,
    Facet(name="years", field="year", match="range"),
)


def places_of(claim: Claim, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the places that a claim is about: those it names and the countries that hold them."""
    return PLACES.held_by(claim, gazetteer)
