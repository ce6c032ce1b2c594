"""Static files with the hash of their content in the address, so that a browser keeps them for good."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ASSETS = Path(__file__).parents[2] / "assets"
# A year, the longest that caches take seriously; a changed file has another address.
FOR_GOOD = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Serve `assets/`; an address with a hash (`?v=…`) may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at ``path`` with the caching that its address allows."""
        response = await super().get_response(path, scope)
        hashed = b"v=" in scope.get("query_string", b"")
        response.headers["cache-control"] = FOR_GOOD if hashed else "no-cache"
        return response


@cache
def _version(name: str) -> str:
    return hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]


def asset_address(name: str, *, up: str = "") -> str:
    """Return the address of an asset, relative to the page whose folder ``up`` leads out of.

    Raises FileNotFoundError for a name that `assets/` lacks.
    """
    return f"{up}assets/{name}?v={_version(name)}"


def static_assets() -> Assets:
    """Return the application that serves `assets/`."""
    return Assets(directory=ASSETS)
