"""The marks file as the browser gets it: its bytes, its hash, and where each mark stands in it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from flows.i18n import language_in_use
from flows.maps.marks import marks_tables
from geodata.compute_once import compute_once
from geodata.model.atlas import Atlas

# The order of the kinds in the state string; assets/web/map/state.js has the same.
KINDS = ("routes", "hotspots", "roles", "notes", "places")

# The frame's address, relative to the page.
FRAME = "atlas/map.html"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """Hold the marks file as JSON-ready tables, its bytes and its content hash.

    ``order`` gives the position of each mark, by kind and id, in the state string.
    """

    order: Mapping[str, Mapping[str, int]]
    body: bytes
    hash: str
    count: int


@compute_once(8)
def _marks_in(atlas: Atlas, _language: str) -> Marks:
    tables = marks_tables(atlas)
    body = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()
    order: dict[str, dict[str, int]] = {}
    count = 0
    for kind in KINDS:
        order[kind] = {mark["id"]: count + number for number, mark in enumerate(tables[kind])}
        count += len(tables[kind])
    return Marks(order=order, body=body, hash=hashlib.sha256(body).hexdigest()[:16], count=count)


def marks_of(atlas: Atlas) -> Marks:
    """Return the marks of ``atlas`` with names in the language in use; made once for each."""
    return _marks_in(atlas, language_in_use())


def frame_address(atlas: Atlas) -> str:
    """Return the address of the map's frame, relative to the page; it changes with its data."""
    return f"{FRAME}?language={language_in_use()}&marks={marks_of(atlas).hash}"
