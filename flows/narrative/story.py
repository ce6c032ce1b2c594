"""The story of a focus: a title, sentences with their citation numbers, and the claims behind them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative import phrases
from flows.narrative.cited_sentence import CitedSentence, in_order_of_citation
from flows.narrative.claim_focus import title_of
from flows.narrative.finding_phrases import notes_of_theme
from flows.narrative.findings import claims_in_order, finding_title, findings_of
from flows.narrative.focus_lookup import is_known, mark_names
from flows.narrative.form_sentences import form_sentences
from flows.narrative.place_sentences import place_sentences, source_sentence
from flows.narrative.rankings import documents_in
from flows.narrative.sentences import hotspot_sentence, route_sentence
from flows.query.claim_places import places_by_claim
from flows.query.focus import Focus
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, label, place_in_text, place_name, route_name, tagged
from flows.scene.routes import routes_from
from flows.scene.scene import Scene
from flows.scene.tiers import placement_name
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RankingClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import FocusKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the panel tells of a focus.

    ``own`` are the claims of the place or mark, ``regional`` those of the regions around it;
    ``placements`` the tiers and the like that a country is placed in, the latest first. ``numbered`` are the
    claims in the order of their numbers, where that is not the order of the cards.
    """

    title: str
    sentences: tuple[CitedSentence, ...] = ()
    placements: tuple[CitedSentence, ...] = ()
    own: tuple[Claim, ...] = ()
    regional: tuple[Claim, ...] = ()
    no_evidence_note: str = ""
    numbered: tuple[Claim, ...] = ()

    def numbers(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """Return the citation numbers of claims: their places among those that are numbered, from 1."""
        every = self.numbered or (*self.own, *self.regional)
        order = {claim.id: number for number, claim in enumerate(every, start=1)}
        return tuple(sorted({order[claim.id] for claim in claims}))

    def first_card(self, claims: Collection[Claim]) -> tuple[str, int]:
        """Return the claim of these whose card stands first, and its place among the cards, from 1."""
        cited = {claim.id for claim in claims}
        return next((claim.id, place) for place, claim in enumerate(self.own, start=1) if claim.id in cited)


def story_of(focus: Focus, scene: Scene, atlas: Atlas) -> Story:
    """Tell what the scene holds about ``focus``; one that it does not show has a note instead."""
    if not is_known(focus, atlas):
        title = focus.id.replace("~", " → ") if focus.kind is FocusKind.ROUTE else focus.id
        return Story(title=title, no_evidence_note=_("The atlas knows nothing by this name."))
    if focus.kind in {FocusKind.COUNTRY, FocusKind.REGION}:
        return _place_story(focus.id, scene, atlas)
    if focus.kind is FocusKind.FINDING:
        return _finding_story(focus.id, scene)
    if focus.kind is FocusKind.THEME:
        return _theme_story(focus.id, scene)
    return _mark_story(focus, scene, atlas)


def _finding_story(ident: str, scene: Scene) -> Story:
    """Tell one finding, with the numbers that its claims have among all findings."""
    findings = findings_of(scene)
    found = [finding for finding in findings if finding.id == ident]
    sentences = tuple(said for finding in found for said in finding.sentences)
    numbered = claims_in_order(findings, scene)
    behind = {claim.id for said in sentences for claim in said.claims}
    return Story(
        title=finding_title(ident),
        sentences=sentences,
        own=tuple(claim for claim in numbered if claim.id in behind),
        numbered=numbered,
        no_evidence_note=" ".join(f.uncited for f in found) if found else _nothing_shown(),
    )


def _theme_story(theme: str, scene: Scene) -> Story:
    """Tell all that is said of whole regions on one theme."""
    notes = tuple(note for note in scene.notes if note.theme == theme)
    said = CitedSentence(text=notes_of_theme(len(notes), documents_in(notes), notes), claims=notes)
    return Story(
        title=label("theme", theme),
        sentences=(said,) if notes else (),
        own=notes,
        no_evidence_note="" if notes else _nothing_shown(),
    )


def _mark_story(focus: Focus, scene: Scene, atlas: Atlas) -> Story:
    places = atlas.gazetteer
    # From all claims of the scene: also those that the map draws only on request, as thin dots.
    for route in routes_from(scene.claims) if focus.kind is FocusKind.ROUTE else ():
        if route.id == focus.id:
            return _of_mark(route_name(route, places), route_sentence(route, places), route.evidence)
    for hotspot in hotspots_from(scene.claims) if focus.kind is FocusKind.HOTSPOT else ():
        if hotspot.id == focus.id:
            name = hotspot_name(hotspot, places)
            return _of_mark(name, hotspot_sentence(hotspot, places), hotspot.evidence)
    known = atlas.claim(focus.id) if focus.kind in {FocusKind.NOTE, FocusKind.CLAIM} else None
    if known is not None:
        return Story(title=title_of(known, places), own=(known,))
    return Story(
        title=mark_names(focus.kind, atlas)[focus.id],
        no_evidence_note=_nothing_shown(),
    )


def _nothing_shown() -> str:
    return _("Nothing in this selection shows it. Clear a filter.")


def _of_mark(name: str, said: str, evidence: Evidence) -> Story:
    sentences = (CitedSentence(text=said, claims=evidence.claims),)
    return Story(title=tagged(name, evidence.claims), sentences=sentences, own=evidence.claims)


def _place_story(ident: str, scene: Scene, atlas: Atlas) -> Story:
    places = atlas.gazetteer
    name = place_in_text(places[ident])
    about = places_by_claim(atlas)
    own = tuple(claim for claim in scene.claims if ident in about[claim.id])
    regions = set(places.regions_of(ident))
    regional = tuple(
        claim
        for claim in scene.claims
        if ident not in about[claim.id] and not regions.isdisjoint(about[claim.id])
    )
    sentences = (
        *place_sentences(ident, own, atlas),
        *form_sentences(own, scene.selection.types),
        *source_sentence(name, own, atlas),
    )
    return Story(
        title=place_name(places[ident]),
        sentences=sentences,
        placements=tuple(_placements(own)),
        own=in_order_of_citation(sentences, own),
        regional=in_order_of_citation((), regional),
        no_evidence_note="" if own else phrases.nothing_said(name),
    )


def _placements(own: Iterable[Claim]) -> Iterable[CitedSentence]:
    ranked = sorted(
        (claim for claim in own if isinstance(claim, RankingClaim)), key=lambda claim: (-claim.year, claim.id)
    )
    return (CitedSentence(text=placement_name(claim), claims=(claim,)) for claim in ranked)
