"""Which sentence of its source each claim rests on: many claims of one sentence are not many findings."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

from geodata.model.atlas import Atlas
from geodata.model.claims import Claim


def sentences_by_claim(atlas: Atlas) -> Mapping[str, tuple[str, str]]:
    """Return a name for the sentence that each claim rests on, by the claim's id; found once an atlas.

    The sentence of a quoted document is the one in which the passage begins; that of a cited one is known by
    its locator. A claim without either is taken to have a sentence of its own.
    """
    return atlas.derived(_sentences_by_claim)


def _sentences_by_claim(atlas: Atlas) -> Mapping[str, tuple[str, str]]:
    starts = {
        document.id: [sentence.start for sentence in document.sentences]
        for document in atlas.documents.values()
    }
    return {claim.id: (claim.document, _named(claim, starts[claim.document])) for claim in atlas.claims}


def _named(claim: Claim, starts: list[int]) -> str:
    if claim.passage:
        return f"sentence {bisect_right(starts, claim.passage.start)}"
    if claim.locator_start:
        return f"{claim.locator_url} {claim.locator_start}"
    return f"claim {claim.id}"


def sentences_behind(claims: Iterable[Claim], atlas: Atlas) -> Counter[tuple[str, str]]:
    """Count claims by the sentence that they rest on."""
    known = sentences_by_claim(atlas)
    return Counter(known[claim.id] for claim in claims)
