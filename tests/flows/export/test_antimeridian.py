from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.export.antimeridian import cut_line

POSITIONS = st.tuples(st.floats(-900, 900), st.floats(-85, 85))


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ([(-100, 20), (-90, 40)], [[(-100, 20), (-90, 40)]]),
        # Manila to California in the longitudes of the map: cut halfway, at half the height.
        ([(-240, 10), (-120, 30)], [[(120, 10), (180, 20)], [(-180, 20), (-120, 30)]]),
        ([(-120, 30), (-240, 10)], [[(-120, 30), (-180, 20)], [(180, 20), (120, 10)]]),
        # Lines that begin, end or turn on the antimeridian itself.
        ([(170, 0), (180, 5)], [[(170, 0), (180, 5)]]),
        ([(180, 5), (170, 0)], [[(180, 5), (170, 0)]]),
        ([(-180, 5), (-190, 0)], [[(180, 5), (170, 0)]]),
        ([(-190, 0), (-180, 5), (-170, 0)], [[(170, 0), (180, 5)], [(-180, 5), (-170, 0)]]),
    ],
)
def test_a_line_is_cut_where_it_crosses(line, parts):
    assert cut_line(line) == parts


@settings(deadline=None)
@given(st.lists(POSITIONS, min_size=2, max_size=6))
def test_no_part_leaves_the_world_or_jumps_across_it(line):
    for part in cut_line(line):
        assert len(part) > 1
        assert all(abs(longitude) <= 180 and abs(latitude) <= 85 for longitude, latitude in part)
        assert all(one != other for one, other in pairwise(part))


@settings(deadline=None)
@given(st.lists(POSITIONS, min_size=2, max_size=6))
def test_each_part_goes_on_at_the_height_where_the_last_one_stopped(line):
    for one, other in pairwise(cut_line(line)):
        assert abs(one[-1][0]) == abs(other[0][0]) == 180
        assert one[-1][1] == pytest.approx(other[0][1], abs=1e-5)
