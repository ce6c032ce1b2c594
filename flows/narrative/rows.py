"""The table twin of the map: one row for each mark of a scene, with a sentence that says the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative import sentences
from flows.narrative.citations import span
from flows.narrative.claim_focus import place_focus
from flows.query.focus import Focus
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, label, note_title, place_name, role_name, route_name, tagged
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.scene.telling import telling_of
from flows.scene.tiers import placement_name, tier_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RankingClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import UNSPECIFIED, Assertion, FocusKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One mark: what it is, its name, what its claims say of it, and a sentence.

    ``focus`` is the ``kind:id`` under which the map looks at it; ``what`` the kind of mark, in words.
    """

    focus: str
    what: str
    name: str
    types: tuple[str, ...]
    sectors: tuple[str, ...]
    evidence: Evidence
    sentence: str

    @property
    def years(self) -> str:
        """Return the years that the claims speak of, as "2013–2024"."""
        return span(self.evidence.years)

    @property
    def said(self) -> str:
        """Return what is said to happen, at the strongest, in words."""
        return label("assertion", min(self.evidence.claims, key=_strength).assertion)

    @property
    def certainty(self) -> str:
        """Return the hedge of what is said at the strongest, in words."""
        return label("certainty", telling_of(self.evidence.claims).certainty)

    @property
    def forms(self) -> str:
        """Return the trafficking types in words; "" for a placement, which is about a government."""
        return ", ".join(label("types", slug) for slug in self.types)

    @property
    def at_work(self) -> str:
        """Return the sectors in words, without the one that says that none is named."""
        return ", ".join(label("sectors", slug) for slug in self.sectors if slug != UNSPECIFIED)


def rows_of(scene: Scene, atlas: Atlas, *, dots: bool = False, tiers: int | None = None) -> tuple[Row, ...]:
    """Return a row for every mark of ``scene``: routes, hotspots, roles and region-wide notes.

    ``dots`` adds the faint marks of what is alleged, at risk or onward migration, ``tiers`` the placements of
    that year, as the map does when it is asked to.
    """
    return tuple(_rows(scene, atlas, dots=dots, tiers=tiers))


def _rows(scene: Scene, atlas: Atlas, *, dots: bool, tiers: int | None) -> Iterator[Row]:
    yield from _routes(scene.routes, atlas, _("Route"))
    yield from _hotspots(scene.hotspots, atlas, _("Hotspot"))
    places = atlas.gazetteer
    yield from _roles(scene.roles, atlas, _("Country role"))
    for note in scene.notes:
        yield _of_claim(str(Focus(kind=FocusKind.NOTE, id=note.id)), note, note_title(note), atlas)
    if dots:
        yield from _routes(scene.unconfirmed_routes, atlas, _("Route: alleged, at risk or onward"))
        yield from _hotspots(scene.unconfirmed_hotspots, atlas, _("Hotspot: alleged, at risk or onward"))
        yield from _roles(scene.unconfirmed_roles, atlas, _("Country role: alleged, at risk or onward"))
    for claim in scene.claims:
        if isinstance(claim, RankingClaim) and claim.year == tiers and tier_of(claim):
            name = f"{place_name(places[claim.place])}: {placement_name(claim)}"
            yield _of_claim(place_focus(claim.place, places), claim, name, atlas)


def _routes(routes: Iterable[Route], atlas: Atlas, what: str) -> Iterator[Row]:
    for route in routes:
        name = route_name(route, atlas.gazetteer)
        sentence = sentences.route_sentence(route, atlas.gazetteer)
        yield _row(f"route:{route.id}", what, name, route.evidence, sentence)


def _hotspots(hotspots: Iterable[Hotspot], atlas: Atlas, what: str) -> Iterator[Row]:
    for hotspot in hotspots:
        name = hotspot_name(hotspot, atlas.gazetteer)
        sentence = sentences.hotspot_sentence(hotspot, atlas.gazetteer)
        yield _row(f"hotspot:{hotspot.id}", what, name, hotspot.evidence, sentence)


def _roles(roles: Iterable[CountryRole], atlas: Atlas, what: str) -> Iterator[Row]:
    places = atlas.gazetteer
    for role in roles:
        sentence = sentences.role_sentence(role, places)
        yield _row(place_focus(role.place, places), what, role_name(role, places), role.evidence, sentence)


def _strength(claim: Claim) -> int:
    return list(Assertion).index(claim.assertion)


def _of_claim(focus: str, claim: Claim, name: str, atlas: Atlas) -> Row:
    what = _("Tier placement") if isinstance(claim, RankingClaim) else _("Region-wide note")
    sentence = sentences.claim_sentence(claim, atlas.gazetteer)
    return _row(focus, what, name, Evidence(claims=(claim,)), sentence)


def _row(focus: str, what: str, name: str, evidence: Evidence, sentence: str) -> Row:
    # A placement in a tier is about a government, and no form of trafficking could be named in it.
    ranked = isinstance(evidence.claims[0], RankingClaim)
    return Row(
        focus=focus,
        what=what,
        name=tagged(name, evidence.claims),
        types=() if ranked else evidence.types,
        sectors=() if ranked else evidence.sectors,
        evidence=evidence,
        sentence=sentence,
    )
