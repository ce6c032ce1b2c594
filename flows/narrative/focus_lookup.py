"""What a focus can name: each place, mark and claim of the atlas; and the nearest to a name that none has."""

from collections.abc import Mapping

from flows.narrative.claim_focus import place_focus, title_of
from flows.narrative.findings import FINDINGS, finding_title
from flows.query.focus import Focus
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, label, place_name, route_name
from flows.scene.routes import routes_from
from geodata.model.atlas import Atlas
from geodata.name_index import NameIndex
from geodata.vocabulary.enums import FocusKind
from geodata.vocabulary.terms import slugs

_PLACES = frozenset({FocusKind.COUNTRY, FocusKind.REGION})
# Far longer than any honest id; comparing more would only take time.
_LONGEST = 80


def is_known(focus: Focus, atlas: Atlas) -> bool:
    """Tell whether the atlas has what a focus names, whatever a selection shows of it."""
    if focus.kind in _PLACES:
        return focus.id in atlas.gazetteer
    if focus.kind in {FocusKind.ROUTE, FocusKind.HOTSPOT}:
        return focus.id in atlas.derived(_mark_ids)[focus.kind]
    if focus.kind is FocusKind.FINDING:
        return focus.id in FINDINGS
    if focus.kind is FocusKind.THEME:
        return focus.id in slugs("theme")
    return atlas.claim(focus.id) is not None


def _mark_ids(atlas: Atlas) -> Mapping[FocusKind, frozenset[str]]:
    return {kind: frozenset(mark_names(kind, atlas)) for kind in (FocusKind.ROUTE, FocusKind.HOTSPOT)}


def mark_names(kind: FocusKind, atlas: Atlas) -> Mapping[str, str]:
    """Return the names of all that a kind of focus can name, by their ids; nothing for a kind of place."""
    places = atlas.gazetteer
    if kind is FocusKind.ROUTE:
        return {route.id: route_name(route, places) for route in routes_from(atlas.claims)}
    if kind is FocusKind.HOTSPOT:
        return {hotspot.id: hotspot_name(hotspot, places) for hotspot in hotspots_from(atlas.claims)}
    if kind is FocusKind.THEME:
        return {slug: label("theme", slug) for slug in slugs("theme")}
    if kind is FocusKind.FINDING:
        return {ident: finding_title(ident) for ident in FINDINGS}
    return {} if kind in _PLACES else {claim.id: title_of(claim, places) for claim in atlas.claims}


def nearest(focus: Focus, atlas: Atlas) -> tuple[str, str] | None:
    """Return the focus and the name of what is most like an unknown focus; nothing where nothing is."""
    asked = focus.id[:_LONGEST]
    if focus.kind in _PLACES:
        place = atlas.gazetteer.closest(asked)
        return (place_focus(place.id, atlas.gazetteer), place_name(place)) if place else None
    names = mark_names(focus.kind, atlas)
    found = NameIndex((ident, (ident,)) for ident in names).closest(asked)
    return (str(Focus(kind=focus.kind, id=found)), names[found]) if found else None
