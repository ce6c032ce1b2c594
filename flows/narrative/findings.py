"""What the documents say, first: the few findings of a selection, each by a rule that About writes down.

Every count is of distinct documents, never of people; a thing that no source says to happen is told so behind
its name. Findings follow the selection: one of which it holds nothing is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flows.i18n import translate as _
from flows.narrative import finding_phrases as phrases
from flows.narrative.cited_sentence import CitedSentence, Pointer, hedged_name, in_order_of_citation
from flows.narrative.claim_focus import place_focus
from flows.narrative.form_sentences import best_family, form_sentences
from flows.narrative.rankings import (
    NAMED,
    Group,
    all_of,
    by_documents,
    documents_in,
    first_of,
    with_documents,
)
from flows.query.claim_places import places_by_claim
from flows.scene.names import label_in_text, place_in_text
from flows.scene.scene import Scene, drawn_claims
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.vocabulary.enums import UNSPECIFIED, PlaceKind, Role, Scope
from geodata.vocabulary.terms import slugs

# The ids of findings, in the order in which they are read.
FINDINGS = ("destination", "forms", "ways", "region", "silence")
_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: an id for links, its sentences, and the family of colours that it is shown in.

    ``uncited`` tells what no claim could carry: of whom no document speaks.
    """

    id: str
    sentences: tuple[CitedSentence, ...]
    family: str = UNSPECIFIED
    uncited: str = ""

    @property
    def silence(self) -> str:
        """Return what no claim could carry, with what it does not mean; "" where there is nothing of it."""
        return f"{self.uncited} {phrases.silence_note()}" if self.uncited else ""


def finding_title(ident: str) -> str:
    """Return the title of a finding."""
    return {
        "destination": _("The best documented destination"),
        "forms": _("Forms and sectors"),
        "ways": _("Inside borders and on the way"),
        "region": _("Said of whole regions"),
        "silence": _("What is not said"),
    }[ident]


def findings_of(scene: Scene) -> tuple[Finding, ...]:
    """Return the findings of a scene, in the order in which they are read."""
    if not scene.claims:
        return ()
    claims = drawn_claims(scene.claims, scene.selection)
    flows = [claim for claim in claims if isinstance(claim, FlowClaim)]
    told = (
        _destination(flows, scene),
        form_sentences(claims, scene.selection.types),
        (*_inside(flows, scene), *_transit(claims, scene)),
        _whole_regions(scene),
        _without_form(scene),
    )
    found = (
        Finding(
            id=ident,
            sentences=tuple(sentences),
            family=best_family(claims, scene.selection.types) if ident == "forms" else UNSPECIFIED,
            uncited=_unnamed_countries(scene) if ident == "silence" else "",
        )
        for ident, sentences in zip(FINDINGS, told, strict=True)
    )
    return tuple(finding for finding in found if finding.sentences or finding.uncited)


def claims_in_order(findings: Iterable[Finding], scene: Scene) -> tuple[Claim, ...]:
    """Return the claims of a scene in the order of their numbers: as its findings first cite them."""
    sentences = (said for finding in findings for said in finding.sentences)
    return in_order_of_citation(sentences, scene.claims)


def _destination(flows: Iterable[FlowClaim], scene: Scene) -> Iterator[CitedSentence]:
    """Name the destination that most documents name, and where routes to it begin."""
    abroad = [claim for claim in flows if claim.destination and claim.origin != claim.destination]
    ranked = by_documents((claim.destination, claim) for claim in abroad)
    if not ranked:
        return
    place, claims = ranked[0]
    rivals = [documents_in(others) for _place, others in ranked[1:]]
    pointer = _pointer(place, scene)
    origins = by_documents((c.origin, c) for c in claims if isinstance(c, FlowClaim) and c.origin)
    text = phrases.destination(pointer.words, len(origins), claims, documents_in(claims), rivals)
    yield CitedSentence(text=text, claims=claims, pointers=(pointer,))
    if origins:
        named = _named_places(origins, scene)
        text = phrases.origins(named.names, len(origins), best=named.best)
        yield CitedSentence(text=text, claims=named.claims, pointers=named.pointers)


