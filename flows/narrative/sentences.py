"""What each mark says, in a plain sentence: the map for those who read or listen rather than look."""

from collections.abc import Iterable, Iterator

from flows.i18n import translate as _
from flows.narrative import phrases
from flows.narrative.phrases import Clause
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, joined, label_in_text, note_title, place_in_text, place_name
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.telling import UNCONFIRMED, Telling, telling_of
from flows.scene.tiers import placement_name
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, ContextClaim, HotspotClaim, RankingClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import UNSPECIFIED, Assertion, PlaceKind, Sense


def route_sentence(route: Route, places: Gazetteer) -> str:
    """Say where a route leads, as strongly as its claims do, and which of its ends no claim names."""
    telling = telling_of(route.evidence.claims)
    if route.internal or route.between:
        return phrases.sentence(phrases.told(_inside(route, places), telling))
    origin, *transit, destination = (place_in_text(places[stop]) if stop else "" for stop in route.stops)
    via = joined(transit)
    words = {"origin": origin, "transit": via, "destination": destination}
    parts = (pattern.format(**words) for pattern in _course(*(bool(word) for word in words.values())))
    return phrases.sentence(phrases.told(Clause(*parts), telling) + _unnamed(origin, destination, telling))


def _inside(route: Route, places: Gazetteer) -> Clause:
    place = places[route.stops[0]]
    if route.between:
        return phrases.flows_between(place_in_text(place))
    region = place.kind is PlaceKind.REGION
    return (phrases.flows_within_region if region else phrases.flows_within)(place_in_text(place))


def _course(origin: bool, transit: bool, destination: bool) -> tuple[str, str, str]:  # noqa: FBT001 — which of its parts are named
    """Return the patterns of a route: as what happens, of whom a risk is said, and which way they go."""
    ways = {
        (True, False, True): _("from {origin} to {destination}"),
        (True, True, True): _("from {origin} through {transit} to {destination}"),
        (False, False, True): _("to {destination}"),
        (False, True, True): _("through {transit} to {destination}"),
        (True, False, False): _("from {origin}"),
        (True, True, False): _("from {origin} through {transit}"),
        (False, True, False): _("through {transit}"),
    }
    way = ways[origin, transit, destination]
    # Where one end is all that is named, nobody is said to go anywhere.
    people = {
        (False, False, True): _("people in {destination}"),
        (True, False, False): _("people from {origin}"),
    }
    return (
        _("a route leads {way}").replace("{way}", way),
        people.get((origin, transit, destination)) or _("people who go {way}").replace("{way}", way),
        way,
    )


def _unnamed(origin: str, destination: str, telling: Telling) -> str:
    if origin and destination:
        return ""
    if not origin and not destination:
        return _("; neither end is named")
    if telling.assertion is Assertion.AT_RISK:
        return _("; where they go is not named") if origin else _("; where they come from is not named")
    return _("; where it ends is not named") if origin else _("; where it begins is not named")


def role_sentence(role: CountryRole, places: Gazetteer) -> str:
    """Say what a place is named as, with the verb and the hedge of the sources."""
    return phrases.named_as(place_in_text(places[role.place]), role.role, telling_of(role.evidence.claims))


def hotspot_sentence(hotspot: Hotspot, places: Gazetteer) -> str:
    """Say what concentrates at a hotspot: what is told in one strength in a sentence."""
    first, *others = _concentrated(hotspot.evidence.claims)
    name = hotspot_name(hotspot, places)
    named = _("{place} is named as a hotspot: {what}").format(place=name, what=first)
    return " ".join(phrases.sentence(clause) for clause in (named, *others))


def _concentrated(claims: Iterable[Claim]) -> Iterator[str]:
    by_strength: dict[Telling, list[Sense]] = {}
    for sense, telling in _senses(claims).items():
        by_strength.setdefault(telling, []).append(sense)
    for telling, senses in sorted(by_strength.items(), key=lambda found: found[0].order):
        parts = (phrases.told(phrases.concentrated(sense), telling) for sense in senses)
        yield joined(dict.fromkeys(parts))


def _senses(claims: Iterable[Claim]) -> dict[Sense, Telling]:
    """Return how strongly each sense of a hotspot is told, in the order of the vocabulary."""
    found: dict[Sense, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim, HotspotClaim):
            found.setdefault(claim.sense, []).append(claim)
    return {sense: _told_of(sense, found[sense]) for sense in Sense if sense in found}


def _told_of(sense: Sense, claims: Iterable[Claim]) -> Telling:
    telling = telling_of(claims)
    # Where the source says that a risk concentrates, that is what is told, whatever it says to happen.
    if sense is Sense.AT_RISK and telling.assertion is not Assertion.ONWARD_MIGRATION:
        return Telling(assertion=Assertion.AT_RISK, certainty=telling.certainty)
    return telling


def claim_sentence(claim: Claim, places: Gazetteer) -> str:
    """Say what a note or a placement in a tier says."""
    if isinstance(claim, RankingClaim):
        pattern = _("{place} is placed in {placement}.")
        return pattern.format(place=place_name(places[claim.place]), placement=placement_name(claim))
    if not isinstance(claim, ContextClaim):
        return claim.statement
    theme = note_title(claim)
    if claim.assertion in UNCONFIRMED:
        theme = _("{theme}, {assertion}").format(
            theme=theme, assertion=label_in_text("assertion", claim.assertion)
        )
    return _("{theme}: {statement}").format(theme=theme, statement=claim.statement)


def forms_and_sectors(evidence: Evidence) -> str:
    """Name the forms and sectors of a mark; what no claim names is said to be so.

    That a claim names both together does not make them belong together, so the words do not join them.
    """
    named = [label_in_text("types", slug) for slug in evidence.types if slug != UNSPECIFIED]
    form = joined(named) if named else _("the form is not named")
    at_work = [label_in_text("sectors", slug) for slug in evidence.sectors if slug != UNSPECIFIED]
    if not at_work:
        return form
    together = any(
        claim.types != (UNSPECIFIED,) and claim.sectors != (UNSPECIFIED,) for claim in evidence.claims
    )
    pattern = (
        _("{forms}; sector named in the same claim: {sectors}")
        if together
        else _("{forms}; sector: {sectors}")
    )
    return pattern.format(forms=form, sectors=joined(at_work))
