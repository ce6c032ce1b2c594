"""Scales: from evidence to the few steps that the eye can tell apart."""

from bisect import bisect_right

from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Certainty

# Lower bounds, in distinct documents, of the width classes: one, two or three, four or more.
WIDTH_STEPS = (1, 2, 4)


def width_class(documents: int) -> int:
    """Return the width class, 0 to 2, of a number of distinct documents (at least one)."""
    return bisect_right(WIDTH_STEPS, documents) - 1


def hedged(evidence: Evidence) -> bool:
    """Tell whether no claim of the evidence is stated outright (drawn with dashes)."""
    return all(claim.certainty != Certainty.STATED for claim in evidence.claims)
