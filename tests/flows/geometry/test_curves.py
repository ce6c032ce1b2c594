"""Curves of routes, in the plane of the map."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.geometry.curves import SAMPLES, bend, chain, display_longitude, from_plane, sample, to_plane
from flows.maps.marks import anchor, route_curve
from flows.scene.routes import routes_from
from tests.flows.made_up import flow

longitudes = st.floats(min_value=-180, max_value=180)
latitudes = st.floats(min_value=-84, max_value=84)
points = st.tuples(longitudes, latitudes)


def side_of(start, end, point):
    """Tell on which side of a line a point lies: above zero on the left."""
    along, aside = (end[0] - start[0], end[1] - start[1]), (point[0] - start[0], point[1] - start[1])
    return along[0] * aside[1] - along[1] * aside[0]


def curve_of(route, gazetteer):
    numbers = route_curve(routes_from([flow(route)])[0], gazetteer)
    return [((a, b), (c, d), (e, f)) for a, b, c, d, e, f in numbers]


@given(st.lists(points, min_size=2, max_size=5))
def test_a_chain_meets_every_stop(stops):
    sampled = sample(chain(stops))
    assert len(sampled) == (len(stops) - 1) * SAMPLES + 1
    for number, stop in enumerate(stops):
        assert sampled[number * SAMPLES] == pytest.approx(stop)


@given(points, points)
def test_the_two_directions_bend_apart(one, other):
    assume(abs(one[0] - other[0]) + abs(one[1] - other[1]) > 0.1)
    there, back = bend(one, other)[1], bend(other, one)[1]
    assert side_of(one, other, there) > 0 > side_of(one, other, back)


@given(points, points, st.floats(min_value=0, max_value=1))
def test_less_of_a_side_bends_less(one, other, side):
    whole, part = bend(one, other)[1], bend(one, other, side=side)[1]
    assert side_of(one, other, part) == pytest.approx(side * side_of(one, other, whole), abs=1e-6)


@given(longitudes, latitudes)
def test_the_plane_and_back(lon, lat):
    assert from_plane(to_plane(lon, lat)) == pytest.approx((lon, lat), abs=1e-9)


@given(longitudes)
def test_every_place_has_one_spot_west_of_the_seam(lon):
    shown = display_longitude(lon)
    assert -270 < shown <= 90
    assert (shown - lon) % 360 == pytest.approx(0)


@pytest.mark.parametrize(
    "route", ["HND~MEX", "GTM~MEX~USA", "latin_america~USA", "PHL~USA", "asia~latin_america~"]
)
def test_ends_meet_the_anchors_of_their_places(route, gazetteer):
    curve, stops = curve_of(route, gazetteer), [stop for stop in route.split("~") if stop]
    assert [segment[0] for segment in curve] == [anchor(gazetteer[stop]) for stop in stops[:-1]]
    assert curve[-1][2] == anchor(gazetteer[stops[-1]])


def test_the_pacific_is_crossed_the_short_way(gazetteer):
    lons = [x for x, _y in sample(curve_of("PHL~USA", gazetteer))]
    assert all(one < other for one, other in pairwise(lons))
    assert -240 < lons[0] < -180
    assert lons[-1] == anchor(gazetteer["USA"])[0]
    assert all(-240 < lon < -97 for lon in lons)


@pytest.mark.parametrize("route", ["MEX~MEX", "CUB~", "~CUB"])
def test_loops_and_stubs_have_no_curve(route, gazetteer):
    assert curve_of(route, gazetteer) == []
