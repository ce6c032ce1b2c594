import pytest

from flows.scene.routes import routes_from
from tests.flows.made_up import flow, role


def test_the_nine_claims_draw_three_routes_the_best_documented_first(nine):
    routes = routes_from(nine.claims)
    assert [(route.id, route.evidence.strength) for route in routes] == [
        ("HND~MEX", 2),
        ("GTM~MEX~USA", 1),
        ("MEX~MEX", 1),
    ]


def test_a_route_keeps_every_claim_that_names_its_stops(nine):
    (first, *_others) = routes_from(nine.claims)
    assert [claim.id for claim in first.evidence.claims] == ["flow-hnd-mex", "flow-hnd-mex-study"]


@pytest.mark.parametrize(
    ("stops", "internal"),
    [("MEX~MEX", True), ("HND~MEX", False), ("HND~MEX~HND", False), ("CUB~", False), ("~CUB", False)],
)
def test_only_a_route_without_another_stop_is_internal(stops, internal):
    (route,) = routes_from([flow(stops)])
    assert route.internal is internal


def test_a_route_between_the_countries_of_a_region_is_not_one_inside_a_country():
    within, between = flow("asia~asia", scope="within_one"), flow("asia~asia", scope="between", id="other")
    routes = {route.id: route for route in routes_from([within, between])}
    assert {ident: (route.internal, route.between) for ident, route in routes.items()} == {
        "asia~asia": (True, False),
        "asia~asia~between": (False, True),
    }
    assert routes["asia~asia~between"].stops == ("asia", "asia")


def test_an_end_that_nobody_names_is_no_place():
    (route,) = routes_from([flow("asia~latin_america~")])
    assert route.stops == ("asia", "latin_america", "")
    assert route.places == ("asia", "latin_america")


def test_direction_and_stops_tell_routes_apart():
    routes = routes_from([flow("HND~MEX"), flow("MEX~HND"), flow("HND~GTM~MEX")])
    assert [route.id for route in routes] == ["HND~GTM~MEX", "HND~MEX", "MEX~HND"]


def test_roles_draw_no_route():
    assert routes_from([role("MEX")]) == ()
