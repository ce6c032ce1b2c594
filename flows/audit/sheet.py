"""The sheet of an audit: claims drawn by chance, each with its passage or its locator, and the questions."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from flows.audit.questions import questions_of
from flows.narrative.citations import short_citation
from flows.narrative.text_fragments import found_by, locator_link
from geodata.annotation.anchoring import context
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.readers.formulas import escape_formula

COLUMNS = (
    "collection",
    "claim",
    "statement",
    "source",
    "address",
    "passage",
    "find_by",
    "field",
    "question",
    "words",
    "rules",
    "answer",
    "note",
    "sample",
    "seed",
    "coder",
)
# How claims are coded: who answers without it goes by rules of their own, and both are right.
RULES = "geodata/collections/CODING.md"
# Characters of the document on either side of a passage.
_AROUND = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Which claims are asked about: so many of each collection, by a seed, and who answers."""

    sample: int
    seed: int
    coder: str = ""
    collections: tuple[str, ...] = ()


def drawn_claims(atlas: Atlas, draw: Draw) -> list[Claim]:
    """Draw claims by chance: the same ones for the same atlas, seed and size, all where there are fewer."""
    found: list[Claim] = []
    for name in draw.collections or sorted(atlas.collections):
        own = sorted((c for c in atlas.claims if c.collection == name), key=lambda claim: claim.id)
        found += Random(draw.seed).sample(own, min(draw.sample, len(own)))  # noqa: S311 — to be drawn again
    return found


def sheet_bytes(atlas: Atlas, draw: Draw) -> bytes:
    """Write the sheet as CSV in UTF-8: a row a question, the answers empty."""
    page = io.StringIO(newline="")
    table = csv.DictWriter(page, COLUMNS)
    table.writeheader()
    table.writerows(_rows(atlas, drawn_claims(atlas, draw), draw))
    return page.getvalue().encode()


def _rows(atlas: Atlas, claims: Iterable[Claim], draw: Draw) -> Iterator[dict[str, str]]:
    for claim in claims:
        document = atlas.documents[claim.document]
        told = {
            "collection": claim.collection,
            "claim": claim.id,
            "statement": claim.statement,
            "source": short_citation(document, claim),
            "address": locator_link(document, claim) or document.url,
            "passage": _passage(atlas, claim),
            "find_by": found_by(claim),
            "rules": RULES,
            "sample": str(draw.sample),
            "seed": str(draw.seed),
            "coder": draw.coder,
        }
        for question in questions_of(claim):
            asked = {"field": question.field, "question": question.text, "words": " | ".join(question.words)}
            row = told | asked | {"answer": "", "note": ""}
            yield {column: escape_formula(row[column]) for column in COLUMNS}


def _passage(atlas: Atlas, claim: Claim) -> str:
    if claim.passage is None:
        return ""
    text = atlas.documents[claim.document].text
    before, after = context(text, claim.passage.start, claim.passage.end, width=_AROUND)
    return f"{before}[[{claim.passage.quote}]]{after}"
