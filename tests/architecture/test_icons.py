"""Every sector has its symbol, drawn on one grid and coloured by the text around it."""

import re

import pytest

from geodata.vocabulary.terms import terms
from tests.architecture.tree import ROOT

ICONS = ROOT / "assets" / "icons"
# Symbols that are plain shapes, drawn by the map itself.
DRAWN = {"circle"}
NORMAL = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 15 15" '
    r'width="15" height="15" fill="currentColor">\n'
    r'(?:<path d="[-MmLlHhVvCcSsQqTtAaZzeE0-9., ]+"/>\n)+</svg>\n'
)


def is_normal(text):
    return NORMAL.fullmatch(text) is not None


def test_symbols_and_files_are_the_same_set():
    symbols = {sector.symbol for sector in terms("sectors")}
    assert symbols - DRAWN == {file.stem for file in ICONS.glob("*.svg")}


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_symbol_is_normal_and_its_source_known(file):
    assert is_normal(file.read_text(encoding="utf-8"))
    assert f"`{file.stem}`" in (ICONS / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("found", "planted"),
    [("0 0 15 15", "0 0 50 50"), ("currentColor", "black"), ("</svg>", "<script>alert(1)</script></svg>")],
)
def test_a_symbol_off_the_grid_is_caught(found, planted):
    text = (ICONS / "farm.svg").read_text(encoding="utf-8")
    assert not is_normal(text.replace(found, planted))
