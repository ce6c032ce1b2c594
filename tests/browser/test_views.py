"""The map looks as it did: named views against committed pictures."""

import numpy as np
import pytest
from PIL import Image

from tests.browser.blocks import differing_blocks
from tests.browser.views import SHEET, contact_sheet, encoded, kept, leave_behind, names, photograph

ALL_COLLECTIONS = True


@pytest.mark.parametrize("name", names())
def test_a_view_looks_as_it_did(welcome, name):
    before, taken = kept(name), photograph(welcome, name)
    blocks = differing_blocks(before, taken)
    assert not blocks, leave_behind(name, before, taken, blocks)


def hide_a_route(marks):
    (route,) = (route for route in marks["routes"] if route["id"] == "BRA~GUY")
    route["curve"] = [[0, 300, 0, 300, 0, 300]]  # north of every window


def hide_a_name(marks):
    (place,) = (place for place in marks["places"] if place["id"] == "CHL")
    place["name"] = ""


def move_a_hotspot(marks):
    (hotspot,) = (hotspot for hotspot in marks["hotspots"] if hotspot["id"] == "brazil_amazon.Amazon-region")
    hotspot["at"][0] += 1  # four pixels


@pytest.mark.parametrize("plant", [hide_a_route, hide_a_name, move_a_hotspot])
def test_one_thing_that_is_missing_or_elsewhere_is_noticed(welcome, plant):
    changed = photograph(welcome, "hemisphere", plant)
    assert differing_blocks(kept("hemisphere"), changed)


def test_a_picture_drawn_half_a_pixel_beside_looks_the_same():
    before = kept("hemisphere").crop((264, 48, 1000, 726))
    half = (1, 0, 0.5, 0, 1, 0.5)
    beside = before.transform(before.size, Image.Transform.AFFINE, half, Image.Resampling.BICUBIC)
    # Behind the last pixel of a row there is none to take a half of.
    inner = (2, 2, before.width - 2, before.height - 2)
    assert before.crop(inner).tobytes() != beside.crop(inner).tobytes()
    assert differing_blocks(before.crop(inner), beside.crop(inner)) == []


def test_a_picture_a_few_shades_off_looks_the_same():
    before = kept("hemisphere")
    shades = np.random.default_rng(0).integers(-3, 4, (before.height, before.width, 3))
    off = Image.fromarray(np.clip(np.asarray(before) + shades, 0, 255).astype(np.uint8))
    assert differing_blocks(before, off) == []


def test_a_picture_of_another_size_differs():
    before = kept("phone")
    assert differing_blocks(before, before.crop((0, 0, before.width, before.height - 20)))


def test_the_contact_sheet_shows_every_picture():
    assert differing_blocks(Image.open(SHEET), Image.open(encoded(contact_sheet()))) == []
