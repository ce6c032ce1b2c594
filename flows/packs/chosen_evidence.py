"""The evidence that fits into a hand-out: some for every sentence, from as many documents as can be."""

from collections.abc import Iterator, Sequence

from flows.narrative.cards import Card, cited_among
from flows.packs.content import Pack
from flows.packs.parts import PackSentence


def chosen_evidence(pack: Pack, most: int) -> tuple[Card, ...]:
    """Return at most so many pieces of the evidence of a pack, in the order of their numbers.

    Each sentence in turn takes one more, of a document that it has not yet taken any of where there is one.
    What no sentence cites comes last.
    """
    known = {card.number: card for card in pack.evidence}
    queues = [_by_document([known[number] for number in said.numbers]) for said in sentences_of_pack(pack)]
    queues.append(list(pack.evidence) if len(pack.evidence) <= most or not queues else [])
    chosen: dict[int, Card] = {}
    while len(chosen) < min(most, len(pack.evidence)) and any(queues):
        for queue in queues:
            while queue and queue[0].number in chosen:
                queue.pop(0)
            if queue and len(chosen) < most:
                card = queue.pop(0)
                chosen[card.number] = card
    return tuple(chosen[number] for number in sorted(chosen))


def sentences_of_pack(pack: Pack) -> Iterator[PackSentence]:
    """Yield every sentence of a pack that evidence stands behind, in the order of reading."""
    for finding in pack.findings:
        yield from finding.sentences
    for chapter in pack.story.chapters if pack.story else ():
        for paragraph in chapter.paragraphs:
            yield from paragraph


def cited_in(said: PackSentence, chosen: Sequence[Card]) -> str:
    """Return the numbers of a sentence that stand in a hand-out, and how many more there are; "" for none."""
    return cited_among(said.numbers, {card.number for card in chosen})


def _by_document(cards: Sequence[Card]) -> list[Card]:
    """Return cards with the first of each document before the second of any."""
    seen: dict[str, int] = {}
    ranked = []
    for card in cards:
        seen[card.source] = seen.get(card.source, 0) + 1
        ranked.append((seen[card.source], card.number, card))
    return [card for _times, _number, card in sorted(ranked, key=lambda found: found[:2])]
