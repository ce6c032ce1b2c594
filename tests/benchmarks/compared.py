"""The matrix of the Compare page: a filter is pressed, until all its cells show the new numbers."""

import re
from html import unescape

from playwright.sync_api import Page

from flows.query.selection import Selection
from flows.scene.matrices import matrix_of
from flows.scene.scene import compose
from flows.ui.views.matrix import matrix_html
from geodata.model.atlas import Atlas
from tests.benchmarks.browser import Spot, time_press
from tests.benchmarks.rounds import Act
from tests.benchmarks.walk import walk

COMPARE = "/compare"
CELLS = Spot(find=".st-key-compare .atlas-matrix tbody")


def matrix_click(page: Page, atlas: Atlas) -> Act:
    """Press pills, each leading to a new selection, until the matrix says what it says of that selection.

    Presses after which it says the same cannot be timed: they are made and passed over.
    """
    steps = walk(atlas)
    said = cells(atlas, Selection())

    def act() -> float:
        nonlocal said
        for step in steps:
            before, said = said, cells(atlas, step.selection)
            milliseconds = time_press(page, step.button, CELLS, said)
            if said != before:
                return milliseconds
        raise AssertionError

    return act


def cells(atlas: Atlas, selection: Selection) -> str:
    """Return the words and numbers of the matrix that the page opens with."""
    matrix = matrix_of(compose(atlas, selection), atlas, "types", "places")
    found = re.search(r"<tbody>(.*)</tbody>", matrix_html(matrix, atlas, ""))
    assert found
    return unescape(re.sub(r"<[^>]+>", "", found[1]))
