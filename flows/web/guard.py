"""What every request passes first: what nobody needs is refused, and every reply carries its safe headers.

Pure ASGI, and a few comparisons a request: it stands before each of the page's many files.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.query.links import PAGES
from flows.templates import render
from flows.web.exchange import Sending, TooMuchSentError, brings_body, without_body
from flows.web.policy import FRAME_ANCESTORS, frame_ancestors, is_for_ourselves

# The variable that opens Streamlit's figures of itself, for those who watch a server of theirs.
METRICS = "ATLAS_METRICS"
_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Streamlit's own addresses that a page needs; uploads, the interface for programs and all others are closed.
_CORE = frozenset({"health", "host-config", "stream", "bidi-components"})
_FOLDERS = frozenset({"static", "media", "assets", "atlas"})
_FILES = frozenset({"", "favicon.png"})
# Twice what names every value of every filter. Streamlit itself leaves out more than 1,000 parameters.
_LONGEST_LINK, _MOST_PARAMETERS = 16_384, 1_000
# No address of ours reads what is sent along.
_LARGEST_BODY = 65_536
# Seconds that it may take to come, and that a reader may take for each part of a reply: where a network is so
# slow that a page just opens, a part takes a few.
_BODY_SECONDS, _PART_SECONDS = 10.0, 60.0
# RFC 6455, section 7.4.1: a message that violates the policy, and one of a kind that is not taken.
_POLICY_VIOLATED, _NOT_TAKEN = 1008, 1003
# A page talks to Streamlit in bytes alone; text would end in an error of the server, with pages of its log.
_BYTES_ALONE = "_stcore/stream"
_POLICY = b"content-security-policy"
_NOTHING_IN_IT = b"default-src 'none'"
# What is still being sent would be read, or waited for, before the next request.
_CLOSE = (b"connection", b"close")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Hold why a request is refused: the status, a sentence, and more headers."""

    status: int
    sentence: str
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Guard:
    """Refuse what no page needs before any work is done, and send the safe headers with every reply.

    ``base`` is the app's base path (``""`` or ``/name``), ``settings`` the environment, ``origins`` the
    sites whose pages may open a websocket beside our own, ``waits`` the seconds that what is sent along and
    each part of a reply may take.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        base: str,
        settings: Mapping[str, str],
        origins: Collection[str] = (),
        waits: tuple[float, float] = (_BODY_SECONDS, _PART_SECONDS),
    ) -> None:
        self._app = app
        self._body_seconds, self._part_seconds = waits
        self._base = base
        self._origins = frozenset(origins)
        self._core = _CORE | ({"metrics"} if settings.get(METRICS, "") not in {"", "0"} else set())
        ancestors = frame_ancestors(settings.get(FRAME_ANCESTORS, ""))
        self._ancestors = ancestors.encode()
        self._headers = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")]
        if is_for_ourselves(ancestors):  # for browsers that know no policy; it cannot name other sites
            self._headers.append((b"x-frame-options", b"SAMEORIGIN"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on, one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        place = self._place(scope)
        if scope["type"] == "websocket":
            if self._is_open(place) and self._is_from_here(scope):
                hear, tell = _bytes_alone(receive, send) if place == _BYTES_ALONE else (receive, send)
                await self._app(scope, hear, tell)
            else:
                await send({"type": "websocket.close", "code": _POLICY_VIOLATED})
            return
        sending = Sending(send, seconds=self._part_seconds)
        try:
            await self._answer(scope, receive, sending, place)
        except Exception:
            if not sending.gone:  # who does not read is let go without a word
                raise

    async def _answer(self, scope: Scope, receive: Receive, send: Send, place: str) -> None:
        refusal = self._refusal(scope, place)
        if refusal is None and brings_body(scope):
            try:
                receive = await without_body(receive, most=_LARGEST_BODY, seconds=self._body_seconds)
            except TooMuchSentError:
                refusal = Refusal(413, _("Too much was sent along."))
            except TimeoutError:
                refusal = Refusal(408, _("What was sent along did not come in time."))
        if refusal is None:
            await self._app(scope, receive, self._with_headers(send, place))
            return
        closing = (_CLOSE,) if brings_body(scope) else ()
        await self._refuse(replace(refusal, headers=(*refusal.headers, *closing)), place, send)

    def _place(self, scope: Scope) -> str:
        """Return the path of a request under the app's base, or "?" for what lies beside it."""
        path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
        if not path.startswith(self._base):
            return "?"
        place = path[len(self._base) :]
        return place[1:] if place.startswith("/") else "?" if place else ""

    def _is_open(self, place: str) -> bool:
        if place in _FILES:
            return True
        first, _slash, rest = place.partition("/")
        if first in PAGES:
            return not rest
        if first == "_stcore":
            return rest.partition("/")[0] in self._core
        return first in _FOLDERS

    def _is_from_here(self, scope: Scope) -> bool:
        """Tell whether a websocket is opened by a page of ours.

        Streamlit would ask an outside host for this machine's address to tell, and wait for the answer.
        """
        origin, host = (_header(scope, name) for name in (b"origin", b"host"))
        return not origin or origin.partition("://")[2] == host or origin in self._origins

    def _refusal(self, scope: Scope, place: str) -> Refusal | None:
        if not self._is_open(place):
            return Refusal(404, _("There is nothing at this address."))
        if scope["method"] not in _METHODS:
            allowed = ", ".join(sorted(_METHODS)).encode()
            return Refusal(405, _("Nothing can be sent to this address."), ((b"allow", allowed),))
        query = scope["query_string"]
        if len(query) > _LONGEST_LINK or query.count(b"&") >= _MOST_PARAMETERS:
            return Refusal(414, _("This link is too long, so nothing is shown."))
        if _body_length(scope) > _LARGEST_BODY:
            return Refusal(413, _("Too much was sent along."))
        return None

    async def _refuse(self, refusal: Refusal, place: str, send: Send) -> None:
        up = "../" * place.count("/") or "./"
        values = {
            "language": language_in_use(),
            "status": refusal.status,
            "sentence": refusal.sentence,
            "up": up,
        }
        page = render("refusal", **values).encode()
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(page)).encode()),
            (b"cache-control", b"no-store"),
            (_POLICY, _NOTHING_IN_IT + b"; " + self._ancestors),
            *refusal.headers,
            *self._headers,
        ]
        await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
        await send({"type": "http.response.body", "body": page})

    def _with_headers(self, send: Send, place: str) -> Send:
        """Return what sends a reply on with the safe headers.

        Where Streamlit lacks a file it answers with its page, which is known by having no policy: missing.
        """
        is_bundled = place.startswith("static/")
        refused = False

        async def send_on(message: Message) -> None:
            nonlocal refused
            if refused:
                return
            if message["type"] == "http.response.start":
                headers = [(name.lower(), value) for name, value in message["headers"]]
                names = {name for name, _value in headers}
                if _POLICY not in names and (b"content-type", b"text/html; charset=utf-8") in headers:
                    refused = True
                    await self._refuse(Refusal(404, _("There is nothing at this address.")), place, send)
                    return
                message["headers"] = [*self._with_policy(headers, is_bundled=is_bundled), *self._headers]
            await send(message)

        return send_on

    def _with_policy(
        self, headers: list[tuple[bytes, bytes]], *, is_bundled: bool
    ) -> list[tuple[bytes, bytes]]:
        """Add who may frame the reply to its policy; a reply without one is nothing that runs.

        Streamlit's bundled files have none: a worker among them would be kept from its own files.
        """
        own = next((value for name, value in headers if name == _POLICY), _NOTHING_IN_IT)
        rest = [(name, value) for name, value in headers if name != _POLICY]
        return rest if is_bundled else [*rest, (_POLICY, own + b"; " + self._ancestors)]


def _bytes_alone(receive: Receive, send: Send) -> tuple[Receive, Send]:
    """Return both ends of a websocket that is closed once text comes; nothing is sent after that."""
    closed = False

    async def hear() -> Message:
        nonlocal closed
        message = await receive()
        if message["type"] != "websocket.receive" or message.get("bytes") is not None:
            return message
        closed = True
        await send({"type": "websocket.close", "code": _NOT_TAKEN})
        return {"type": "websocket.disconnect", "code": _NOT_TAKEN}

    async def tell(message: Message) -> None:
        if not closed:
            await send(message)

    return hear, tell


def _header(scope: Scope, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def _body_length(scope: Scope) -> int:
    length = _header(scope, b"content-length")
    return int(length) if length.isdecimal() else 0
