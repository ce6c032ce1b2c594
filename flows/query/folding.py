"""What a reader can fold away: the words of claims about the sexual exploitation of children."""

from geodata.model.claims import Claim
from geodata.vocabulary.terms import with_descendants

_CHILDREN = "child_sex_trafficking"


def can_fold(claim: Claim) -> bool:
    """Tell whether the words of a claim are about the sexual exploitation of children."""
    return not with_descendants(_CHILDREN).isdisjoint(claim.types)
