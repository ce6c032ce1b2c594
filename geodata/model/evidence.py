"""Evidence: the claims behind anything drawn or told."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from geodata.model.claims import Claim
from geodata.vocabulary.enums import Certainty
from geodata.vocabulary.terms import slugs

# The certainties in their order: the strongest has the lowest number.
_STRENGTH = {certainty: number for number, certainty in enumerate(Certainty)}


# Without slots, so that what is derived from the claims is kept: every selection asks for it again.
@dataclass(frozen=True, kw_only=True, eq=False)
class Evidence:
    """A set of claims that is never empty: without evidence nothing is drawn. ValueError for no claims."""

    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("Evidence needs at least one claim: without evidence nothing is drawn or told.")

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents that make the claims, each once, in order of first claim."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))

    @property
    def strength(self) -> int:
        """Return the number of distinct documents; never a number of victims."""
        return 1 if len(self.claims) == 1 else len(self.documents)

    @property
    def years(self) -> tuple[int, int]:
        """Return the first and the last year that the claims speak of."""
        years = [claim.year for claim in self.claims]
        return min(years), max(years)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """Return the trafficking types that the claims name, in the order of the vocabulary."""
        return _in_order("types", (slug for claim in self.claims for slug in claim.types))

    @property
    def sectors(self) -> tuple[str, ...]:
        """Return the sectors that the claims name, in the order of the vocabulary."""
        return _in_order("sectors", (slug for claim in self.claims for slug in claim.sectors))

    @cached_property
    def certainty(self) -> Certainty:
        """Return the strongest certainty among the claims."""
        return min((claim.certainty for claim in self.claims), key=_STRENGTH.__getitem__)


def _in_order(facet: str, named: Iterable[str]) -> tuple[str, ...]:
    found = frozenset(named)
    return tuple(slug for slug in slugs(facet) if slug in found)
