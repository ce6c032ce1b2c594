"""The addresses beside the page: the map's frame, its script and marks, the search index, the assets."""

import hashlib
import logging
from collections.abc import Callable
from functools import cache, lru_cache, wraps

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute

from flows.asset_urls import ASSETS, asset_address
from flows.i18n import language_in_use, use_language
from flows.i18n import translate as _
from flows.maps.frame_template import frame_template
from flows.maps.marks_file import FRAME, marks_of
from flows.narrative.unread import unread_collections
from flows.search.file import search_file_of, words_file_of
from flows.web.messages import send_messages
from flows.web.policy import page_policy
from flows.web.replies import asked_language, kept_file, kept_json, static_assets
from geodata.load import default_atlas
from geodata.problems import AtlasError

_log = logging.getLogger(__name__)

_UP = "../"  # from the frame's folder, atlas/, to the base of the app
FILES = ("vendor/leaflet.js", "web/built/map.js")
# The address, relative to the frame.
SCRIPT = "map.js"


@lru_cache(maxsize=8)
def _frame(language: str, marks: str) -> tuple[str, str]:
    """Return the frame's page and its policy."""
    addresses = {
        "ground": asset_address("web/base/countries.json", up=_UP),
        "marks": f"marks-{marks}.json?language={language}",
        "script": script_address(),
        "leaflet_style": asset_address("vendor/leaflet.css", up=_UP),
        "fonts": asset_address("fonts/fonts.css", up=_UP),
        "atlas_style": asset_address("web/map.css", up=_UP),
    }
    page = frame_template(addresses, _("Map of trafficking flows"))
    return page, page_policy(page)


def prepare_frame() -> None:
    """Make the frame and its marks ready, in the language in use."""
    _frame(language_in_use(), marks_of(default_atlas()).hash)


def _of_the_atlas(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Answer in the language that is asked for; while the collections cannot be loaded, say so with 503."""

    @wraps(answer)
    def answer_or_say_why(request: Request) -> Response:
        use_language(asked_language(request))
        try:
            return answer(request)
        except AtlasError as error:
            _log.error("Nothing of the atlas could be sent.", exc_info=error)
            return PlainTextResponse(
                unread_collections(), status_code=503, headers={"cache-control": "no-store"}
            )

    return answer_or_say_why


@_of_the_atlas
def show_frame(_request: Request) -> Response:
    """Answer with the map's page."""
    page, policy = _frame(language_in_use(), marks_of(default_atlas()).hash)
    return HTMLResponse(page, headers={"content-security-policy": policy, "cache-control": "no-cache"})


@_of_the_atlas
def send_marks(request: Request) -> Response:
    """Answer with the marks file; 404 for a hash that the loaded atlas does not have."""
    marks = marks_of(default_atlas())
    if request.path_params["hash"] != marks.hash:
        return PlainTextResponse(
            _("These marks are not loaded any more. Load the page anew."), status_code=404
        )
    return kept_json(request, marks.body)


@cache
def map_script() -> bytes:
    """Return Leaflet and our own script, which builds on it."""
    return b"\n;\n".join((ASSETS / file).read_bytes() for file in FILES)


@cache
def _script_hash() -> str:
    return hashlib.sha256(map_script()).hexdigest()[:12]


def script_address() -> str:
    """Return the address of the scripts, relative to the frame, with the hash of their content."""
    return f"{SCRIPT}?v={_script_hash()}"


def send_script(request: Request) -> Response:
    """Answer with the scripts."""
    for_good = request.query_params.get("v") == _script_hash()
    return kept_file(request, map_script(), "text/javascript", for_good=for_good)


@_of_the_atlas
def send_search(request: Request) -> Response:
    """Answer with the search file; 404 for a hash that the loaded atlas does not have."""
    found = search_file_of(default_atlas())
    if request.path_params["hash"] != found.hash:
        return PlainTextResponse(_("This index is not loaded any more. Load the page anew."), status_code=404)
    return kept_json(request, found.body)


@_of_the_atlas
def send_words(request: Request) -> Response:
    """Answer with the index of words; 404 for a hash that the loaded atlas does not have."""
    found = words_file_of(default_atlas())
    if request.path_params["hash"] != found.hash:
        return PlainTextResponse(_("This index is not loaded any more. Load the page anew."), status_code=404)
    return kept_json(request, found.body)


@_of_the_atlas
def send_citation(request: Request) -> Response:
    """Answer with how a page is cited and embedded."""
    from flows.web.packs import cite

    return cite(request)


@_of_the_atlas
def send_pack_of_page(request: Request) -> Response:
    """Answer with a pack of a page; what writes it is imported by the first reader who wants one."""
    from flows.web.packs import send_pack

    return send_pack(request)


@_of_the_atlas
def make_pack_of_link(request: Request) -> Response:
    """Answer with a pack while it is made, of what a button of the page asks for."""
    from flows.web.packs import make_pack

    return make_pack(request)


def web_routes(base: str) -> list[BaseRoute]:
    """Return the routes beside the page, under the app's base path (``""`` or ``/name``)."""
    return [
        Route(f"{base}/{FRAME}", show_frame),
        WebSocketRoute(f"{base}/atlas/push/{{channel}}", send_messages),
        Route(f"{base}/atlas/marks-{{hash}}.json", send_marks),
        Route(f"{base}/atlas/search-{{hash}}.json", send_search),
        Route(f"{base}/atlas/words-{{hash}}.json", send_words),
        Route(f"{base}/atlas/{SCRIPT}", send_script),
        Route(f"{base}/atlas/cite", send_citation),
        Route(f"{base}/atlas/pack.html", send_pack_of_page),
        Route(f"{base}/atlas/pack", make_pack_of_link),
        Mount(f"{base}/assets", static_assets()),
    ]
