"""Which forms of trafficking and which sectors claims name: those that most documents name, in sentences."""

from collections.abc import Iterable, Iterator

from flows.narrative import finding_phrases as phrases
from flows.narrative.cited_sentence import CitedSentence, Pointer
from flows.narrative.rankings import (
    NAMED,
    Group,
    all_of,
    by_documents,
    documents_in,
    first_of,
    with_documents,
)
from flows.scene.forms import family, shown_form
from flows.scene.names import label_in_text
from geodata.model.claims import Claim, ContextClaim, RankingClaim
from geodata.vocabulary.enums import UNSPECIFIED

# What of a place these sentences tell.
FORMS = "forms"


def form_sentences(claims: Iterable[Claim], asked: frozenset[str]) -> Iterator[CitedSentence]:
    """Name the forms, of those asked for where any are, then the sectors that most documents name."""
    of_forms = [claim for claim in claims if not isinstance(claim, ContextClaim | RankingClaim)]
    forms = _by_form(of_forms, asked)[:NAMED]
    if forms:
        whole = documents_in(of_forms)
        pointers = tuple(Pointer(label_in_text("types", form)) for form, _claims in forms)
        names = with_documents([pointer.words for pointer in pointers], forms, whole)
        yield CitedSentence(text=phrases.forms(names), claims=all_of(forms), pointers=pointers, topic=FORMS)
    sectors = by_documents((slug, c) for c in of_forms for slug in c.sectors if slug != UNSPECIFIED)
    if sectors:
        named, best = first_of(sectors)
        names = with_documents([label_in_text("sectors", slug) for slug, _claims in named], named)
        yield CitedSentence(text=phrases.sectors(names, best=best), claims=all_of(named), topic=FORMS)


def _by_form(claims: Iterable[Claim], asked: frozenset[str]) -> list[Group]:
    pairs = ((form, claim) for claim in claims for slug in claim.types if (form := shown_form(slug, asked)))
    return [group for group in by_documents(pairs) if group[0] != UNSPECIFIED]


def best_family(claims: Iterable[Claim], asked: frozenset[str]) -> str:
    """Return the family of the form that most documents name."""
    forms = _by_form(claims, asked)
    return family(forms[0][0]) if forms else UNSPECIFIED
