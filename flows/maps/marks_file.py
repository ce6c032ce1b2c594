"""The data file of the map as the browser gets it: marks and the claims behind them."""

from flows.hashed_json import HashedJson, hashed_json
from flows.i18n import language_in_use
from flows.maps.marks import marks_tables
from geodata.model.atlas import Atlas

# The frame's address, relative to the page.
FRAME = "atlas/map.html"


def _marks_in(atlas: Atlas, _language: str) -> HashedJson:
    return hashed_json(marks_tables(atlas))


def marks_of(atlas: Atlas) -> HashedJson:
    """Return the marks of ``atlas`` with names in the language in use; made once for each."""
    return atlas.derived(_marks_in, language_in_use())


def frame_address(atlas: Atlas) -> str:
    """Return the address of the map's frame, relative to the page; it changes with its data."""
    return f"{FRAME}?language={language_in_use()}&marks={marks_of(atlas).hash}"
