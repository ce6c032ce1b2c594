"""The selection and the scene in a sentence: what was asked, and what is shown of it."""

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.names import collection_name, either, joined, label_in_text, place_in_text
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import FocusKind

# Facets whose values are terms of the vocabulary, with the words that lead to them in a sentence.
_TERM_FACETS = ("sectors", "settings", "groups", "certainty", "assertion", "access")


def forms(selection: Selection) -> str:
    """Name the trafficking types asked for; "all forms" when none is chosen."""
    chosen = sorted(selection.types)
    return either([label_in_text("types", slug) for slug in chosen]) if chosen else _("all forms")


def describe(selection: Selection, atlas: Atlas) -> str:
    """Say in words what a selection asks for, without counting anything."""
    parts = [forms(selection)]
    lead = {
        "sectors": _("in {values}"),
        "settings": _("setting: {values}"),
        "groups": _("naming {values}"),
        "certainty": _("certainty: {values}"),
        "assertion": _("what is said: {values}"),
        "access": _("text reached as: {values}"),
    }
    for facet in _TERM_FACETS:
        if selection.chosen(facet):
            values = either([label_in_text(facet, slug) for slug in sorted(selection.chosen(facet))])
            parts.append(lead[facet].format(values=values))
    if selection.roles:
        values = either([label_in_text("roles", slug) for slug in sorted(selection.roles)])
        parts.append(_("role claims: {values}").format(values=values))
    if selection.places:
        names = [place_in_text(atlas.gazetteer[ident]) for ident in sorted(selection.places)]
        parts.append(_("about {places}").format(places=either(names)))
    if selection.documents:
        titles = [atlas.documents[ident].title for ident in sorted(selection.documents)]
        parts.append(_("in the words of {documents}").format(documents=either(titles)))
    if selection.collections:
        titles = [collection_name(atlas.collections[name]) for name in sorted(selection.collections)]
        parts.append(_("from the collection {collections}").format(collections=either(titles)))
    if selection.years:
        first, last = selection.years
        years = str(first) if first == last else f"{first}–{last}"
        parts.append(_("speaking of {years}").format(years=years))
    return ", ".join(parts)


def headline(scene: Scene, focus: Focus | None, atlas: Atlas, *, drawn: int | None = None) -> str:
    """Say what the map shows: the subject, the selection, and how much there is from how many documents.

    ``drawn`` is the number of routes that the map draws, where it draws only the best documented.

    For example "Routes to the United States, all forms: 8 routes from 1 document."
    """
    subject = _("The Western Hemisphere")
    routes, documents = scene.routes, scene.documents
    if focus and focus.kind in {FocusKind.COUNTRY, FocusKind.REGION} and focus.id in atlas.gazetteer:
        name = place_in_text(atlas.gazetteer[focus.id])
        routes = tuple(route for route in routes if focus.id in route.places)
        subject = _("Routes of {place}").format(place=name)
        if routes and all(route.stops[-1] == focus.id != route.stops[0] for route in routes):
            subject = _("Routes to {place}").format(place=name)
        elif routes and all(route.stops[0] == focus.id != route.stops[-1] for route in routes):
            subject = _("Routes from {place}").format(place=name)
        documents = tuple({claim.document for route in routes for claim in route.evidence.claims})
    counts = [_routes_count(len(routes), None if focus else drawn)]
    if not focus:
        counts += [
            translate_count("{n} hotspot", "{n} hotspots", len(scene.hotspots)),
            translate_count("{n} country role", "{n} country roles", len(scene.roles)),
            translate_count("{n} region-wide note", "{n} region-wide notes", len(scene.notes)),
        ]
    return _("{subject}, {asked}: {counts} from {documents}.").format(
        subject=subject,
        asked=describe(scene.selection, atlas),
        counts=joined(counts),
        documents=translate_count("{n} document", "{n} documents", len(documents)),
    )


def _routes_count(found: int, drawn: int | None) -> str:
    counted = translate_count("{n} route", "{n} routes", found)
    if drawn is None or drawn >= found:
        return counted
    return _("{drawn} of {routes} drawn (the best documented)").format(drawn=drawn, routes=counted)


def unnamed_line(scene: Scene) -> str:
    """Say how many more routes a choice hides only because they name nothing there; "" for none."""
    return " ".join(_unnamed(facet, count) for facet, count in scene.unnamed.items() if count)


def _unnamed(facet: str, count: int) -> str:
    if facet == "types":
        return translate_count("{n} more route names no form.", "{n} more routes name no form.", count)
    if facet == "sectors":
        return translate_count("{n} more route names no sector.", "{n} more routes name no sector.", count)
    return translate_count("{n} more route names no group.", "{n} more routes name no group.", count)
