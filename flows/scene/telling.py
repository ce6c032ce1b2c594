"""How strongly a thing may be told: as the strongest of what its claims say to happen, with their hedge."""

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.model.claims import Claim
from geodata.vocabulary.enums import Assertion, Certainty

# What the map counts and draws without being asked; the other assertions are drawn on request.
DRAWN_ASSERTIONS = frozenset({Assertion.IDENTIFIED, Assertion.DESCRIBED})
# What is drawn as dots, the strongest first.
UNCONFIRMED = tuple(assertion for assertion in Assertion if assertion not in DRAWN_ASSERTIONS)
# Places in the order of strength: the strongest has the lowest number.
_ASSERTED = {assertion: number for number, assertion in enumerate(Assertion)}
_ASSERTED[Assertion.IDENTIFIED] = _ASSERTED[Assertion.DESCRIBED]
_CERTAIN = {certainty: number for number, certainty in enumerate(Certainty)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is said to happen (``described`` stands for identified too), and the hedge of the sources."""

    assertion: Assertion
    certainty: Certainty

    @property
    def confirmed(self) -> bool:
        """Tell whether a source says that it happens."""
        return self.assertion in DRAWN_ASSERTIONS

    @property
    def order(self) -> tuple[int, int]:
        """Return what sorts the strongest first."""
        return _ASSERTED[self.assertion], _CERTAIN[self.certainty]

    def exceeds(self, other: "Telling") -> bool:
        """Tell whether it says more than the other: more to happen, or with less of a hedge."""
        return any(mine < theirs for mine, theirs in zip(self.order, other.order, strict=True))


def telling_of(claims: Iterable[Claim]) -> Telling:
    """Return how strongly claims may be told: by the strongest assertion and the best certainty behind it."""
    return min((_telling(claim) for claim in claims), key=lambda telling: telling.order)


def _telling(claim: Claim) -> Telling:
    confirmed = claim.assertion in DRAWN_ASSERTIONS
    return Telling(assertion=Assertion.DESCRIBED if confirmed else claim.assertion, certainty=claim.certainty)


def unconfirmed(claims: Iterable[Claim]) -> bool:
    """Tell whether claims say only what is alleged, at risk or onward migration."""
    return all(claim.assertion not in DRAWN_ASSERTIONS for claim in claims)


def told_as(claims: Iterable[Claim]) -> str:
    """Return the assertion that unconfirmed claims may be told as; "" where a source says that it happens."""
    told = telling_of(claims)
    return "" if told.confirmed else told.assertion
