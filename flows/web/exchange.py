"""One request and its reply, bounded: how much may be sent along, and how long either side is waited for."""

import asyncio
from collections.abc import Iterator

from starlette.types import Message, Receive, Scope, Send

# Bytes that are handed to the server at once. It keeps what a reader has not taken yet, so a large reply
# whole would stand in its memory once for every reader who asks and takes nothing.
_PART = 65_536


class TooMuchSentError(Exception):
    """More was sent along than is taken."""


def brings_body(scope: Scope) -> bool:
    """Tell whether something is sent along with a request."""
    headers = dict(scope["headers"])
    return b"transfer-encoding" in headers or headers.get(b"content-length", b"0") != b"0"


async def without_body(receive: Receive, *, most: int, seconds: float) -> Receive:
    """Take what is sent along, count it as it comes, and return what hears the rest of the request.

    Raises TooMuchSentError beyond ``most`` bytes, and TimeoutError where they do not come within
    ``seconds``. No address of ours reads them.
    """
    length, more = 0, True
    async with asyncio.timeout(seconds):
        while more:
            heard = await receive()
            length += len(heard.get("body", b""))
            more = heard.get("more_body", False)
            if length > most:
                raise TooMuchSentError
    waiting = [heard if heard["type"] == "http.disconnect" else {"type": "http.request", "body": b""}]

    async def hear() -> Message:
        return waiting.pop() if waiting else await receive()

    return hear


class Sending:
    """Sends a reply in parts; a reader who does not take one within some seconds is ``gone``."""

    def __init__(self, send: Send, *, seconds: float) -> None:
        self._send, self._seconds = send, seconds
        self.gone = False

    async def __call__(self, message: Message) -> None:
        """Send a message; raises TimeoutError where the reader is gone."""
        try:
            for part in _parts(message):
                async with asyncio.timeout(self._seconds):
                    await self._send(part)
                if part.get("more_body"):  # others have their turn, and whoever has left is heard of
                    await asyncio.sleep(0)
        except TimeoutError:
            self.gone = True
            raise


def _parts(message: Message) -> Iterator[Message]:
    body = message.get("body", b"")
    last = max(len(body) - 1, 0) // _PART * _PART
    for start in range(0, last, _PART):
        yield {"type": "http.response.body", "body": body[start : start + _PART], "more_body": True}
    yield {**message, "body": body[last:]} if last else message
