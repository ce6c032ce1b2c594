"""The map's frame and its marks file, served to the browser."""

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute

from flows.asset_urls import asset_address
from flows.i18n import language_in_use, use_language
from flows.i18n import translate as _
from flows.maps.frame_template import kept_page
from flows.maps.marks_file import FRAME, marks_of
from flows.web.assets import static_assets
from flows.web.map_script import SCRIPT, script_address, send_script
from flows.web.messages import send_letters
from flows.web.replies import asked_language, kept_json
from flows.web.search_file import send_search
from geodata.load import default_atlas

_UP = "../"  # from the frame's folder, atlas/, to the base of the app


@lru_cache(maxsize=8)
def _frame(language: str, marks: str) -> str:
    addresses = {
        "ground": asset_address("web/base/countries.json", up=_UP),
        "marks": f"marks-{marks}.json?language={language}",
        "script": script_address(),
        "leaflet_style": asset_address("vendor/leaflet.css", up=_UP),
        "fonts": asset_address("fonts/fonts.css", up=_UP),
        "atlas_style": asset_address("web/map.css", up=_UP),
    }
    return kept_page(addresses, _("Map of trafficking flows"))


def prepare_frame() -> None:
    """Make the frame and its marks ready, in the language in use."""
    _frame(language_in_use(), marks_of(default_atlas()).hash)


def show_frame(request: Request) -> Response:
    """Answer with the map's page."""
    use_language(asked_language(request))
    return HTMLResponse(_frame(asked_language(request), marks_of(default_atlas()).hash))


def send_marks(request: Request) -> Response:
    """Answer with the marks file; 404 for a hash that the loaded atlas does not have."""
    use_language(asked_language(request))
    marks = marks_of(default_atlas())
    if request.path_params["hash"] != marks.hash:
        return PlainTextResponse(
            _("These marks are not loaded any more. Load the page anew."), status_code=404
        )
    return kept_json(request, marks.body)


def web_routes(base: str) -> list[BaseRoute]:
    """Return the routes beside the page, under the app's base path (``""`` or ``/name``)."""
    return [
        Route(f"{base}/{FRAME}", show_frame),
        WebSocketRoute(f"{base}/atlas/wire/{{wire}}", send_letters),
        Route(f"{base}/atlas/marks-{{hash}}.json", send_marks),
        Route(f"{base}/atlas/search-{{hash}}.json", send_search),
        Route(f"{base}/atlas/{SCRIPT}", send_script),
        Mount(f"{base}/assets", static_assets()),
    ]
