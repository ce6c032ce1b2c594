"""What grows in the soak is told, and a short one does not judge."""

from tests.benchmarks.soak import Look, report


def looks(growth):
    return [Look(seconds=5.0 * n, held=(200.0, 100.0 + growth * n, 10.0)) for n in range(360)]


def test_what_grows_is_not_flat():
    (line,) = (line for line in report(looks(0.1), [], 30).splitlines() if "file handles" in line)
    assert line.endswith("| 130.0 (median 132.9) | ≤ 1.1× | **not reached** |")
    assert "**not reached**" not in report(looks(0.0), [], 30)


def test_a_lost_act_is_told_and_a_short_soak_does_not_judge_growth():
    assert "**not reached**" in report(looks(0.0), ["lost"], 30)
    assert report(looks(0.1), [], 2).count("too short to tell") == 3
