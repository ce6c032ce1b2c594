"""Scales: from evidence to the few steps that the eye can tell apart."""

from bisect import bisect_right
from collections.abc import Iterable

from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import UNSPECIFIED, Certainty
from geodata.vocabulary.terms import term

# Lower bounds, in distinct documents, of the width classes: one, two or three, four or more.
WIDTH_STEPS = (1, 2, 4)
# Colour families in the order of the legend; several types on one mark are "several".
FAMILIES = ("sex", "labor", "criminality", "soldiering", "other", "unspecified", "several")


def width_class(documents: int) -> int:
    """Return the width class, 0 to 2, of a number of distinct documents (at least one)."""
    return bisect_right(WIDTH_STEPS, documents) - 1


def family(types: Iterable[str]) -> str:
    """Return the colour family of a set of trafficking types.

    Types of one family give it; of more than one, ``several``. ``unspecified`` yields to any
    named type.
    """
    found = {term("types", slug).colour for slug in types if slug != UNSPECIFIED}
    if not found:
        return "unspecified"
    return found.pop() if len(found) == 1 else "several"


def hedged(evidence: Evidence) -> bool:
    """Tell whether no claim of the evidence is stated outright (drawn with dashes)."""
    return all(claim.certainty != Certainty.STATED for claim in evidence.claims)
