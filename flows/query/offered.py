"""Which values a filter of pills offers, and in which order."""

from collections.abc import Iterable, Sequence

from flows.query.claim_index import ClaimIndex
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import EvidenceKind
from geodata.vocabulary.terms import slugs, term

# Facets that the page shows as pills, each a button of its own.
PILL_FACETS = (
    "collections",
    "types",
    "sectors",
    "roles",
    "settings",
    "groups",
    "certainty",
    "assertion",
    "access",
)


def offered_values(facet: str, atlas: Atlas, index: ClaimIndex, chosen: Iterable[str] = ()) -> list[str]:
    """Return the values that a filter offers, in its order: those that claims have, and those chosen.

    Types stand under the first of their parents; collections whose documents are quoted come first.
    """
    if facet == "collections":
        quoted = {
            found.collection
            for found in atlas.documents.values()
            if found.evidence_kind is EvidenceKind.QUOTED
        }
        return sorted(atlas.collections, key=lambda name: (name not in quoted, name))
    used = index.values(facet) | frozenset(chosen)
    options = [slug for slug in slugs(facet) if slug in used]
    return _nested(options) if facet == "types" else options


def _nested(options: Sequence[str]) -> list[str]:
    """Put each type behind the first of its parents, so that children stand under them."""
    found: list[str] = []

    def add(slug: str) -> None:
        if slug in options and slug not in found:
            found.append(slug)
            for child in options:
                if term("types", child).parents[:1] == (slug,):
                    add(child)

    for slug in options:
        if not set(term("types", slug).parents) & set(options):
            add(slug)
    return found
