import datetime as dt

from flows import __version__
from flows.export.stamp import stamp_of
from flows.narrative.caveat import caveat
from flows.query.selection import Selection
from flows.scene.scene import compose
from tests.flows.export.conftest import DAY, NOTHING


def test_a_stamp_tells_filter_contents_day_version_and_caveat(nine):
    scene = compose(nine, Selection(types=frozenset({"forced_labor"}), years=(2020, 2021)))
    assert stamp_of(nine, scene, DAY).entries() == {
        "filter": "forced labor, speaking of 2020–2021",
        "contents": "2 of 9 claims from 1 document.",
        "date": "2026-11-21",
        "version": __version__,
        "caveat": caveat(),
    }


def test_an_empty_scene_is_told(nine):
    stamp = stamp_of(nine, compose(nine, NOTHING), DAY)
    assert stamp.contents == "No claim fits this filter, so this file is empty."


def test_without_a_day_it_is_today(nine):
    before, after = (dt.datetime.now(tz=dt.UTC).date().isoformat() for _ in range(2))
    assert before <= stamp_of(nine, compose(nine, Selection())).date <= after


def test_a_stamp_fits_on_one_line(nine):
    line = stamp_of(nine, compose(nine, Selection()), DAY).line()
    assert line.startswith("filter: all forms; contents: 9 of 9 claims from 2 documents; date: 2026-11-21; ")
    assert len(line.splitlines()) == 1
