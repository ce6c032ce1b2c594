"""The state of the marks: one character a mark, and the few bits that go with a command."""

import base64
from collections.abc import Iterable

from flows.scene.scales import FAMILIES

# Printable ASCII, one character a look; without the quote and the backslash, which JSON would
# escape, and the point, which means hidden.
_LOOKS = 4 * len(FAMILIES) * 2
ALPHABET = "".join(chr(code) for code in range(0x23, 0x7F) if chr(code) not in '.\\"')[:_LOOKS]
HIDDEN = "."
# The width class of claims that are drawn only on request (alleged, at risk, onward migration).
THIN_DOTS = 3


def look(width: int, family: str, *, hedged: bool) -> str:
    """Return the character of a mark's look.

    ``width`` is a width class of `flows.scene.scales` or ``THIN_DOTS``; ``family`` a colour family;
    ``hedged`` draws dashes.
    """
    return ALPHABET[(width * len(FAMILIES) + FAMILIES.index(family)) * 2 + hedged]


def bits(positions: Iterable[int], count: int) -> str:
    """Pack the positions of marks (of ``count``) as base64, the first mark in the highest bit."""
    packed = bytearray((count + 7) // 8)
    for position in positions:
        packed[position >> 3] |= 0x80 >> (position & 7)
    return base64.b64encode(packed).decode()
