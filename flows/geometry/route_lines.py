"""The line of each route in the plane: the same on the map and in what is exported."""

from collections.abc import Mapping, Sequence

from flows.geometry.bends import choose_bends
from flows.geometry.curves import Point, Segment, chain, display_longitude, to_plane
from flows.query.selection import Selection
from flows.scene.roles import roles_from
from flows.scene.routes import Route, routes_from
from flows.scene.scene import drawn_claims
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import PlaceKind


def point_of(place: Place) -> Point:
    """Return the point of the plane at which lines from and to a place end."""
    return to_plane(display_longitude(place.lon), place.lat)


def line_through(stops: Sequence[Place], sides: Sequence[float] = ()) -> tuple[Segment, ...]:
    """Return the line through two or more places, bent by ``sides`` of `bend_factors`, else by default."""
    return chain([point_of(place) for place in stops], sides)


def region_end(route: Route, places: Gazetteer) -> str:
    """Return the region at one end of a route whose other end is its own member; "" for none.

    Such a route is drawn as a short wedge at the member: a line to the region's anchor would say
    more than the words do. Between the countries of a region, none of which is named, the wedge
    stands at the region's anchor.
    """
    if route.between:
        return route.stops[0]
    ends = (route.stops[0], route.stops[-1])
    if len(route.stops) > len(ends) or not all(ends) or route.internal:
        return ""
    for region, member in (ends, ends[::-1]):
        if places[region].kind is PlaceKind.REGION and member in places[region].members:
            return region
    return ""


def bend_factors(atlas: Atlas) -> Mapping[str, tuple[float, ...]]:
    """Return how the line of every route of ``atlas`` bends, by the route's id, chosen once an atlas."""
    return atlas.derived(_bend_factors)


def _bend_factors(atlas: Atlas) -> Mapping[str, tuple[float, ...]]:
    return choose_bends(list(courses_of(atlas).items()), nodes_of(atlas))


def courses_of(atlas: Atlas) -> dict[str, list[Point]]:
    """Return the points that each line goes through, by the route's id, as the map ranks the routes.

    Those that the map draws only on request come last. A route that is drawn without a line (a ring,
    a stub or a wedge) is not among them.
    """
    places = atlas.gazetteer
    drawn = routes_from(drawn_claims(atlas.claims, Selection()))
    routes = {route.id: route for route in routes_from(atlas.claims)}
    ranked = [routes[ident] for ident in dict.fromkeys([*(route.id for route in drawn), *routes])]
    return {
        route.id: [point_of(places[stop]) for stop in route.places]
        for route in ranked
        if len(route.places) > 1 and not route.internal and not region_end(route, places)
    }


def nodes_of(atlas: Atlas) -> list[Point]:
    """Return the points that lines keep clear of: the stops of all routes, and places with a role."""
    named = {stop for route in routes_from(atlas.claims) for stop in route.places}
    named |= {role.place for role in roles_from(atlas.claims)}
    return [point_of(atlas.gazetteer[ident]) for ident in sorted(named)]
