"""How curves over one chord pass points and other lines: the measures by which bends are chosen.

A curve whose control point stands over the middle of its chord is a parabola there, so that a point
lies as far off it as the point's height above the chord differs from the parabola's.
"""

import math
from typing import TYPE_CHECKING

from flows.geometry.curves import Point, bend_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

# Degrees of the plane: the radius of a node's symbol, with air, at the zoom of the first view.
CLEAR = 2.2
# Degrees of the plane within which two lines read as one at that zoom.
_TOGETHER = 1.0
# Degrees: a line over itself is on no side of it, whatever the rounding.
_ROUNDING = 1e-6


class ChordCurves:
    """The curves over one chord, one for each of the ``sides`` of `flows.geometry.curves.bend`."""

    def __init__(self, chord: tuple[Point, Point], sides: "Sequence[float] | Numbers") -> None:
        import numpy as np

        self._start, self._end = chord
        self._length = math.dist(*chord)
        # The slopes with which they leave the chord: of a Bézier curve, to its control point.
        self._slopes = 2 * bend_share(self._length) * np.array(sides)

    def closeness(self, nodes: "Numbers") -> "Numbers":
        """Tell, by side and node (n, 2), how close the curve comes: from 0 at ``CLEAR`` to 1 on the node."""
        import numpy as np

        along, heights = self._seen(nodes)
        within = np.clip(along, 0, 1)
        slopes = self._slopes[:, None]
        over = heights - slopes * self._length * within * (1 - within)
        past = (along - within) * self._length
        steep = slopes * (1 - 2 * within)
        distances = np.sqrt(over**2 / (1 + steep**2) + past**2)
        return np.maximum(0, 1 - distances / CLEAR)

    def crossings_and_overlap(self, lines: "Numbers") -> tuple["Numbers", "Numbers"]:
        """Count, by side and line (n, points, 2), the crossings, and tell what share of the line is hidden.

        A line's share is hidden that runs where it cannot be told from the curve.
        """
        along, heights = self._seen(lines)
        beside = (along > 0) & (along < 1)
        pieces = beside[:, 1:] & beside[:, :-1]
        slopes = self._slopes[:, None, None]
        over = heights - slopes * (self._length * along * (1 - along))
        left = over > _ROUNDING
        crossings: Numbers = ((left[..., 1:] != left[..., :-1]) & pieces).sum(axis=2)
        near = over**2 < _TOGETHER**2 * (1 + (slopes * (1 - 2 * along)) ** 2)
        hidden: Numbers = (near[..., 1:] & near[..., :-1] & pieces).sum(axis=2) / pieces.shape[1]
        return crossings, hidden

    def _seen(self, points: "Numbers") -> tuple["Numbers", "Numbers"]:
        """Return where points (…, 2) stand along the chord, from 0 to 1, and how high to its left."""
        (x, y), (end_x, end_y) = self._start, self._end
        dx, dy = end_x - x, end_y - y
        right, up = points[..., 0] - x, points[..., 1] - y
        return (right * dx + up * dy) / self._length**2, (up * dx - right * dy) / self._length
