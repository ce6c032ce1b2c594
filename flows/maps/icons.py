"""The sector symbols as path data, for the canvas of the map."""

import re
from functools import cache
from pathlib import Path

_ICONS = Path(__file__).parents[2] / "assets" / "icons"
_PATH = re.compile(r'<path[^>]* d="([^"]+)"')


@cache
def icons() -> dict[str, str]:
    """Return the outline of each sector symbol (SVG path data in a box of 15 by 15) by its name."""
    return {
        file.stem: " ".join(_PATH.findall(file.read_text(encoding="utf-8")))
        for file in sorted(_ICONS.glob("*.svg"))
    }
