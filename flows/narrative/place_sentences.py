"""The sentences about one place: its roles, and the routes from it, to it, through it and inside it.

What is told in different strengths stands in sentences of its own, the strongest first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative import phrases
from flows.narrative.citations import span
from flows.narrative.cited_sentence import CitedSentence, Pointer, hedge_of
from flows.narrative.claim_focus import place_focus
from flows.narrative.phrases import Clause
from flows.narrative.rankings import Group, all_of, by_documents, documents_in
from flows.scene.names import place_in_text, place_name
from flows.scene.source_sentences import sentences_behind
from flows.scene.telling import Telling, telling_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.vocabulary.enums import PlaceKind, Role, Scope

# From so many claims on, and more than half of all, it is said that they rest on one sentence.
_MANY = 4


def place_sentences(ident: str, own: Sequence[Claim], atlas: Atlas) -> Iterator[CitedSentence]:
    """Tell of a place what its own claims say; each sentence knows by its topic what of it that is."""
    name = place_in_text(atlas.gazetteer[ident])
    for role in Role:
        held = tuple(c for c in own if isinstance(c, RoleClaim) and c.role is role and c.place == ident)
        if held:
            text = phrases.named_as(name, role, telling_of(held))
            yield CitedSentence(text=text, claims=held, topic="roles")
    flows = [claim for claim in own if isinstance(claim, FlowClaim)]
    out = {c.id: c.destination for c in flows if c.origin == ident and c.destination not in {"", ident}}
    come = {c.id: c.origin for c in flows if c.destination == ident and c.origin not in {"", ident}}
    told = _Told(name, atlas)
    yield from told.by_strength(flows, out, "from", lambda names: phrases.flows_from(name, names))
    yield from told.by_strength(flows, come, "to", lambda names: phrases.flows_to(name, names))
    through = [claim for claim in flows if ident in claim.transit]
    inside = [claim for claim in flows if claim.origin == claim.destination == ident]
    region = atlas.gazetteer[ident].kind is PlaceKind.REGION
    within = phrases.flows_within_region if region else phrases.flows_within
    for claims, topic, pattern in (
        (through, "through", phrases.flows_through),
        ([claim for claim in inside if claim.scope != Scope.BETWEEN], "inside", within),
        ([claim for claim in inside if claim.scope == Scope.BETWEEN], "inside", phrases.flows_between),
    ):
        if claims:
            yield told.cited(pattern(name), telling_of(claims), claims, topic)


class _Told:
    """Write the sentences about the routes of one place."""

    def __init__(self, name: str, atlas: Atlas) -> None:
        self._name = name
        self._atlas = atlas

    def by_strength(
        self,
        flows: Iterable[FlowClaim],
        ends: dict[str, str],
        topic: str,
        clause: Callable[[list[str]], Clause],
    ) -> Iterator[CitedSentence]:
        """Tell of the other ends of flows (by the claim's id), those of one strength in one sentence.

        The end that most documents name comes first; those alike stand in the order of their names.
        """
        groups: dict[Telling, list[Group]] = {}
        for end, claims in by_documents((ends[c.id], c) for c in flows if c.id in ends):
            groups.setdefault(telling_of(claims), []).append((end, claims))
        for telling, named in sorted(groups.items(), key=lambda group: group[0].order):
            named.sort(key=self._best_documented)
            pointers = tuple(self._pointer(end) for end, _claims in named)
            words = clause([pointer.words for pointer in pointers])
            yield self.cited(words, telling, all_of(named), topic, pointers)

    def _best_documented(self, group: Group) -> tuple[int, str]:
        end, claims = group
        return -documents_in(claims), place_name(self._atlas.gazetteer[end])

    def _pointer(self, end: str) -> Pointer:
        places = self._atlas.gazetteer
        return Pointer(place_in_text(places[end]), place_focus(end, places))

    def cited(
        self,
        clause: Clause,
        telling: Telling,
        claims: Sequence[Claim],
        topic: str,
        pointers: Iterable[Pointer] = (),
    ) -> CitedSentence:
        """Put a clause into the strength of its claims, with a note where they rest on one sentence."""
        text = phrases.sentence(phrases.told(clause, telling), from_one_sentence(claims, self._atlas))
        # A name that is part of the place's own would be found there.
        apart = tuple(pointer for pointer in pointers if pointer.words not in self._name)
        return CitedSentence(text=text, claims=tuple(claims), topic=topic, pointers=apart)


def from_one_sentence(claims: Sequence[Claim], atlas: Atlas) -> str:
    """Say how many of many claims rest on one sentence of a source; "" where that is not most of them."""
    ((_sentence, most),) = sentences_behind(claims, atlas).most_common(1)
    if most < _MANY or most * 2 <= len(claims):
        return ""
    if most == len(claims):
        return _("from one sentence")
    return _("{n} of {all} claims from one sentence").format(n=most, all=len(claims))


def source_sentence(name: str, own: Sequence[Claim], atlas: Atlas) -> Iterator[CitedSentence]:
    """Say which documents tell of a place, of which years, and which of them tells most."""
    if not own:
        return
    documents = [atlas.documents[ident] for ident in dict.fromkeys(claim.document for claim in own)]
    ((fullest, number),) = Counter(claim.document for claim in own).most_common(1)
    ((author, times),) = Counter(found.author or found.publisher for found in documents).most_common(1)
    counted = translate_count("{n} document", "{n} documents", len(documents))
    years = span(document.year for document in documents)
    share = number, len(own)
    parts = [phrases.documents_tell(name, counted, years, atlas.documents[fullest].title, share)]
    if author and times > 1:
        parts.append(phrases.by_author(author, times, len(documents)))
    text = phrases.sentence("; ".join(parts), hedge_of(own))
    yield CitedSentence(text=text, claims=tuple(own), topic="sources")


def topic_titles() -> dict[str, str]:
    """Return what of a place each topic is, as the heading of its sentences."""
    return {
        "roles": _("Named as"),
        "from": _("From here"),
        "to": _("To here"),
        "through": _("Passing through"),
        "inside": _("Inside"),
        "forms": _("Forms and sectors"),
        "sources": _("Who says it"),
    }
