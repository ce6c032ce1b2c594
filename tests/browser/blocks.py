"""What differs between two pictures, block by block: a mark that is missing, not an edge rounded anew."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

# Blocks overlap by half: what lies on the border of one is in the middle of another.
SIDE, _STEP = 16, 8
# How far off a block may be: the mean over its pixels, of 255. A view taken twice gives 0 on one machine;
# drawn half a pixel beside, or with each pixel three shades off, it gives 2; a mark that is missing, 20.
LIMIT = 5.0
# Edges are smoothed first: one that falls between two pixels is then as one that falls on a pixel.
_SMOOTHED = ImageFilter.GaussianBlur(1)
_TOLD = 6
_OUTLINE = "#d0006f"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A block that differs: how far off it is, and its corner."""

    off: float
    left: int
    top: int

    def __str__(self) -> str:
        return f"({self.left}, {self.top}) by {self.off}"


def differing_blocks(one: Image.Image, other: Image.Image) -> list[Block]:
    """Return the blocks that differ visibly, the farthest off first."""
    off = _off(*_of_one_size(one, other))
    places = np.argwhere(off > LIMIT).tolist()
    found = [Block(round(float(off[row, column]), 1), column * _STEP, row * _STEP) for row, column in places]
    return sorted(found, reverse=True)


def told(blocks: list[Block]) -> str:
    """Say where the blocks are that differ."""
    more = f" and {len(blocks) - _TOLD} more" if len(blocks) > _TOLD else ""
    return f"{len(blocks)} blocks of {SIDE} pixels differ: {', '.join(map(str, blocks[:_TOLD]))}{more}"


def side_by_side(one: Image.Image, other: Image.Image, blocks: list[Block]) -> Image.Image:
    """Lay both pictures beside each other, with the blocks that differ outlined in both."""
    pair = _of_one_size(one, other)
    width, height = pair[0].size
    sheet = Image.new("RGB", (2 * width + _STEP, height), _OUTLINE)
    for picture, left in zip(pair, (0, width + _STEP), strict=True):
        pen = ImageDraw.Draw(picture)
        for block in blocks:
            pen.rectangle((block.left, block.top, block.left + SIDE, block.top + SIDE), outline=_OUTLINE)
        sheet.paste(picture, (left, 0))
    return sheet


def _of_one_size(*pictures: Image.Image) -> list[Image.Image]:
    """Return copies as large as the largest; what one lacks is of a colour that no view has."""
    width, height = max(picture.width for picture in pictures), max(picture.height for picture in pictures)
    sheets = [Image.new("RGB", (width, height), _OUTLINE) for _ in pictures]
    for sheet, picture in zip(sheets, pictures, strict=True):
        sheet.paste(picture)
    return sheets


def _off(one: Image.Image, other: Image.Image) -> NDArray[np.float64]:
    """Return how far off each block is: the mean over its pixels, each by its farthest channel.

    A pixel is compared with all that lies within a pixel of it in the other picture, and the other way round.
    """
    one, other = one.filter(_SMOOTHED), other.filter(_SMOOTHED)
    farther = np.asarray(ImageChops.lighter(_beyond(one, other), _beyond(other, one)))
    return _block_means(farther.max(axis=2))


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how far each pixel of ``one`` is outside of what its neighbours in ``other`` span.

    An edge that is rounded another way, or drawn half a pixel beside, stays within.
    """
    darkest, lightest = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    return ImageChops.lighter(ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))


def _block_means(values: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the mean of each block; nothing differs beyond the right and the lower edge."""
    height, width = values.shape
    framed = np.pad(values, ((0, -height % _STEP), (0, -width % _STEP)))
    cells = framed.reshape(framed.shape[0] // _STEP, _STEP, -1, _STEP).mean(axis=(1, 3))
    return (cells[:-1, :-1] + cells[:-1, 1:] + cells[1:, :-1] + cells[1:, 1:]) / 4
