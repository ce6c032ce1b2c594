"""The addresses that cite a page and make a pack of it: both read the page's own link, as tolerantly."""

from dataclasses import asdict
from urllib.parse import urlsplit

from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from flows.i18n import language_in_use, use_language
from flows.i18n import translate as _
from flows.maps.legend import LAYERS
from flows.packs.cite import cited_view
from flows.packs.content import pack_of
from flows.packs.formats import PACK_FORMATS, pack_bytes
from flows.packs.steps import Tell, gathering, waiting
from flows.query.links import SEPARATOR, Request, read_link
from flows.scene.known_values import known_values
from flows.stories.shelf import shelf
from flows.web.told_making import made_in_turn, told_making
from geodata.load import default_atlas
from geodata.model.atlas import Atlas
from geodata.model.stories import Story

# What the page's script tells beside the link: which page it is, and where the atlas is read.
_OWN = frozenset({"page", "language", "address", "format"})
_STORIES = "stories"
# Far longer than any honest address.
_LONGEST_ADDRESS = 200


def cite(request: HttpRequest) -> Response:
    """Answer with how the page is cited, and with what embeds it."""
    atlas = default_atlas()
    asked, story = _asked(request, atlas)
    chapter = request.query_params.get("chapter", "")
    query = request.url.query
    found = asdict(cited_view(atlas, asked, story, chapter)) | {"pack": f"pack.html?{query}"}
    return JSONResponse(found, headers={"cache-control": "no-store"})


def send_pack(request: HttpRequest) -> Response:
    """Answer with a pack of the page, as a file to keep."""
    atlas = default_atlas()
    asked, story = _asked(request, atlas)
    name = cited_view(atlas, asked, story, "").file_name
    language, address = language_in_use(), _address(request)

    def make() -> bytes:
        return pack_bytes("html", pack_of(atlas, asked, story, language=language, address=address))

    content = made_in_turn(make)
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox",
        "cache-control": "no-store",
    }
    return Response(content, media_type="text/html", headers=headers)


def make_pack(request: HttpRequest) -> Response:
    """Answer with the steps of making a pack of what a link asks for, and with the pack behind them."""
    atlas = default_atlas()
    asked, story = _asked(request, atlas)
    name = request.query_params.get("format", "")
    found = PACK_FORMATS.get(name)
    if found is None or (found.of_story and story is None):
        return PlainTextResponse(_("There is nothing at this address."), status_code=404)
    language, address = language_in_use(), _address(request)

    def make(tell: Tell) -> bytes:
        use_language(language)
        tell(gathering())
        pack = pack_of(atlas, asked, story, language=language, address=address)
        return pack_bytes(name, pack, tell)

    # Nothing between here and the page may hold a step back to send it with others, as packing it would.
    headers = {"cache-control": "no-store", "content-encoding": "identity", "x-accel-buffering": "no"}
    steps = told_making(make, media_type=found.media_type, waiting=waiting())
    return StreamingResponse(steps, media_type="application/octet-stream", headers=headers)


def _asked(request: HttpRequest, atlas: Atlas) -> tuple[Request, Story | None]:
    """Return what the page's link asks for, as far as this atlas knows it, and the story that it tells."""
    told = request.query_params
    link = {name: SEPARATOR.join(told.getlist(name)) for name in told if name not in _OWN}
    asked, _unrecognised = read_link(link, known_values(atlas), LAYERS)
    if told.get("page") != _STORIES:
        return asked, None
    named = told.get("story", "")
    return asked, next((found.story for found in shelf(atlas) if found.file.id == named), None)


def _address(request: HttpRequest) -> str:
    """Return where the page says that the atlas is read; nothing where that is no address of a page."""
    told = request.query_params.get("address", "")
    parts = urlsplit(told)
    is_one = parts.scheme in {"http", "https"} and parts.netloc and told.endswith("/")
    return told if is_one and len(told) <= _LONGEST_ADDRESS else ""
