"""A small map of the marks of a few claims: one SVG, drawn once, that nothing has to load."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from flows.geometry.curves import Point, sample
from flows.i18n import translate as _
from flows.maps.mark_geometry import anchor, route_curve
from flows.maps.mini_marks import hotspot_shape, labels, ring_shapes, route_shapes
from flows.maps.mini_stripes import Shape
from flows.maps.mini_window import Window, land_paths, window_around
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, joined, place_name, role_name, route_name
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, routes_from
from flows.templates import NOTHING, Html, render
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.claims import Claim
from geodata.vocabulary.enums import PlaceKind

# Pixels of the drawing; it is stretched to the width of its column.
WIDTH, HEIGHT = 320, 220
# Routes drawn, best documented first: more are no small map.
_MOST_ROUTES = 40
# Marks that the words of a map for screen readers name one by one.
_SAID = 6


def mini_map(claims: Sequence[Claim], places: Gazetteer, *, width: int = WIDTH, height: int = HEIGHT) -> Html:
    """Draw the marks of these claims on a small map; return it as SVG, "" where they have no place.

    A region alone is no place: what is said of it is not pinned. Colours are palette variables, so
    that the drawing follows the theme.
    """
    shown = [places[ident] for ident in _drawn_places(claims, places)]
    if not shown:
        return NOTHING
    routes = routes_from(claims)[:_MOST_ROUTES]
    bends = [point for route in routes for point in _bends(route, places)]
    around = [anchor(place) for place in _around(shown, places)]
    window = window_around(around + bends, width, height)
    named, other = land_paths(window, {place.parent or place.id for place in shown})
    return render(
        "mini_map",
        width=width,
        height=height,
        words=_said(claims, places),
        named_land=named,
        other_land=other,
        shapes=list(mark_shapes(claims, routes, places, window)),
        labels=list(labels(_names(shown, window), window)),
    )


def _drawn_places(claims: Iterable[Claim], places: Gazetteer) -> list[str]:
    """Return the places that marks of the claims stand at; regions only where a route ends there."""
    found = []
    for claim in claims:
        many = len(claim.places) > 1
        for ident in claim.places:
            region = places[ident].kind is PlaceKind.REGION
            if not region or many or claim.kind in {"role", "flow"}:
                found.append(ident)
    return list(dict.fromkeys(found))


def _around(shown: Iterable[Place], places: Gazetteer) -> Iterator[Place]:
    """Yield what the window has to show: the places, and of an American region the members too."""
    for place in shown:
        yield place
        if place.kind is PlaceKind.REGION:
            yield from (places[member] for member in place.members if places[member].americas)


def _bends(route: Route, places: Gazetteer) -> list[Point]:
    curve = route_curve(route, places) if len(route.places) > 1 else []
    segments = [((a, b), (c, d), (e, f)) for a, b, c, d, e, f in curve]
    return sample(segments, points=4) if segments else []


def mark_shapes(
    claims: Sequence[Claim], routes: Sequence[Route], places: Gazetteer, window: Window
) -> Iterator[Shape]:
    """Draw the hotspots of claims, their routes, the last first, and a ring for the roles of each place."""
    for hotspot in hotspots_from(claims):
        yield replace(hotspot_shape(hotspot, places, window), mark=f"hotspot:{hotspot.id}")
    for route in reversed(routes):
        for shape in route_shapes(route, places, window):
            yield replace(shape, mark=f"route:{route.id}")
    for place, roles in groupby(sorted(roles_from(claims), key=_place_of), key=_place_of):
        for shape in ring_shapes(list(roles), places, window):
            yield replace(shape, mark=f"place:{place}")


def _place_of(role: CountryRole) -> str:
    return role.place


def _names(shown: Iterable[Place], window: Window) -> list[tuple[str, Point]]:
    return [(place_name(place), window.pixel(anchor(place))) for place in shown]


def _said(claims: Sequence[Claim], places: Gazetteer) -> str:
    names = [route_name(route, places) for route in routes_from(claims)]
    names += [hotspot_name(hotspot, places) for hotspot in hotspots_from(claims)]
    names += [role_name(role, places) for role in roles_from(claims)]
    names += [place_name(places[ident]) for ident in _drawn_places(claims, places)] if not names else []
    if len(names) > _SAID:
        names[_SAID:] = [_("{n} more").format(n=len(names) - _SAID)]
    return _("Small map: {marks}").format(marks=joined(names))