def _inside(flows: Iterable[FlowClaim], scene: Scene) -> Iterator[CitedSentence]:
    """Say in how many places people are exploited without crossing a border, and where by most documents."""
    places = scene.atlas.gazetteer
    ranked = by_documents(
        (claim.origin, claim)
        for claim in flows
        if claim.origin == claim.destination
        and claim.scope != Scope.BETWEEN
        and places[claim.origin].kind is not PlaceKind.REGION
    )
    if ranked:
        named, claims = _named_places(ranked, scene), all_of(ranked)
        text = phrases.inside(named.names, len(ranked), claims, best=named.best)
        yield CitedSentence(text=text, claims=claims, pointers=named.pointers)


def _transit(claims: Iterable[Claim], scene: Scene) -> Iterator[CitedSentence]:
    """Name the places of transit that most documents name, by their role or as a stop of a route."""
    ranked = by_documents((place, claim) for claim in claims for place in _passed(claim))
    if ranked:
        named, passed = _named_places(ranked, scene), all_of(ranked)
        text = phrases.transit(named.names, len(ranked), passed, best=named.best)
        yield CitedSentence(text=text, claims=passed, pointers=named.pointers)


def _passed(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, RoleClaim):
        return (claim.place,) if claim.role is Role.TRANSIT else ()
    return claim.transit if isinstance(claim, FlowClaim) else ()


def _whole_regions(scene: Scene) -> Iterator[CitedSentence]:
    """Count the notes that belong to no place, and name the themes that most of them have."""
    every = by_theme(scene)
    themes = every[:NAMED]
    if themes:
        pointers = tuple(Pointer(label_in_text("theme", key), f"theme:{key}") for key, _notes in themes)
        names = [
            hedged_name(p.words, notes, str(len(notes)))
            for p, (_key, notes) in zip(pointers, themes, strict=True)
        ]
        text = phrases.whole_regions(names, len(every), len(scene.notes), documents_in(scene.notes))
        yield CitedSentence(text=text, claims=scene.notes, pointers=pointers)


def by_theme(scene: Scene) -> list[Group]:
    """Gather the notes of a scene by theme, the largest themes first."""
    themes: dict[str, list[Claim]] = {}
    for note in scene.notes:
        themes.setdefault(note.theme, []).append(note)
    order = {slug: number for number, slug in enumerate(slugs("theme"))}
    ranked = sorted(themes.items(), key=lambda theme: (-len(theme[1]), order[theme[0]]))
    return [(theme, tuple(notes)) for theme, notes in ranked]


def _without_form(scene: Scene) -> Iterator[CitedSentence]:
    """Say how many routes name no form."""
    silent = [r for r in scene.routes if all(c.types == (UNSPECIFIED,) for c in r.evidence.claims)]
    if silent:
        claims = tuple(claim for route in silent for claim in route.evidence.claims)
        text = phrases.routes_without_form(len(silent), len(scene.routes), claims)
        yield CitedSentence(text=text, claims=claims)


def _unnamed_countries(scene: Scene) -> str:
    """Say which countries of the Americas no document names, and how many the selection leaves out."""
    places = scene.atlas.gazetteer
    about = places_by_claim(scene.atlas)
    ever = frozenset().union(*about.values())
    shown = frozenset().union(*(about[claim.id] for claim in scene.claims))
    ours = [place for place in places if place.americas and place.kind in _COUNTRIES]
    never = [place for place in ours if place.id not in ever]
    names = sorted(place_in_text(place) for place in never if place.kind is PlaceKind.COUNTRY)
    parts = (
        phrases.named_by_none(names, len(never) - len(names)),
        phrases.left_out(sum(place.id in ever and place.id not in shown for place in ours)),
    )
    return " ".join(filter(None, parts))


class _Named(NamedTuple):
    """The places that a sentence names: their names with numbers, whether they lead, and their claims."""

    names: list[str]
    best: bool
    claims: tuple[Claim, ...]
    pointers: tuple[Pointer, ...]


def _named_places(ranked: Sequence[Group], scene: Scene) -> _Named:
    named, best = first_of(ranked)
    pointers = tuple(_pointer(place, scene) for place, _claims in named)
    names = with_documents([pointer.words for pointer in pointers], named)
    return _Named(names=names, best=best, claims=all_of(named), pointers=pointers)


def _pointer(place: str, scene: Scene) -> Pointer:
    places = scene.atlas.gazetteer
    return Pointer(place_in_text(places[place]), place_focus(place, places))
