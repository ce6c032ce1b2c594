"""A document as it is read: its paragraphs, its sentences and what each is used for, its coded runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.narrative.spans import FRAMING, KINDS, PARAGRAPH, Segment, kind_of, quoting, segments
from geodata.compute_once import OnceByKey
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim
from geodata.model.documents import Document

__all__ = ["FRAMING", "KINDS", "Reading", "Segment", "kind_of", "read", "reading_of", "segments"]

MAPPED, NOTED, FURNITURE, UNCOVERED = "mapped", "noted", "furniture", ""
_USES = {ContextClaim.kind: NOTED, FRAMING: FRAMING}
_READINGS_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSentence:
    """A sentence, what it is used for, and the claims that quote from it.

    ``anchor`` is its place in links (``s1`` for the first of the document, furniture counted too);
    ``use`` is mapped, noted, framing, furniture, or "" where no claim quotes from it; ``reasons`` say
    why framing is not drawn.
    """

    anchor: str
    start: int
    end: int
    use: str
    claims: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text: its sentences (or none, between sentences), each with its segments."""

    parts: tuple[tuple[CodedSentence | None, tuple[Segment, ...]], ...]

    @property
    def furniture(self) -> bool:
        """Tell whether nothing but page furniture stands in it."""
        return all(sentence.use == FURNITURE for sentence, _runs in self.parts if sentence)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """A document with all that is coded in it; ``claims`` in the order of the text."""

    document: Document
    claims: tuple[Claim, ...]
    segments: tuple[Segment, ...]
    sentences: tuple[CodedSentence, ...]
    paragraphs: tuple[Paragraph, ...]

    def used(self, use: str) -> int:
        """Count the sentences of one use."""
        return sum(sentence.use == use for sentence in self.sentences)

    def quoted_by(self, sentence: CodedSentence) -> tuple[Claim, ...]:
        """Return the claims that quote from a sentence."""
        return tuple(claim for claim in self.claims if claim.id in sentence.claims)


def read(document: Document, claims: Iterable[Claim]) -> Reading:
    """Lay out a document and the claims that quote from it for reading."""
    found = quoting(document, claims)
    runs = segments(document, found)
    sentences = tuple(_sentences(document, found, runs))
    return Reading(
        document=document,
        claims=found,
        segments=runs,
        sentences=sentences,
        paragraphs=tuple(_paragraphs(document, sentences, runs)),
    )


def reading_of(atlas: Atlas, document: str) -> Reading:
    """Return the reading of a document of ``atlas``, laid out once; KeyError for an unknown one."""
    found = atlas.documents[document]
    return atlas.derived(_readings).get(document, lambda: read(found, atlas.claims))


def _readings(_atlas: Atlas) -> OnceByKey[str, Reading]:
    return OnceByKey(_READINGS_KEPT)


def _sentences(
    document: Document, claims: Sequence[Claim], runs: Sequence[Segment]
) -> Iterator[CodedSentence]:
    reasons = {claim.id: getattr(claim, "note", "") for claim in claims}
    at = 0
    for number, sentence in enumerate(document.sentences, start=1):
        while at < len(runs) and runs[at].end <= sentence.start:
            at += 1
        inside = _until(runs, at, sentence.end)
        named = tuple(dict.fromkeys(ident for run in inside for ident in run.claims))
        use = FURNITURE if sentence.furniture else _use(inside)
        why = (reasons[ident] for ident in named if use == FRAMING)
        yield CodedSentence(
            anchor=f"s{number}",
            start=sentence.start,
            end=sentence.end,
            use=use,
            claims=named,
            reasons=tuple(dict.fromkeys(filter(None, why))),
        )


def _until(runs: Sequence[Segment], first: int, end: int) -> Sequence[Segment]:
    last = first
    while last < len(runs) and runs[last].end <= end:
        last += 1
    return runs[first:last]


def _use(runs: Iterable[Segment]) -> str:
    """Return the strongest use that the claims of these runs make of them."""
    uses = {_USES.get(kind, MAPPED) for run in runs for kind in run.kinds}
    return next((use for use in (MAPPED, NOTED, FRAMING) if use in uses), UNCOVERED)


def _paragraphs(
    document: Document, sentences: Sequence[CodedSentence], runs: Sequence[Segment]
) -> Iterator[Paragraph]:
    """Group the runs of each line by the sentence that they lie in; lines of white space are left out."""
    places = _sentence_of(sentences, runs)
    at = 0
    for line in PARAGRAPH.finditer(document.text):
        while runs[at].start < line.start():
            at += 1
        inside = _until(runs, at, line.end())
        numbered = zip(places[at : at + len(inside)], inside, strict=True)
        parts = groupby(numbered, key=lambda pair: pair[0])
        yield Paragraph(
            parts=tuple(
                (sentences[number] if number >= 0 else None, tuple(run for _number, run in pairs))
                for number, pairs in parts
            )
        )


def _sentence_of(sentences: Sequence[CodedSentence], runs: Sequence[Segment]) -> list[int]:
    """Return for each run the position of the sentence that it lies in; -1 between sentences."""
    found, number = [], 0
    for run in runs:
        while number < len(sentences) and sentences[number].end <= run.start:
            number += 1
        inside = number < len(sentences) and sentences[number].start <= run.start
        found.append(number if inside else -1)
    return found
