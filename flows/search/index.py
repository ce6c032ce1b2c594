"""The search index: every place, sector, type, route and document that a reader can type, and what it opens.

Names are compared in the browser, where accents, case and marks are folded; here they are only listed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.focus import Focus
from flows.scene.hotspots import Hotspot, hotspots_from
from flows.scene.names import hotspot_name, label, place_name, route_name, tagged
from flows.scene.place_kinds import WHOLE, countries_in, kind_in_words, within_countries
from flows.scene.routes import routes_from
from flows.scene.scene import index_of
from geodata.gazetteer.exonyms import other_names
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.claims import HotspotClaim
from geodata.vocabulary.enums import UNSPECIFIED, FocusKind, PlaceKind, Precision
from geodata.vocabulary.terms import Term, terms

# The facets whose values can be typed; each is a filter of the page.
SEARCHED = ("types", "sectors")
# Places whose id is a code that readers know: ISO 3166-1 and 3166-2.
_CODED = {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.ADMIN1}

Entry = dict[str, Any]


def search_index(atlas: Atlas) -> dict[str, Any]:
    """Build the table ``entries`` of the search, those with the most claims first; JSON-ready.

    Each has ``name``, ``kind`` (in words) and ``claims`` in the language in use, ``said`` (the claims in
    words) and ``names`` (what it is found by); a place has ``code`` (its ISO code or ""), ``focus``
    (``kind:id``) and, where nothing is claimed of it, ``instead``: the name of the country that is looked
    at instead of it. A type or sector has ``facet`` and ``value``. ``routes`` are found by two of their
    stops, whose names are in ``stops`` by id; ``documents`` by the words of their titles.
    """
    entries = [*_terms(atlas), *_places(atlas), *_hotspots(atlas)]
    routes = sorted(_routes(atlas), key=lambda entry: (-entry["claims"], entry["name"]))
    stops = sorted({stop for entry in routes for stop in entry["stops"]})
    return {
        "entries": sorted(entries, key=_first_things_first),
        "routes": routes,
        "stops": {stop: _folded_once(_names(atlas.gazetteer[stop])) for stop in stops},
        "documents": list(_documents(atlas)),
    }


def _first_things_first(entry: Entry) -> tuple[bool, bool, int, str]:
    """Order by claims; what the sources leave open has the most, and is hardly what a reader looks for.

    Border zones of which nothing is claimed come last: their countries' names would bring them up first.
    """
    silent_border = "instead" in entry and not entry["code"]
    return entry.get("value") == UNSPECIFIED, silent_border, -entry["claims"], entry["name"]


def _terms(atlas: Atlas) -> Iterator[Entry]:
    kinds = {"types": _("trafficking type"), "sectors": _("sector")}
    for facet in SEARCHED:
        for term in terms(facet):
            names = _term_names(facet, term)
            count = index_of(atlas).having(facet, term.slug).bit_count()
            yield {**_common(names, kinds[facet], count), "facet": facet, "value": term.slug}


def _term_names(facet: str, term: Term) -> list[str]:
    return [label(facet, term.slug), term.label, *term.names.values(), *term.aliases]


def _places(atlas: Atlas) -> Iterator[Entry]:
    """Yield places that are looked at by themselves; those that only hotspots are about are told by these."""
    known, index = atlas.gazetteer, index_of(atlas)
    marked = {hotspot.place for hotspot in hotspots_from(atlas.claims)}
    for place in known:
        if place.id in marked and place.kind not in WHOLE:
            continue
        count = index.having("places", place.id).bit_count()
        entry = {**_common(_names(place), kind_in_words(place, known), count), "code": _code(place)}
        if count or place.kind in WHOLE:
            yield {**entry, "focus": _focus_on(place)}
        else:
            country = countries_in(place, known)[0]
            yield {**entry, "focus": _focus_on(country), "instead": place_name(country)}


def _hotspots(atlas: Atlas) -> Iterator[Entry]:
    known = atlas.gazetteer
    for hotspot in hotspots_from(atlas.claims):
        place = known[hotspot.place]
        own = [hotspot.label, *other_names(hotspot.label)]
        # A country or region is found by itself, a hotspot in it by its label.
        names = [hotspot_name(hotspot, known), *own, *([] if place.kind in WHOLE else _names(place))]
        entry = _common(names, _kind_of_spot(hotspot, known), len(hotspot.evidence.claims))
        entry["said"] = tagged(entry["said"], hotspot.evidence.claims)
        focus = Focus(kind=FocusKind.HOTSPOT, id=hotspot.id)
        yield {**entry, "code": "" if place.kind in WHOLE else _code(place), "focus": str(focus)}


def _routes(atlas: Atlas) -> Iterator[Entry]:
    kind = label("focus_kind", FocusKind.ROUTE).lower()
    for route in routes_from(atlas.claims):
        name, claims = route_name(route, atlas.gazetteer), route.evidence.claims
        stops = [stop for stop in route.stops if stop in atlas.gazetteer]
        yield {
            **_counted(name, kind, len(claims)),
            "said": tagged(_said(len(claims)), claims),
            "focus": str(Focus(kind=FocusKind.ROUTE, id=route.id)),
            "stops": stops,
        }


def _documents(atlas: Atlas) -> Iterator[Entry]:
    index = index_of(atlas)
    for document in atlas.documents.values():
        count = index.having("documents", document.id).bit_count()
        yield {
            **_counted(f"{document.title}, {document.year}", _("document"), count),
            "document": document.id,
        }


def _counted(name: str, kind: str, count: int) -> Entry:
    """Write what everything has that can be chosen."""
    return {"name": name, "kind": kind, "claims": count, "said": _said(count)}


def _said(count: int) -> str:
    return translate_count("{n} claim", "{n} claims", count) if count else _("no claim")


def _folded_once(names: Iterable[str]) -> list[str]:
    """Return names, each once whatever its case."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _common(names: Iterable[str], kind: str, count: int) -> Entry:
    """Write what every entry has; ``names`` begins with the one that is shown."""
    every = _folded_once(names)
    return {**_counted(every[0], kind, count), "names": every}


def _names(place: Place) -> list[str]:
    return [place_name(place), place.name, *place.names.values(), *place.aliases, *other_names(place.name)]


def _code(place: Place) -> str:
    return place.id if place.kind in _CODED else ""


def _kind_of_spot(hotspot: Hotspot, known: Gazetteer) -> str:
    place, claims = known[hotspot.place], hotspot.evidence.claims
    if any(isinstance(claim, HotspotClaim) and claim.precision is Precision.CITY for claim in claims):
        return within_countries(_("city in {country}"), place, known)
    return (
        within_countries(_("hotspot in {country}"), place, known)
        if place.kind in WHOLE
        else kind_in_words(place, known)
    )


def _focus_on(place: Place) -> str:
    region = place.kind is PlaceKind.REGION
    return str(Focus(kind=FocusKind.REGION if region else FocusKind.COUNTRY, id=place.id))
