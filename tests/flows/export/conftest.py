"""A stamp that never changes, and an export read again."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import strategies as st

from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import load_atlas

DAY = dt.date(2026, 11, 21)
# What breaks tables: separators, quotation marks, line ends, formulas, script, words that look escaped.
# Control signs are no text: an atlas never holds them.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\t\r\n"), max_size=30
) | st.text(st.sampled_from("=+-@,;\"'|\r\n\t <é￾_x0D\\{}%~"), max_size=30)
# Tables lose white space around a cell, and a statement is never empty.
WORDS = TEXTS.map(str.strip).filter(bool)
NOTHING = Selection(sectors=frozenset({"begging"}))


@pytest.fixture(scope="session")
def whole():
    """Every collection that ships: quoted and cited documents, placements, places of their own."""
    return load_atlas()


@pytest.fixture(scope="session")
def written():
    """Return what writes an atlas, or what a selection admits of it, in a format."""

    def write(make, atlas, selection=None):
        scene = compose(atlas, selection or Selection())
        return make(atlas, scene, stamp_of(atlas, scene, DAY))

    return write


@pytest.fixture
def loaded(tmp_path):
    """Return what loads the bytes of an export again."""

    def load(content, name):
        path = tmp_path / name
        path.write_bytes(content)
        return load_atlas([path])

    return load


def told(atlas, **words):
    """Return an atlas whose claims all have other words."""
    return dataclasses.replace(
        atlas, claims=tuple(dataclasses.replace(claim, **words) for claim in atlas.claims)
    )
