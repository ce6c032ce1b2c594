"""The picture of a pack shows its map and says what it is."""

import datetime as dt
import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from flows.packs import picture_of_pack
from flows.packs.content import pack_of
from flows.packs.formats import pack_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from tests.flows.packs.hostile import HOSTILE
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


def test_a_drawing_has_a_key_and_asks_nobody_for_anything(pack):
    svg = pack_bytes("svg", pack).decode()
    written = {found.text for found in read_svg(svg).iter(f"{SVG}text")}
    assert {"Color: form of trafficking", "Forced labor", "Width: number of documents"} <= written
    assert not re.findall(r"(?:href|src)=\"(?!data:)", svg)


def test_a_picture_carries_the_sources_of_its_pack(pack):
    picture = Image.open(BytesIO(pack_bytes("png", pack)))
    assert picture.size == (3840, 2160)
    assert picture.text["Sources"].splitlines() == list(pack.sources)
    assert picture.text["Source"] == pack.link
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_the_same_selection_and_day_give_the_same_bytes(pack):
    assert pack_bytes("png", pack) == pack_bytes("png", pack)
    assert pack_bytes("svg", pack) == pack_bytes("svg", pack)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_out_as_it_is_written(pack, text):
    spoilt = replace(pack, title=text, caveat=text, sources=(text,))
    shown = text.translate(dict.fromkeys((0, 7, 27)))
    root = read_svg(pack_bytes("svg", spoilt))
    assert root.find(f"{SVG}title").text == shown
    written = "".join("".join(found.text.split()) for found in root.iter(f"{SVG}text"))
    assert "".join(shown.split()) in written
    assert not list(root.iter(f"{SVG}script"))
    kept = Image.open(BytesIO(pack_bytes("png", spoilt))).text
    assert (kept["Title"], kept["Sources"]) == (text.replace("\0", ""), text.replace("\0", ""))


def test_pixels_say_which_signs_they_lack_and_a_drawing_keeps_them(pack, monkeypatch):
    drawn = []
    draw = picture_of_pack.draw_map

    def remember(scene, request, words, **how):
        drawn.append(words)
        return draw(scene, request, words, **how)

    monkeypatch.setattr(picture_of_pack, "draw_map", remember)
    foreign = replace(pack, title="中 title")
    for name in ("png", "svg"):
        pack_bytes(name, foreign)
    pixels, drawing = drawn
    assert pixels.title == "[U+4E2D] title"
    assert pixels.made.endswith("given by their Unicode numbers, such as [U+4E2D].")
    assert (drawing.title, "Unicode numbers" in drawing.made) == ("中 title", False)


def test_a_long_title_leaves_room_for_the_map(pack):
    root = read_svg(pack_bytes("svg", replace(pack, title="word " * 180, caveat="word " * 900)))
    sizes = [(float(r.get("width", 0)), float(r.get("height", 0))) for r in root.iter(f"{SVG}rect")]
    assert sum(wide > 500 and high > 400 for wide, high in sizes) >= 2  # the sheet, and the water of the map
