"""Static files with the hash of their content in the address, so that a browser keeps them for good."""

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from flows.asset_urls import ASSETS, asset_address
from flows.web.replies import FOR_GOOD

__all__ = ["ASSETS", "FOR_GOOD", "Assets", "asset_address", "static_assets"]


class Assets(StaticFiles):
    """Serve `assets/`; an address with a hash (`?v=…`) may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at ``path`` with the caching that its address allows."""
        response = await super().get_response(path, scope)
        hashed = b"v=" in scope.get("query_string", b"")
        response.headers["cache-control"] = FOR_GOOD if hashed else "no-cache"
        return response


def static_assets() -> Assets:
    """Return the application that serves `assets/`."""
    return Assets(directory=ASSETS)
