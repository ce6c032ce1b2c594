"""Which way lines bend: planted layouts with one thing in the way, and rules that hold for any."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.geometry.bends import MOST_ROUTES, SIDES, choose_bends, unrelated
from flows.geometry.curves import DEFAULT_BEND, chain
from flows.geometry.parabolas import ChordCurves
from flows.geometry.route_lines import bend_factors, courses_of, nodes_of
from geodata.load import load_atlas
from tests.benchmarks.layout import crossings, hits

A, B = (0.0, 0.0), (20.0, 0.0)
# A node in the middle of the default bend from A to B.
IN_THE_WAY = (10.0, chain([A, B])[0][1][1] / 2)

points = st.tuples(st.integers(min_value=-90, max_value=90), st.integers(min_value=-60, max_value=60))
layouts = st.lists(st.lists(points, min_size=2, max_size=4), max_size=12).map(
    lambda routes: [(str(number), stops) for number, stops in enumerate(routes)]
)


def test_nothing_in_the_way_leaves_the_default_bend():
    assert choose_bends([("A~B", [A, B])], [A, B]) == {"A~B": (DEFAULT_BEND,)}


def test_a_node_in_the_way_is_passed_on_the_other_side():
    chosen = choose_bends([("A~B", [A, B])], [A, B, IN_THE_WAY])
    assert hits({"A~B": [A, B]}, {}, [IN_THE_WAY]) == 1
    assert hits({"A~B": [A, B]}, chosen, [IN_THE_WAY]) == 0


def test_a_line_passes_through_its_own_stop():
    route = ("A~M~B", [A, IN_THE_WAY, B])
    assert choose_bends([route], [A, B, IN_THE_WAY]) == {"A~M~B": (DEFAULT_BEND, DEFAULT_BEND)}


def test_opposite_directions_stay_apart_whatever_is_in_the_way():
    both = [("A~B", [A, B]), ("B~A", [B, A])]
    around = [IN_THE_WAY, (10, -IN_THE_WAY[1])]
    chosen = choose_bends(both, around)
    assert all(side >= DEFAULT_BEND for sides in chosen.values() for side in sides)


def test_the_way_back_may_be_part_of_a_longer_route():
    routes = [("A~B", [A, B]), ("C~B~A", [(20, 20), B, A])]
    chosen = choose_bends(routes, [IN_THE_WAY, (10, -IN_THE_WAY[1])])
    assert chosen["A~B"][0] >= DEFAULT_BEND
    assert chosen["C~B~A"][1] >= DEFAULT_BEND


def test_lines_that_need_not_cross_are_kept_apart_by_the_smallest_departure():
    long, short = [A, (80.0, 0.0)], [(20.0, 6.0), (60.0, 6.0)]
    routes = {"long": long, "short": short}
    chosen = choose_bends(list(routes.items()), [])
    assert crossings(routes, {}) == 2
    assert crossings(routes, chosen) == 0
    assert chosen == {"long": (0.8,), "short": (DEFAULT_BEND,)}


def test_a_node_beside_a_stop_can_be_avoided_by_no_bend():
    beside, in_the_way = (1.0, 1.0), (10.0, 1.0)
    assert unrelated([A, beside, in_the_way], [A, B]) == [in_the_way]
    assert hits({"A~B": [A, B]}, {}, [A, beside, in_the_way]) == 1


def test_the_lines_of_a_first_map_pass_few_nodes_and_cross_little():
    atlas = load_atlas()
    first = dict(list(courses_of(atlas).items())[:40])
    chosen, nodes = bend_factors(atlas), nodes_of(atlas)
    assert hits(first, chosen, nodes) <= 6 < hits(first, {}, nodes)
    assert crossings(first, chosen) <= 21 < crossings(first, {})


def test_two_routes_over_the_same_leg_are_told_apart():
    chosen = choose_bends([("A~B", [A, B]), ("A~B~C", [A, B, (30, 9)])], [])
    assert chosen["A~B"][0] != chosen["A~B~C"][0]


def test_a_bad_layout_improves():
    spokes = [(12 * np.cos(turn), 12 * np.sin(turn)) for turn in np.arange(0.2, 6.4, 0.5)]
    routes = {f"{n}": [spokes[n], spokes[(n * 5 + 3) % len(spokes)]] for n in range(len(spokes))}
    chosen = choose_bends(list(routes.items()), spokes)
    assert hits(routes, chosen, spokes) < hits(routes, {}, spokes)
    assert crossings(routes, chosen) < crossings(routes, {})


@settings(deadline=None)
@given(layout=layouts, nodes=st.lists(points, max_size=12), data=st.data())
def test_the_choice_does_not_depend_on_the_order_of_the_nodes(layout, nodes, data):
    other = data.draw(st.permutations(nodes))
    assert choose_bends(layout, nodes) == choose_bends(layout, other)


@settings(deadline=None)
@given(layout=layouts, nodes=st.lists(points, max_size=12))
def test_no_line_passes_more_nodes_than_by_default(layout, nodes):
    for (ident, stops), sides in zip(layout, choose_bends(layout, nodes).values(), strict=True):
        assert len(sides) == len(stops) - 1, ident
        assert set(sides) <= set(SIDES)
        avoidable = np.array(unrelated(nodes, stops), dtype=float).reshape(-1, 2)
        for chord, side in zip(pairwise(stops), sides, strict=True):
            if chord[0] != chord[1]:
                chosen, default = (ChordCurves(chord, (side, DEFAULT_BEND)).closeness(avoidable) > 0).sum(
                    axis=1
                )
                assert chosen <= default


def test_so_many_routes_that_choosing_would_take_long_keep_the_default():
    routes = [(str(number), [A, B]) for number in range(MOST_ROUTES + 1)]
    assert set(choose_bends(routes, [IN_THE_WAY]).values()) == {(DEFAULT_BEND,)}
