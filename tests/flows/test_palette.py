"""Marks and words of both themes can be seen and told apart by as many readers as possible."""

from dataclasses import replace
from itertools import combinations, product
from typing import get_args

import pytest

from flows.palette import PALETTE_FILE, Palette, Theme, css_variables, read_palette
from tests.flows.colour_sight import SIGHT, contrast, difference

# WCAG 2.2: 1.4.11 for what is drawn, 1.4.3 for what is read.
MARK_CONTRAST = 3.0
TEXT_CONTRAST = 4.5
# Five times what a trained eye just notices under ideal conditions (0.02): lines are thin and far apart.
APART = 0.1

GROUNDS = ("water", "no_claim", "land_1", "land_2", "land_3")
PAGE = ("surface", "surface_sunken", "notice")
PLACE_MARKS = ("role", "hotspot")
# What is read, and every ground on which it stands.
TEXTS = (
    *product(("ink", "ink_muted", "accent"), (*PAGE, *GROUNDS, "halo")),
    *product(("ink",), ("quote_mark",)),
    ("on_accent", "accent"),
)


def families(palette: Palette) -> list[str]:
    return [key for key in palette.light if key.startswith("type_")]


def shortfalls(palette: Palette) -> list[str]:
    """List in words every pair of colours that cannot be seen or told apart."""
    marks = [*PLACE_MARKS, *families(palette)]
    edges = [*product((*marks, "focus_ring"), (*GROUNDS, *PAGE)), ("control", "surface")]
    faint = [
        f"{theme}: {one} on {ground} has {ratio:.2f}, needs {least}"
        for theme in get_args(Theme)
        for least, pairs in ((MARK_CONTRAST, edges), (TEXT_CONTRAST, TEXTS))
        for one, ground in pairs
        if (ratio := contrast(palette.of(theme)[one], palette.of(theme)[ground])) < least
    ]
    alike = [
        f"{theme}: {one} and {other} differ by {apart:.3f} with {sight}, need {APART}"
        for theme, sight in product(get_args(Theme), SIGHT)
        for group in (PLACE_MARKS, families(palette))
        for one, other in combinations(group, 2)
        if (apart := difference(palette.of(theme)[one], palette.of(theme)[other], sight)) < APART
    ]
    return faint + alike


def test_everything_is_seen_and_told_apart() -> None:
    assert shortfalls(read_palette()) == []


@pytest.mark.parametrize(
    ("key", "colour", "complaint"),
    [
        ("type_labor", "#9FC5D8", "light: type_labor on water"),
        ("ink_muted", "#8A949E", "light: ink_muted on surface"),
        ("type_sex", "#7B241C", "deuteranopia"),
    ],
)
def test_a_poor_colour_is_caught(key: str, colour: str, complaint: str) -> None:
    palette = read_palette()
    planted = replace(palette, light={**palette.light, key: colour})
    assert any(complaint in line for line in shortfalls(planted)), shortfalls(planted)


def test_measures_agree_with_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    # The grey that WCAG's own explanation calls the lightest that passes on white.
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert difference("#000000", "#FFFFFF") == pytest.approx(1, abs=1e-3)


def test_land_stands_out_more_the_more_documents_name_it() -> None:
    for theme in get_args(Theme):
        colours = read_palette().of(theme)
        steps = [difference(colours["no_claim"], colours[f"land_{step}"]) for step in (1, 2, 3)]
        # Quiet, but the first step is still told from land without a claim where they share an edge.
        assert 0.01 < steps[0] < steps[1] < steps[2]


def test_css_names_every_colour_once() -> None:
    written = css_variables("dark")
    assert "--atlas-type-labor: #92D8FF;" in written
    assert written.count("--atlas-") == len(read_palette().dark) + 1


def test_a_faulty_palette_is_refused_with_every_reason(tmp_path) -> None:
    text = PALETTE_FILE.read_text(encoding="utf-8").replace('accent = "#6FC1DB"', 'accent = "teal"')
    faulty = tmp_path / "palette.toml"
    faulty.write_text(text.replace("dimmed = 0.2", "dimmed = 2") + '\nglow = "#FFFFFF"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="glow has no colour") as refusal:
        read_palette(faulty)
    assert "[dark]: accent" in str(refusal.value)
    assert "dimmed is 2.0" in str(refusal.value)
