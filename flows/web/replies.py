"""Files that a browser keeps for good, because their address holds the hash of their content."""

import gzip

from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from flows.asset_urls import ASSETS, asset_hash
from flows.i18n import DEFAULT, languages
from geodata.compute_once import compute_once

# A year, the longest that caches take seriously; a changed file has another address.
FOR_GOOD = "public, max-age=31536000, immutable"


def asked_language(request: Request) -> str:
    """Return the language that a request asks for; English where it asks for none that has a catalogue."""
    language = request.query_params.get("language", DEFAULT)
    return language if language in languages() else DEFAULT


def kept_json(request: Request, body: bytes) -> Response:
    """Answer with a JSON file that may be kept for good."""
    return kept_file(request, body, "application/json")


def kept_file(request: Request, body: bytes, media_type: str, *, for_good: bool = True) -> Response:
    """Answer with a file that may be kept, packed where the browser can unpack it.

    ``for_good`` when the address holds the hash of the content; otherwise it is asked for anew each time.
    """
    headers = {"cache-control": FOR_GOOD if for_good else "no-cache", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        body = _packed(body)
    return Response(body, media_type=media_type, headers=headers)


@compute_once(16)
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


class Assets(StaticFiles):
    """Serve `assets/`; an address with the hash of the file (`?v=…`) may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at ``path`` with the caching that its address allows."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = FOR_GOOD if _names_its_hash(path, scope) else "no-cache"
        return response


def _names_its_hash(path: str, scope: Scope) -> bool:
    asked: bytes = scope["query_string"]
    return asked.startswith(b"v=") and asked == f"v={asset_hash(path)}".encode()


def static_assets() -> Assets:
    """Return the application that serves `assets/`."""
    return Assets(directory=ASSETS)
