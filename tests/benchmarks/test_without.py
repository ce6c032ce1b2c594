"""A trick is left out of what the atlas is today, or the table of tricks would compare it with itself."""

import shutil

import pytest

from tests.benchmarks.servers import ROOT
from tests.benchmarks.without import TRICKS, changed_modules


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if trick.script], ids=lambda trick: trick.name)
def test_the_map_still_has_the_text_that_is_replaced(tmp_path, trick):
    web = shutil.copytree(ROOT / "assets" / "web", tmp_path / "web")
    changed_modules(trick, web)
    changed = (web / "map" / trick.script).read_text(encoding="utf-8")
    assert changed != (ROOT / "assets" / "web" / "map" / trick.script).read_text(encoding="utf-8")


def test_a_text_that_is_gone_is_named(tmp_path):
    (tmp_path / "map").mkdir()
    trick = next(trick for trick in TRICKS if trick.script)
    (tmp_path / "map" / trick.script).write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=trick.name):
        changed_modules(trick, tmp_path)


def test_each_trick_is_left_out_in_one_way():
    assert all((trick.leave_out is None) != (trick.script == "") for trick in TRICKS)
