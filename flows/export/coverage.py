"""Coverage in sentences: how much of each document is coded, and as what."""

from collections import Counter
from collections.abc import Iterator

from geodata.model.atlas import Atlas
from geodata.model.claims import CLAIM_KINDS
from geodata.model.documents import Document


def coverage_lines(atlas: Atlas) -> Iterator[str]:
    """Yield a line a document, then one that counts the claims by kind."""
    for document in atlas.documents.values():
        yield _coverage_line(atlas, document)
    counts = Counter(claim.kind for claim in atlas.claims)
    by_kind = ", ".join(f"{counts[kind.kind]} {kind.kind}" for kind in CLAIM_KINDS if counts[kind.kind])
    yield f"{_claims(len(atlas.claims))}: {by_kind or 'none of any kind'}"


def _coverage_line(atlas: Atlas, document: Document) -> str:
    coverage = atlas.coverage(document.id)
    if not coverage.sentences:
        citing = sum(claim.document == document.id for claim in atlas.claims)
        return f"{document.id}: cited without its text: {_claims(citing)}"
    coded = coverage.sentences - len(coverage.uncovered)
    line = (
        f"{document.id}: {coded} of {coverage.sentences} sentences coded: {coverage.mapped} mapped, "
        f"{coverage.noted} noted region-wide, {coverage.framing} framing"
    )
    if coverage.uncovered:
        line += f"; the first that is not coded begins at character {coverage.uncovered[0].start}"
    return line


def _claims(count: int) -> str:
    return f"{count} {'claim' if count == 1 else 'claims'}"
