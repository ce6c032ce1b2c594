"""The scripts of the map as one file: for the server a request costs more than its bytes."""

import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from flows.asset_urls import ASSETS
from flows.web.replies import kept_file

FILES = ("vendor/leaflet.js", "web/built/map.js")
# The address, relative to the frame.
SCRIPT = "map.js"


@cache
def map_script() -> bytes:
    """Return Leaflet and our own script, which builds on it."""
    return b"\n;\n".join((ASSETS / file).read_bytes() for file in FILES)


@cache
def script_address() -> str:
    """Return the address of the scripts, relative to the frame, with the hash of their content."""
    return f"{SCRIPT}?v={hashlib.sha256(map_script()).hexdigest()[:12]}"


def send_script(request: Request) -> Response:
    """Answer with the scripts."""
    return kept_file(request, map_script(), "text/javascript")
