"""The marks file: everything that the map can draw of one atlas, fetched by the browser once.

Coordinates are of the plane of `flows.geometry.curves`: display longitude and Mercator latitude, degrees.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flows.geometry.route_lines import bend_factors, region_end
from flows.maps.claim_table import claim_table, facet_tables
from flows.maps.icons import icons
from flows.maps.legend import legend, words
from flows.maps.mark_geometry import anchor, rings_of, route_curve, wedge
from flows.query.claim_places import places_by_claim
from flows.query.links import HIDDEN_AT_FIRST
from flows.scene.drawn import TOP_ROUTES
from flows.scene.forms import FORMS, form_of
from flows.scene.hotspots import Hotspot, hotspots_from
from flows.scene.names import (
    hotspot_name,
    label,
    label_in_text,
    note_title,
    place_name,
    role_name,
    route_name,
)
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, routes_from
from flows.scene.scales import WIDTH_STEPS
from flows.scene.scene import notes_from
from flows.scene.telling import DRAWN_ASSERTIONS, UNCONFIRMED
from flows.search.file import words_address
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import ContextClaim
from geodata.vocabulary.enums import UNSPECIFIED, Certainty, PlaceKind
from geodata.vocabulary.terms import slugs, term

# The form of the data file; the script that reads it, assets/web/map/layer.js, asks for the same number.
FILE_VERSION = 3


def marks_tables(atlas: Atlas) -> dict[str, Any]:
    """Build the tables of the data file: every mark of every claim, drawn by default or not, and the claims.

    ``facets``, ``claims`` and ``rules`` are what the page needs to answer a selection by itself;
    ``word_index`` is the address of the index of words, fetched when words are asked for.
    """
    places = atlas.gazetteer
    routes, hotspots = routes_from(atlas.claims), hotspots_from(atlas.claims)
    roles, notes = roles_from(atlas.claims), notes_from(atlas.claims)
    facets = facet_tables(atlas)
    named = frozenset[str]().union(*places_by_claim(atlas).values())
    return {
        "version": FILE_VERSION,
        "facets": facets,
        "claims": claim_table(atlas, facets, (routes, hotspots, roles, notes)),
        "rules": _rules(),
        "word_index": words_address(atlas, folder=""),
        "forms": [
            {
                "slug": form,
                "family": term("types", form).colour,
                "label": label("types", form),
                "text": label_in_text("types", form),
            }
            for form in FORMS
        ],
        "type_forms": [FORMS.index(form_of(slug)) for slug in _values_of("types", facets)],
        "legend": legend(atlas),
        "words": words(),
        "icons": icons(),
        "routes": [_route(route, atlas) for route in routes],
        "hotspots": [_hotspot(hotspot, places) for hotspot in hotspots],
        "roles": [_role(role, places) for role in roles],
        "notes": [_note(note) for note in notes],
        "sector_names": {term("sectors", slug).symbol: label("sectors", slug) for slug in slugs("sectors")},
        "places": [_country(place, named) for place in places if _is_country(place)],
        "regions": [_region(place, places) for place in places if place.kind is PlaceKind.REGION],
    }


def _rules() -> dict[str, Any]:
    """Return what both homes of the filter decide by: see `flows.scene.drawn`."""
    return {
        "drawn_assertions": sorted(DRAWN_ASSERTIONS),
        "dotted_assertions": UNCONFIRMED,
        "stated": Certainty.STATED,
        "width_steps": WIDTH_STEPS,
        "top_routes": TOP_ROUTES,
        "hidden_at_first": sorted(HIDDEN_AT_FIRST),
        "unnamed_form": FORMS.index(UNSPECIFIED),
    }


def _values_of(facet: str, facets: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    return next(table["values"] for table in facets if table["name"] == facet)


def _route(route: Route, atlas: Atlas) -> dict[str, Any]:
    places = atlas.gazetteer
    mark: dict[str, Any] = {
        "id": route.id,
        "name": route_name(route, places),
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
        "id": hotspot.id,
        "name": name,
        "hover": f"{name} · {label('place_kind', place.kind).lower()}",
        "at": anchor(place),
        "place": hotspot.place,
        "symbols": _symbols(hotspot.evidence.sectors),
        "sectors": [slug for slug in hotspot.evidence.sectors if slug != UNSPECIFIED],
    }
    if place.kind not in {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION}:
        mark["shape"] = rings_of(places, hotspot.place)
    return mark


def _role(role: CountryRole, places: Gazetteer) -> dict[str, Any]:
    place = places[role.place]
    return {
        "id": role.id,
        "name": role_name(role, places),
        "place": role.place,
        "title": place_name(place),
        "label": label_in_text("roles", role.role),
        "role": role.role,
        "focus": "region" if place.kind is PlaceKind.REGION else "country",
        "at": anchor(place),
    }


def _note(note: ContextClaim) -> dict[str, Any]:
    return {
        "id": note.id,
        "name": note.statement,
        "theme": note.theme,
        "title": note_title(note),
        "symbols": _symbols([slug for slug in slugs("sectors") if slug in note.sectors]),
    }


def _country(place: Place, named: frozenset[str]) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place_name(place),
        "at": anchor(place),
        "extent": round(place.extent, 2),
        "americas": place.americas,
        "named": place.id in named,
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


def _symbols(sectors: Sequence[str]) -> list[str]:
    return [term("sectors", slug).symbol for slug in sectors if slug != UNSPECIFIED]


def _is_country(place: Place) -> bool:
    return place.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
