"""The coded runs of a document's text: where quotations begin, end and overlap."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geodata.model.claims import CLAIM_KINDS, Claim, ContextClaim
from geodata.model.documents import Document
from geodata.vocabulary.enums import Theme

FRAMING = "framing"
# Kinds of coded text, notes and framing last: the first kind of a run gives it its ground.
KINDS = (
    *(kind.kind for kind in CLAIM_KINDS if kind is not ContextClaim),
    ContextClaim.kind,
    FRAMING,
)
# One line of a stored text is one paragraph; lines of white space alone stand between paragraphs.
PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text, in code points, that the same claims quote from end to end.

    ``kinds`` are those of its claims in the order of `KINDS`; ``before`` are the editorial marks shown
    in front of it, which are no part of the text.
    """

    start: int
    end: int
    text: str
    claims: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def kind_of(claim: Claim) -> str:
    """Return the kind of a claim's passage: that of the claim, or framing."""
    return FRAMING if isinstance(claim, ContextClaim) and claim.theme is Theme.FRAMING else claim.kind


def quoting(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that quote from a document, in the order of its text, longer quotations first."""
    found = [claim for claim in claims if claim.document == document.id and claim.passage]
    return tuple(sorted(found, key=lambda claim: (span(claim)[0], -span(claim)[1])))


def span(claim: Claim) -> tuple[int, int]:
    """Return where a claim's passage begins and ends, in code points; nowhere for one without words."""
    return (claim.passage.start, claim.passage.end) if claim.passage else (0, 0)


def segments(document: Document, claims: Iterable[Claim]) -> tuple[Segment, ...]:
    """Cut a document's text wherever a quotation, a sentence or a line begins or ends.

    Overlapping quotations become runs that each know all their claims, in order of beginning. The texts
    of the segments joined are the text of the document, exactly. An editorial mark at the very end
    stands before an empty segment.
    """
    marks: dict[int, list[str]] = defaultdict(list)
    for found in document.editorial:
        marks[found.position].append(found.mark)
    return tuple(
        Segment(
            start=start,
            end=end,
            text=document.text[start:end],
            claims=tuple(claim.id for claim in active),
            kinds=_kinds(active),
            before=tuple(marks.get(start, ())),
        )
        for start, end, active in _runs(document, quoting(document, claims), marks)
    )


def _runs(
    document: Document, claims: Iterable[Claim], marks: Iterable[int]
) -> Iterator[tuple[int, int, list[Claim]]]:
    begins: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        begins[span(claim)[0]].append(claim)
    last = len(document.text)
    active: list[Claim] = []
    for start, end in pairwise(sorted({*_edges(document, claims), *marks})):
        active = [claim for claim in active + begins[start] if span(claim)[1] > start]
        yield start, end, active
    if last in marks:
        yield last, last, []


def _edges(document: Document, claims: Iterable[Claim]) -> set[int]:
    edges = {0, len(document.text)}
    edges.update(*(span(claim) for claim in claims))
    edges.update(*((sentence.start, sentence.end) for sentence in document.sentences))
    edges.update(*(line.span() for line in PARAGRAPH.finditer(document.text)))
    return edges


def _kinds(claims: Iterable[Claim]) -> tuple[str, ...]:
    found = {kind_of(claim) for claim in claims}
    return tuple(kind for kind in KINDS if kind in found)
