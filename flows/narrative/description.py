"""The selection and the scene in a sentence: what was asked, and what is shown of it."""

from collections import Counter
from collections.abc import Sequence

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.names import collection_name, either, joined, label_in_text, place_in_text
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.scene.telling import told_as
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import Assertion, FocusKind

# Facets whose values are terms of the vocabulary, with the words that lead to them in a sentence.
_TERM_FACETS = ("sectors", "settings", "groups", "certainty", "assertion", "access")

# What belongs to no mark: the sentence is that of the whole selection.
_OF_THE_WHOLE = frozenset({FocusKind.FINDING, FocusKind.THEME})


def forms(selection: Selection) -> str:
    """Name the trafficking types asked for; "all forms" when none is chosen."""
    chosen = sorted(selection.types)
    return either([label_in_text("types", slug) for slug in chosen]) if chosen else _("all forms")


def describe(selection: Selection, atlas: Atlas) -> str:
    """Say in words what a selection asks for, without counting anything."""
    parts = [forms(selection)]
    lead = {
        # A form and a sector of one claim are named together, and need not belong together.
        "sectors": _("with {values} named in the same claim") if selection.types else _("in {values}"),
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
    if selection.words:
        searches = [search_in_text(search) for search in sorted(selection.words)]
        parts.append(_("with the words {searches}").format(searches=either(searches)))
    if selection.years:
        first, last = selection.years
        years = str(first) if first == last else f"{first}–{last}"
        parts.append(_("speaking of {years}").format(years=years))
    return ", ".join(parts)


def search_in_text(search: str) -> str:
    """Write a search as it stands within a sentence: “gold mining”, a phrase in marks of its own."""
    pieces = search.split('"')
    phrases = (f"‘{piece}’" if number % 2 else piece for number, piece in enumerate(pieces))
    return _("“{words}”").format(words="".join(phrases))


def headline(
    scene: Scene, focus: Focus | None, atlas: Atlas, *, drawn: int | None = None, dots: bool | None = False
) -> str:
    """Say what the map shows: the subject, the selection, and how much there is from how many documents.

    ``drawn`` is the number of routes that the map draws, where it draws only the best documented; ``dots``
    tells whether it draws what is alleged, at risk or onward migration; None where nothing is drawn at all.

    For example "Routes to the United States, all forms: 8 routes from 1 document. Beside them 2 at risk, not
    drawn."
    """
    subject, routes = _("The Western Hemisphere"), scene.routes
    focus = None if focus is not None and focus.kind in _OF_THE_WHOLE else focus
    place = _place_in(focus, atlas)
    if place:
        routes = tuple(route for route in routes if place.id in route.places)
        subject = _subject(place, (*routes, *_dotted_of(scene, place.id)))
    counts = [_routes_count(len(routes), None if focus else drawn)] if routes else []
    if not focus:
        counts += _other_counts(scene)
    dotted = dotted_counts(scene, place.id if place else "")
    shown = True if place else dots
    lead = f"{subject}, {describe(scene.selection, atlas)}"
    if not counts and not dotted:
        return _("{lead}: none in this selection.").format(lead=lead)
    if not counts:
        return _("{lead}: {dotted}.").format(lead=lead, dotted=_with_switch(dotted, dots=shown))
    claims = [claim for route in routes for claim in route.evidence.claims] if place else scene.claims
    said = _("{lead}: {counts} from {documents}.").format(
        lead=lead,
        counts=joined(counts),
        documents=translate_count("{n} document", "{n} documents", len({c.document for c in claims})),
    )
    if not dotted:
        return said
    return _("{said} Beside them {dotted}.").format(said=said, dotted=_with_switch(dotted, dots=shown))


def _other_counts(scene: Scene) -> list[str]:
    """Count what a scene has beside routes; what it has none of is not mentioned."""
    found = (
        (translate_count("{n} hotspot", "{n} hotspots", len(scene.hotspots)), scene.hotspots),
        (translate_count("{n} country role", "{n} country roles", len(scene.roles)), scene.roles),
        (translate_count("{n} region-wide note", "{n} region-wide notes", len(scene.notes)), scene.notes),
    )
    return [words for words, marks in found if marks]


def _place_in(focus: Focus | None, atlas: Atlas) -> Place | None:
    asked = focus is not None and focus.kind in {FocusKind.COUNTRY, FocusKind.REGION}
    return atlas.gazetteer.get(focus.id) if focus and asked else None


def _subject(place: Place, routes: Sequence[Route]) -> str:
    name = place_in_text(place)
    if routes and all(route.stops[-1] == place.id != route.stops[0] for route in routes):
        return _("Routes to {place}").format(place=name)
    if routes and all(route.stops[0] == place.id != route.stops[-1] for route in routes):
        return _("Routes from {place}").format(place=name)
    return _("Routes of {place}").format(place=name)


def _with_switch(dotted: str, *, dots: bool | None) -> str:
    if dots is None:
        return dotted
    if dots:
        return _("{dotted}, drawn with dots").format(dotted=dotted)
    return _("{dotted}, not drawn").format(dotted=dotted)


def _dotted_of(scene: Scene, place: str) -> tuple[Route, ...]:
    return tuple(route for route in scene.unconfirmed_routes if not place or place in route.places)


def dotted_counts(scene: Scene, place: str = "") -> str:
    """Count what a scene draws on request only, by what is said of it: "3 routes at risk"; "" for nothing.

    Of a place only its routes are counted, as in the sentence that this stands in.
    """
    routes = Counter(told_as(route.evidence.claims) for route in _dotted_of(scene, place))
    alleged, risks = routes[Assertion.ALLEGED], routes[Assertion.AT_RISK]
    onward = routes[Assertion.ONWARD_MIGRATION]
    hotspots = 0 if place else len(scene.unconfirmed_hotspots)
    roles = 0 if place else len(scene.unconfirmed_roles)
    found = {
        translate_count("{n} route alleged", "{n} routes alleged", alleged): alleged,
        translate_count("{n} route at risk", "{n} routes at risk", risks): risks,
        translate_count("{n} route of onward migration", "{n} routes of onward migration", onward): onward,
        translate_count("{n} dotted hotspot", "{n} dotted hotspots", hotspots): hotspots,
        translate_count("{n} dotted country role", "{n} dotted country roles", roles): roles,
    }
    return joined(words for words, number in found.items() if number) if any(found.values()) else ""


def _routes_count(found: int, drawn: int | None) -> str:
    counted = translate_count("{n} route", "{n} routes", found)
    if drawn is None or drawn >= found:
        return counted
    return _("{drawn} of {routes} drawn (the best documented)").format(drawn=drawn, routes=counted)


def unnamed_line(facet: str, count: int) -> str:
    """Say how many more routes a choice of a facet hides only because they name nothing there."""
    if facet == "types":
        return translate_count("{n} more route names no form.", "{n} more routes name no form.", count)
    if facet == "sectors":
        return translate_count("{n} more route names no sector.", "{n} more routes name no sector.", count)
    return translate_count("{n} more route names no group.", "{n} more routes name no group.", count)
