"""The data file of the map as the browser gets it: marks and the claims behind them."""

import hashlib
import json
from dataclasses import dataclass

from flows.i18n import language_in_use
from flows.maps.marks import marks_tables
from geodata.model.atlas import Atlas

# The frame's address, relative to the page.
FRAME = "atlas/map.html"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """Hold the data file of the map: its bytes and its content hash."""

    body: bytes
    hash: str


def _marks_in(atlas: Atlas, _language: str) -> Marks:
    body = json.dumps(marks_tables(atlas), ensure_ascii=False, separators=(",", ":")).encode()
    return Marks(body=body, hash=hashlib.sha256(body).hexdigest()[:16])


def marks_of(atlas: Atlas) -> Marks:
    """Return the marks of ``atlas`` with names in the language in use; made once for each."""
    return atlas.derived(_marks_in, language_in_use())


def frame_address(atlas: Atlas) -> str:
    """Return the address of the map's frame, relative to the page; it changes with its data."""
    return f"{FRAME}?language={language_in_use()}&marks={marks_of(atlas).hash}"
