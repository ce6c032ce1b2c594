"""The marks file: everything that the map can draw of one atlas, fetched by the browser once.

Coordinates are of the plane of `flows.geometry.curves`: display longitude and Mercator latitude, degrees.
"""

from collections.abc import Sequence
from typing import Any

from flows.geometry.route_lines import bend_factors, region_end
from flows.maps.icons import icons
from flows.maps.legend import legend, switches, type_order, words
from flows.maps.mark_geometry import anchor, rings_of, route_curve, wedge
from flows.maps.state import ALPHABET, look
from flows.scene.hotspots import Hotspot, hotspots_from
from flows.scene.names import hotspot_name, label, note_title, place_name, role_name, route_name
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, routes_from
from flows.scene.scales import FAMILIES, family, hedged, width_class
from flows.scene.scene import notes_from
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import UNSPECIFIED, PlaceKind
from geodata.vocabulary.terms import slugs, term, with_descendants


def marks_tables(atlas: Atlas) -> dict[str, Any]:
    """Build the tables of the marks file: every mark of every claim, drawn by default or not."""
    places = atlas.gazetteer
    return {
        "alphabet": ALPHABET,
        "families": FAMILIES,
        "switches": switches(),
        "types": type_order(),
        "sectors": slugs("sectors"),
        "legend": legend(frozenset(slug for claim in atlas.claims for slug in claim.types)),
        "words": words(),
        "icons": icons(),
        "routes": [_route(route, atlas) for route in routes_from(atlas.claims)],
        "hotspots": [_hotspot(hotspot, places) for hotspot in hotspots_from(atlas.claims)],
        "roles": [_role(role, places) for role in roles_from(atlas.claims)],
        "notes": [_note(note) for note in notes_from(atlas.claims)],
        "places": [_country(place) for place in places if _is_country(place)],
        "regions": [_region(place, places) for place in places if place.kind is PlaceKind.REGION],
    }


def _route(route: Route, atlas: Atlas) -> dict[str, Any]:
    places = atlas.gazetteer
    mark: dict[str, Any] = {
        **_common(route.id, route_name(route, places), route.evidence),
        "stops": route.stops,
        "curve": [],
    }
    region = region_end(route, places)
    if route.internal:
        mark["loop"] = anchor(places[route.stops[0]])
    elif region:
        mark["stub"] = wedge(route, places, region)
    else:
        mark["curve"] = route_curve(route, places, bend_factors(atlas).get(route.id, ()))
    if not route.stops[-1]:
        mark["stub"] = {"at": anchor(places[route.places[-1]]), "out": True}
    elif not route.stops[0]:
        mark["stub"] = {"at": anchor(places[route.places[0]]), "out": False}
    return mark


def _hotspot(hotspot: Hotspot, places: Gazetteer) -> dict[str, Any]:
    place = places[hotspot.place]
    name = hotspot_name(hotspot, places)
    mark = {
        **_common(hotspot.id, name, hotspot.evidence),
        "hover": f"{name} · {label('place_kind', place.kind).lower()}",
        "at": anchor(place),
        "place": hotspot.place,
        "symbols": _symbols(hotspot.evidence.sectors),
    }
    if place.kind not in {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION}:
        mark["shape"] = rings_of(places, hotspot.place)
    return mark


def _role(role: CountryRole, places: Gazetteer) -> dict[str, Any]:
    place = places[role.place]
    return {
        **_common(role.id, role_name(role, places), role.evidence),
        "place": role.place,
        "role": role.role,
        "focus": "region" if place.kind is PlaceKind.REGION else "country",
        "at": anchor(place),
    }


def _note(note: ContextClaim) -> dict[str, Any]:
    symbols = _symbols(note.sectors)
    return {
        **_common(note.id, note.statement, Evidence(claims=(note,))),
        "title": note_title(note),
        "symbols": symbols,
    }


def _country(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place_name(place),
        "at": anchor(place),
        "extent": round(place.extent, 2),
        "americas": place.americas,
        "full": look(0, "unspecified", hedged=False),
        "types": 0,
        "sectors": 0,
    }


def _region(place: Place, places: Gazetteer) -> dict[str, Any]:
    members = [member for member in place.members if member in places]
    return {
        "id": place.id,
        "name": place_name(place),
        "at": anchor(place),
        "region": True,
        "members": members,
    }


def _common(ident: str, name: str, evidence: Evidence) -> dict[str, Any]:
    width = width_class(evidence.strength)
    full = look(width, family(evidence.types), hedged=hedged(evidence))
    sectors = sum(1 << n for n, slug in enumerate(slugs("sectors")) if slug in evidence.sectors)
    types = _type_bits(evidence.claims)
    return {"id": ident, "name": name, "full": full, "types": types, "sectors": sectors}


def _type_bits(claims: Sequence[Claim]) -> int:
    """Return a bit for each type that a claim of the mark answers to, in the order of `type_order`."""
    held = {slug for claim in claims for slug in claim.types}
    return sum(1 << n for n, slug in enumerate(type_order()) if held & with_descendants(slug))


def _symbols(sectors: Sequence[str]) -> list[str]:
    return [term("sectors", slug).symbol for slug in sectors if slug != UNSPECIFIED]


def _is_country(place: Place) -> bool:
    return place.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
