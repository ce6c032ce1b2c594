"""The picture of a map in a pack, for a page that has its own words around it."""

from flows.packs.painting import PictureWords, Sheet, draw_map
from flows.packs.parts import PackMap
from flows.packs.typesetting import pixels_of

# Pixels of the drawing in a point of the page, and in a pixel of the map on a screen: names have 12 points.
_A_POINT, _ENLARGED = 1.5, 1.6
# Points from which on a picture is wide enough for a key beside the map; and what that and its gap take.
_WIDE, _COLUMN, _GAP = 600, 330, 36
_POINTS_AN_INCH = 72


def picture(shown: PackMap, *, width: float, height: float, dots_an_inch: float) -> bytes:
    """Return a map as PNG of a width and a height in points, with its key where there is room for it."""
    wide, high = round(width * _A_POINT), round(height * _A_POINT)
    column = _COLUMN if width >= _WIDE else 0
    room = wide - (column + _GAP if column else 0)
    sheet = Sheet(
        width=wide,
        height=high,
        margin=0,
        column=column,
        window=(round(room / _ENLARGED), round(high / _ENLARGED)),
    )
    drawing = draw_map(shown.scene, shown.request, PictureWords(), bounds=shown.bounds, sheet=sheet)
    return pixels_of(drawing.svg, wide, high, scale=dots_an_inch / _POINTS_AN_INCH / _A_POINT)
