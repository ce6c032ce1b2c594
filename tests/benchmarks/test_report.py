"""What a run says when parts of it are missing, and how it counts."""

import pytest

from tests.benchmarks import names
from tests.benchmarks.report import report
from tests.benchmarks.targets import ATTACKS, PRESSES, TRICKS, percentile, targets

FLOOR = (names.FLOOR_PRESS, names.FLOOR)


@pytest.mark.parametrize(("share", "value"), [(0.5, 3), (0.75, 4), (0.95, 4.8), (1.0, 5)])
def test_percentiles_lie_between_the_values(share, value):
    assert percentile([5, 1, 4, 2, 3], share) == pytest.approx(value)


def test_a_press_is_a_multiple_of_the_floor_of_its_own_part():
    found = {PRESSES: {FLOOR: [80.0, 100.0, 120.0], (names.EVERY_PILL, names.OPEN): [20.0, 40.0, 60.0]}}
    pills = next(target for target in targets(found) if names.OPEN in target.sentence)
    assert (pills.found, pills.reached) == (pytest.approx(0.4), True)


def test_what_a_failed_part_would_have_measured_is_not_reached():
    assert {target.reached for target in targets({})} == {False}
    said = report({}, {ATTACKS: "it was given up after 180 s"}, "1")
    assert "**The part “attacks” failed**" in said
    assert "given up after 180 s" in said
    assert "**not measured**" in said


def test_a_trick_that_is_worth_little_is_named():
    measured = {
        ("the first; story, ms", which): [value] for which, value in (("with", 50.0), ("without", 55.0))
    }
    measured |= {
        ("the second; story, ms", which): [value] for which, value in (("with", 50.0), ("without", 95.0))
    }
    said = report({TRICKS: measured}, {}, "1")
    assert "| the first | story | 50 | 55 | 5 | under 10 ms |" in said
    assert "| the second | story | 50 | 95 | 45 |  |" in said
