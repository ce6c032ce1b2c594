"""What a claim's card leads to on the map, and what it is titled."""

from flows.query.focus import Focus
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, note_title, place_name, role_name, route_name, tagged
from flows.scene.roles import roles_from
from flows.scene.routes import routes_from
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, ContextClaim
from geodata.vocabulary.enums import FocusKind, PlaceKind


def focus_of(claim: Claim, places: Gazetteer) -> str:
    """Return the focus (``kind:id``) of the mark that a claim is drawn in."""
    for route in routes_from((claim,)):
        return str(Focus(kind=FocusKind.ROUTE, id=route.id))
    for hotspot in hotspots_from((claim,)):
        return str(Focus(kind=FocusKind.HOTSPOT, id=hotspot.id))
    if isinstance(claim, ContextClaim):
        return str(Focus(kind=FocusKind.NOTE, id=claim.id))
    return place_focus(claim.places[0], places)


def place_focus(ident: str, places: Gazetteer) -> str:
    """Return the focus on a country or a region."""
    region = places[ident].kind is PlaceKind.REGION
    return str(Focus(kind=FocusKind.REGION if region else FocusKind.COUNTRY, id=ident))


def title_of(claim: Claim, places: Gazetteer) -> str:
    """Return the title of a claim's card: the name of its mark or theme, with the tag of its assertion."""
    return tagged(_name_of(claim, places), (claim,))


def _name_of(claim: Claim, places: Gazetteer) -> str:
    for route in routes_from((claim,)):
        return route_name(route, places)
    for hotspot in hotspots_from((claim,)):
        return hotspot_name(hotspot, places)
    for role in roles_from((claim,)):
        return role_name(role, places)
    return note_title(claim) if isinstance(claim, ContextClaim) else place_name(places[claim.places[0]])
