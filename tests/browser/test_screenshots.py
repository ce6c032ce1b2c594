"""The README's pictures can be taken again at any time."""

import struct

import pytest

from tests.browser.reader import LAPTOP
from tests.browser.screenshots import FOLDER, PICTURES, take_pictures

SIZES = {name: tuple(how.get("viewport", LAPTOP).values()) for name, (_, how) in PICTURES.items()}


def size(picture):
    """Read width and height from the head of a PNG."""
    return struct.unpack(">II", picture.read_bytes()[16:24])


def test_every_picture_is_taken(welcome, tmp_path):
    take_pictures(welcome, tmp_path)
    assert {picture.stem: size(picture) for picture in tmp_path.glob("*.png")} == SIZES


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_kept(name):
    assert size(FOLDER / f"{name}.png") == SIZES[name]
