"""The measures by which bends are chosen, against finely sampled curves."""

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.geometry.curves import bend, sample
from flows.geometry.parabolas import CLEAR, ChordCurves

SIDES = (1.0, 0.5, -2.0)
CHORD = ((0.0, 0.0), (40.0, 0.0))
places = st.tuples(st.floats(min_value=-60, max_value=60), st.floats(min_value=-60, max_value=60))


def line(chord, side):
    return shapely.LineString(sample([bend(*chord, side=side)], points=200))


def meetings(*lines):
    crossings, hidden = ChordCurves(CHORD, SIDES).crossings_and_overlap(np.array(lines, dtype=float))
    return crossings.sum(axis=1).tolist(), hidden.sum(axis=1).tolist()


@given(start=places, end=places, node=places)
def test_a_node_is_hit_by_the_curves_that_come_close(start, end, node):
    assume(shapely.distance(shapely.Point(start), shapely.Point(end)) > 5)
    distances = [line((start, end), side).distance(shapely.Point(node)) for side in SIDES]
    assume(all(abs(distance - CLEAR) > 0.4 for distance in distances))
    closeness = ChordCurves((start, end), SIDES).closeness(np.array([node]))
    assert (closeness[:, 0] > 0).tolist() == [distance < CLEAR for distance in distances]


def test_a_line_straight_across_crosses_every_curve_once():
    assert meetings([(20, y) for y in range(-30, 31, 5)]) == ([1, 1, 1], [0, 0, 0])


def test_a_line_that_ends_between_two_curves_crosses_one_of_them():
    apex = [line(CHORD, side).bounds for side in SIDES]
    between = (apex[0][3] + apex[1][3]) / 2
    assert meetings(np.linspace((20, 10), (20, between), 9))[0] == [1, 0, 0]


def test_a_line_beside_the_chord_meets_nothing():
    assert meetings([(x, 0) for x in range(41, 80, 3)]) == ([0, 0, 0], [0, 0, 0])


@pytest.mark.parametrize("turned", [False, True])
def test_a_curve_hides_itself_and_does_not_cross_itself(turned):
    own = sample([bend(*CHORD)], points=12)[1:-1]
    crossings, hidden = meetings(own[::-1] if turned else own)
    assert crossings[0] == 0
    assert hidden == pytest.approx([1, 0, 0], abs=0.3)
