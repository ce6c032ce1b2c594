"""Sentences of ours, the claims that carry them, and the words in them that lead to a mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from flows.i18n import translate as _
from flows.scene.names import label_in_text
from flows.scene.telling import telling_of
from geodata.model.claims import Claim
from geodata.vocabulary.enums import Certainty, FocusKind


class Pointer(NamedTuple):
    """Words of a sentence that stand out; with a focus (``kind:id``) they lead to it."""

    words: str
    focus: str = ""


class Part(NamedTuple):
    """A part of a sentence: plain words, or words that stand out and may lead to a focus."""

    words: str
    strong: bool = False
    focus: str = ""

    @property
    def place(self) -> str:
        """Return the id of the place that it leads to; "" for another mark."""
        kind, _sign, ident = self.focus.partition(":")
        return ident if kind in {FocusKind.COUNTRY, FocusKind.REGION} else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """One sentence of ours and the claims that carry it; never without a claim.

    ``topic`` says what of a place it tells; ``pointers`` are words of it, in their order, that stand out.
    """

    text: str
    claims: tuple[Claim, ...]
    topic: str = ""
    pointers: tuple[Pointer, ...] = ()


def parts_of(sentence: CitedSentence) -> list[Part]:
    """Cut a sentence into the words that stand out and the plain words between them."""
    parts, rest = [], sentence.text
    for pointer in sentence.pointers:
        before, found, after = rest.partition(pointer.words)
        if found:
            parts += [Part(before), Part(pointer.words, strong=True, focus=pointer.focus)]
            rest = after
    return [part for part in (*parts, Part(rest)) if part.words]


def in_order_of_citation(
    sentences: Iterable[CitedSentence], others: Iterable[Claim] = ()
) -> tuple[Claim, ...]:
    """Return claims in the order in which sentences first cite them, then others that none cites.

    Within a sentence, and behind all, they stand as in their sources.
    """
    groups = (*(said.claims for said in sentences), tuple(others))
    return tuple({c.id: c for group in groups for c in sorted(group, key=_of_source)}.values())


def _of_source(claim: Claim) -> tuple[int, str]:
    return claim.order, claim.id


def hedge_of(claims: Iterable[Claim]) -> str:
    """Say in a word or two what a name in a list rests on: "at risk", "reported"; "" where it is stated."""
    telling = telling_of(claims)
    parts = [] if telling.confirmed else [label_in_text("assertion", telling.assertion)]
    if telling.certainty is not Certainty.STATED:
        parts.append(label_in_text("certainty", telling.certainty))
    return ", ".join(parts)


def hedged_name(name: str, claims: Iterable[Claim], *aside: str) -> str:
    """Name a part of a list with what stands in brackets behind it: "Honduras (2 documents, reported)"."""
    behind = ", ".join(filter(None, (*aside, hedge_of(claims))))
    return _("{name} ({aside})").format(name=name, aside=behind) if behind else name
