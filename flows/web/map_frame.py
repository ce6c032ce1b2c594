"""The map's frame and its marks file, served to the browser."""

import gzip
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from flows.language import translate as _
from flows.language import use_language
from flows.maps.marks_file import FRAME, marks_of
from flows.maps.page import SCRIPTS, map_page
from flows.web.assets import FOR_GOOD, asset_address, static_assets
from geodata.load import default_atlas

_UP = "../"  # from the frame's folder, atlas/, to the base of the app


@lru_cache(maxsize=8)
def _frame(language: str, marks: str) -> str:
    return map_page(
        ground=asset_address("web/base/countries.json", up=_UP),
        marks=f"marks-{marks}.json?language={language}",
        scripts=[("leaflet", asset_address("vendor/leaflet.js", up=_UP))]
        + [(f"atlas_{name}", asset_address(f"web/{name}.js", up=_UP)) for name in SCRIPTS],
        styles=[
            ("leaflet_style", asset_address("vendor/leaflet.css", up=_UP)),
            ("fonts", asset_address("fonts/fonts.css", up=_UP)),
            ("atlas_style", asset_address("web/map.css", up=_UP)),
        ],
        title=_("Map of trafficking flows"),
    )


def _language(request: Request) -> str:
    language = request.query_params.get("language", "en")[:8]
    return language if language.isalpha() else "en"


def show_frame(request: Request) -> Response:
    """Answer with the map's page."""
    use_language(_language(request))
    return HTMLResponse(_frame(_language(request), marks_of(default_atlas()).hash))


def send_marks(request: Request) -> Response:
    """Answer with the marks file; 404 for a hash that the loaded atlas does not have."""
    use_language(_language(request))
    marks = marks_of(default_atlas())
    if request.path_params["hash"] != marks.hash:
        return PlainTextResponse(
            _("These marks are not loaded any more. Load the page anew."), status_code=404
        )
    headers = {"cache-control": FOR_GOOD, "vary": "accept-encoding"}
    body = marks.body
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        body = _packed(marks.body)
    return Response(body, media_type="application/json", headers=headers)


@lru_cache(maxsize=8)
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


def web_routes(base: str) -> list[BaseRoute]:
    """Return the routes beside the page, under the app's base path (``""`` or ``/name``)."""
    return [
        Route(f"{base}/{FRAME}", show_frame),
        Route(f"{base}/atlas/marks-{{hash}}.json", send_marks),
        Mount(f"{base}/assets", static_assets()),
    ]
