"""The sentences about one place: its roles, and the routes from it, to it, through it and inside it.

What is told in different strengths stands in sentences of its own, the strongest first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.i18n import translate as _
from flows.narrative import phrases
from flows.narrative.cited_sentence import CitedSentence
from flows.narrative.phrases import Clause
from flows.scene.names import place_in_text
from flows.scene.source_sentences import sentences_behind
from flows.scene.telling import Telling, telling_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.vocabulary.enums import PlaceKind, Role, Scope

# From so many claims on, and more than half of all, it is said that they rest on one sentence.
_MANY = 4


def place_sentences(ident: str, own: Sequence[Claim], atlas: Atlas) -> Iterator[CitedSentence]:
    """Tell of a place what its own claims say."""
    name = place_in_text(atlas.gazetteer[ident])
    for role in Role:
        held = tuple(c for c in own if isinstance(c, RoleClaim) and c.role is role and c.place == ident)
        if held:
            yield CitedSentence(text=phrases.named_as(name, role, telling_of(held)), claims=held)
    flows = [claim for claim in own if isinstance(claim, FlowClaim)]
    out = {c.id: c.destination for c in flows if c.origin == ident and c.destination not in {"", ident}}
    come = {c.id: c.origin for c in flows if c.destination == ident and c.origin not in {"", ident}}
    yield from _by_strength(flows, out, lambda names: phrases.flows_from(name, names), atlas)
    yield from _by_strength(flows, come, lambda names: phrases.flows_to(name, names), atlas)
    through = [claim for claim in flows if ident in claim.transit]
    inside = [claim for claim in flows if claim.origin == claim.destination == ident]
    region = atlas.gazetteer[ident].kind is PlaceKind.REGION
    for claims, pattern in (
        (through, phrases.flows_through),
        (
            [claim for claim in inside if claim.scope != Scope.BETWEEN],
            phrases.flows_within_region if region else phrases.flows_within,
        ),
        ([claim for claim in inside if claim.scope == Scope.BETWEEN], phrases.flows_between),
    ):
        if claims:
            yield _cited(pattern(name), telling_of(claims), claims, atlas)


def _by_strength(
    flows: Iterable[FlowClaim], ends: dict[str, str], clause: Callable[[list[str]], Clause], atlas: Atlas
) -> Iterator[CitedSentence]:
    """Tell of the other ends of flows (by the claim's id), those of one strength in one sentence."""
    by_end: dict[str, list[Claim]] = {}
    for claim in flows:
        if claim.id in ends:
            by_end.setdefault(ends[claim.id], []).append(claim)
    groups: dict[Telling, list[str]] = {}
    for end, claims in by_end.items():
        groups.setdefault(telling_of(claims), []).append(end)
    for telling, named in sorted(groups.items(), key=lambda group: group[0].order):
        names = [place_in_text(atlas.gazetteer[end]) for end in named]
        behind = [claim for claim in flows if ends.get(claim.id) in set(named)]
        yield _cited(clause(names), telling, behind, atlas)


def _cited(clause: Clause, telling: Telling, claims: Sequence[Claim], atlas: Atlas) -> CitedSentence:
    text = phrases.sentence(phrases.told(clause, telling), from_one_sentence(claims, atlas))
    return CitedSentence(text=text, claims=tuple(claims))


def from_one_sentence(claims: Sequence[Claim], atlas: Atlas) -> str:
    """Say how many of many claims rest on one sentence of a source; "" where that is not most of them."""
    ((_sentence, most),) = sentences_behind(claims, atlas).most_common(1)
    if most < _MANY or most * 2 <= len(claims):
        return ""
    if most == len(claims):
        return _("from one sentence")
    return _("{n} of {all} claims from one sentence").format(n=most, all=len(claims))
