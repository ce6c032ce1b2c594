"""A made-up document of 30,000 words with 2,000 coded passages, the same each time."""

import random
from collections.abc import Iterator
from functools import cache

from flows.narrative.spans import segments
from geodata.gazetteer.gazetteer import read_gazetteer
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, Passage
from geodata.model.documents import Document, Sentence
from geodata.vocabulary.enums import Role
from tests.flows.made_up import atlas_of, document, flow, hotspot, note, role

WORDS, SPANS = 30_000, 2_000
_SEED = 20_24
_SENTENCES_A_PARAGRAPH = 5
_PLACES = ("MEX", "GTM", "HND", "SLV", "COL", "VEN", "PER", "BRA", "CUB", "USA", "CAN", "ARG")
_SYLLABLES = ("ka", "lo", "mi", "ren", "tos", "va", "du", "es", "pa", "nor", "ti", "qua")


@cache
def long_atlas(*, coded: bool) -> Atlas:
    """Return an atlas of the made-up document, with its claims or without a single one."""
    text, sentences = _written(random.Random(_SEED))
    long = document("long", text=text, sentences=sentences)
    claims = tuple(_claims(random.Random(_SEED), long)) if coded else ()
    return atlas_of(read_gazetteer(), *claims, documents=(long,))


def marks_of(atlas: Atlas) -> int:
    """Count the runs of text that the reader marks."""
    return sum(bool(run.claims) for run in segments(atlas.documents["long"], atlas.claims))


def _written(chance: random.Random) -> tuple[str, tuple[Sentence, ...]]:
    text, sentences, words = "", [], 0
    while words < WORDS:
        length = min(chance.randint(12, 28), WORDS - words)
        said = " ".join(_word(chance) for _ in range(length)).capitalize() + "."
        sentences.append(Sentence(start=len(text), end=len(text) + len(said)))
        text += said + ("\n" if len(sentences) % _SENTENCES_A_PARAGRAPH == 0 else " ")
        words += length
    return text, tuple(sentences)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4)))


def _claims(chance: random.Random, long: Document) -> Iterator[Claim]:
    """Quote from the text in passages of half a sentence to two, which overlap here and there."""
    for number in range(SPANS):
        first = chance.choice(long.sentences)
        start = first.start if chance.random() < 0.5 else long.text.index(" ", first.start) + 1
        end = min(start + chance.randint(40, 220), len(long.text))
        passage = Passage(document="long", start=start, end=end, quote=long.text[start:end])
        parts = {"id": f"claim-{number}", "document": "long", "passage": passage}
        origin, destination = chance.sample(_PLACES, 2)
        yield (
            flow(f"{origin}~{destination}", **parts),
            role(origin, chance.choice(list(Role)), **parts),
            hotspot(origin, **parts),
            note(**parts),
            note(**parts),
        )[number % 5]
