"""Rankings by documents: what most documents name, and the few of it that a sentence names."""

from collections.abc import Iterable, Sequence

from flows.narrative.cited_sentence import hedged_name
from flows.narrative.finding_phrases import in_documents
from geodata.model.claims import Claim

# As many names as a sentence holds.
NAMED = 3
# What is named, and the claims that name it.
Group = tuple[str, tuple[Claim, ...]]


def by_documents(pairs: Iterable[tuple[str, Claim]]) -> list[Group]:
    """Gather claims by what they name, what most documents name first, then most claims, then by name."""
    found: dict[str, dict[str, Claim]] = {}
    for key, claim in pairs:
        found.setdefault(key, {})[claim.id] = claim
    groups = [(key, tuple(claims.values())) for key, claims in found.items()]
    return sorted(groups, key=lambda group: (-documents_in(group[1]), -len(group[1]), group[0]))


def documents_in(claims: Iterable[Claim]) -> int:
    """Count the distinct documents behind claims."""
    return len({claim.document for claim in claims})


def first_of(groups: Sequence[Group]) -> tuple[Sequence[Group], bool]:
    """Return the groups that a sentence names, and whether more documents name them than any other.

    Where more are alike than a sentence can hold, it names the first of them, as some among others.
    """
    for number in range(min(NAMED, len(groups)), 0, -1):
        if number == len(groups) or documents_in(groups[number - 1][1]) > documents_in(groups[number][1]):
            return groups[:number], True
    return groups[:NAMED], False


def all_of(groups: Iterable[Group]) -> tuple[Claim, ...]:
    """Return the claims of all groups, each once."""
    return tuple({claim.id: claim for _key, claims in groups for claim in claims}.values())


def with_documents(names: Iterable[str], groups: Sequence[Group], whole: int = 0) -> list[str]:
    """Put the number of documents behind each name, in words behind the first."""
    counts = [in_documents(documents_in(groups[0][1]), whole)]
    counts += [str(documents_in(claims)) for _key, claims in groups[1:]]
    return [
        hedged_name(name, claims, count)
        for name, (_key, claims), count in zip(names, groups, counts, strict=True)
    ]
