"""Passages of the reader can be read on their ground, and their lines be seen, in both themes."""

from itertools import combinations, product
from typing import get_args

import pytest

from flows.narrative.reader import KINDS
from flows.palette import Theme, read_palette
from tests.flows.colour_sight import contrast, difference

# WCAG 2.2: 1.4.3 for what is read, 1.4.11 for what is drawn; 0.02 is what an eye just notices.
TEXT_CONTRAST, LINE_CONTRAST, NOTICED = 4.5, 3.0, 0.02
GROUNDS = [f"kind_{kind}" for kind in KINDS]


@pytest.mark.parametrize("theme", get_args(Theme))
def test_words_are_read_on_every_ground(theme: Theme) -> None:
    colours = read_palette().of(theme)
    for text, ground in [*product(("ink",), (*GROUNDS, "find", "find_now")), *product(("accent",), GROUNDS)]:
        assert contrast(colours[text], colours[ground]) >= TEXT_CONTRAST, (text, ground)


@pytest.mark.parametrize("theme", get_args(Theme))
def test_lines_are_seen_on_their_ground_and_on_the_page(theme: Theme) -> None:
    colours = read_palette().of(theme)
    for kind in KINDS:
        for ground in (f"kind_{kind}", "surface"):
            assert contrast(colours[f"kind_{kind}_line"], colours[ground]) >= LINE_CONTRAST, (kind, ground)


@pytest.mark.parametrize("theme", get_args(Theme))
def test_grounds_differ_from_the_page_and_from_each_other(theme: Theme) -> None:
    colours = read_palette().of(theme)
    for one, other in combinations([*GROUNDS, "surface"], 2):
        assert difference(colours[one], colours[other]) > NOTICED, (one, other)
