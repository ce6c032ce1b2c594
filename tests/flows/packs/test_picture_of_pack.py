"""The picture of a pack shows its map and says what it is."""

import datetime as dt
from io import BytesIO

import pytest
from PIL import Image

from flows.packs.content import pack_of
from flows.packs.formats import pack_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from tests.flows.packs.svg import SVG, read_svg

DAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def pack(nine):
    return pack_of(nine, Request(selection=Selection(types=frozenset({"forced_labor"}))), on=DAY)


def test_a_drawing_says_title_filter_day_caveat_credits_and_sources(pack):
    root = read_svg(pack_bytes("svg", pack))
    written = " ".join(found.text for found in root.iter(f"{SVG}text"))
    for text in (pack.title, pack.map.shown, pack.caveat, pack.made, pack.link, pack.credits):
        assert " ".join(text.split()) in written
    assert pack.asked in pack.map.shown
    assert "Source Sans 3 and Source Serif 4" in written
    assert root.find(f"{SVG}desc").text == pack.map.alternative


def test_a_picture_carries_the_sources_of_its_pack(pack):
    picture = Image.open(BytesIO(pack_bytes("png", pack)))
    assert picture.size == (3840, 2160)
    assert picture.text["Sources"].splitlines() == list(pack.sources)
    assert picture.text["Source"] == pack.link
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_the_same_selection_and_day_give_the_same_bytes(pack):
    assert pack_bytes("png", pack) == pack_bytes("png", pack)
    assert pack_bytes("svg", pack) == pack_bytes("svg", pack)
