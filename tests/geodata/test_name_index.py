import json
from pathlib import Path

import pytest

from geodata.name_index import fold

# The browser's search folds names too; tests/web/name_fold.test.js reads the same file.
FOLDED = Path(__file__).parents[1] / "web" / "fixtures" / "folded_names.json"


@pytest.mark.parametrize(("text", "folded"), json.loads(FOLDED.read_text(encoding="utf-8")))
def test_a_name_is_folded_as_in_the_browser(text, folded):
    assert fold(text) == folded


def test_what_is_folded_stays_as_it_is():
    folded = [folded for _, folded in json.loads(FOLDED.read_text(encoding="utf-8"))]
    assert [fold(text) for text in folded] == folded
