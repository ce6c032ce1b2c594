"""What each mark says, in a plain sentence: the map for those who read or listen rather than look."""

from flows.i18n import translate as _
from flows.narrative import phrases
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, joined, label_in_text, note_title, place_in_text, place_name
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.tiers import placement_name
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, ContextClaim, HotspotClaim, RankingClaim
from geodata.vocabulary.enums import UNSPECIFIED, PlaceKind, Sense


def route_sentence(route: Route, places: Gazetteer) -> str:
    """Say where a route leads, and which of its ends no claim names."""
    if route.internal:
        place = places[route.stops[0]]
        region = place.kind is PlaceKind.REGION
        return (phrases.flows_within_region if region else phrases.flows_within)(place_in_text(place))
    if route.between:
        return phrases.flows_between(place_in_text(places[route.stops[0]]))
    origin, *transit, destination = (place_in_text(places[stop]) if stop else "" for stop in route.stops)
    words = _way(origin, destination, bool(transit))
    return words.format(origin=origin, transit=joined(transit), destination=destination)


def _way(origin: str, destination: str, via: bool) -> str:  # noqa: FBT001 — one of eight patterns
    if origin and destination:
        pattern = _("A route leads from {origin} to {destination}.")
        return _("A route leads from {origin} through {transit} to {destination}.") if via else pattern
    if destination:
        pattern = _("A route leads to {destination}; where it begins is not named.")
        through = _("A route leads through {transit} to {destination}; where it begins is not named.")
        return through if via else pattern
    if origin:
        pattern = _("A route leads from {origin}; where it ends is not named.")
        through = _("A route leads from {origin} through {transit}; where it ends is not named.")
        return through if via else pattern
    return _("A route leads through {transit}; neither end is named.")


def role_sentence(role: CountryRole, places: Gazetteer) -> str:
    """Say what a place is named as, with the hedge of the sources."""
    return phrases.named_as(place_in_text(places[role.place]), role.role, role.evidence.certainty)


def hotspot_sentence(hotspot: Hotspot, places: Gazetteer) -> str:
    """Say what concentrates at a hotspot."""
    senses = {claim.sense for claim in hotspot.evidence.claims if isinstance(claim, HotspotClaim)}
    said = {
        Sense.EXPLOITATION: _("people are exploited there"),
        Sense.RECRUITMENT: _("people are recruited there"),
        Sense.IDENTIFICATION: _("victims are identified there"),
        Sense.AT_RISK: _("people there are exposed to trafficking"),
    }
    words = joined(said[sense] for sense in Sense if sense in senses)
    return _("{place} is named as a hotspot: {what}.").format(place=hotspot_name(hotspot, places), what=words)


def claim_sentence(claim: Claim, places: Gazetteer) -> str:
    """Say what a note or a placement in a tier says."""
    if isinstance(claim, RankingClaim):
        pattern = _("{place} is placed in {placement}.")
        return pattern.format(place=place_name(places[claim.place]), placement=placement_name(claim))
    if isinstance(claim, ContextClaim):
        return _("{theme}: {statement}").format(theme=note_title(claim), statement=claim.statement)
    return claim.statement


def forms_and_sectors(types: tuple[str, ...], sectors: tuple[str, ...]) -> str:
    """Name the forms and sectors of a mark; what no claim names is said to be so."""
    named = [label_in_text("types", slug) for slug in types if slug != UNSPECIFIED]
    form = joined(named) if named else _("the form is not named")
    at_work = [label_in_text("sectors", slug) for slug in sectors if slug != UNSPECIFIED]
    if not at_work:
        return form
    return _("{forms}; sector: {sectors}").format(forms=form, sectors=joined(at_work))
