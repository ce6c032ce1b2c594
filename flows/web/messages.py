"""The page's end of a wire: a websocket that sends the letters of one session, and listens to nothing."""

import asyncio
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from flows.push_channel import Letters, wire_named

# RFC 6455, section 7.4.1: a message that violates the policy, here the name of no session.
_UNKNOWN = 1008


async def send_letters(socket: WebSocket) -> None:
    """Send what is posted to the wire that the address names, until the page is closed."""
    wire = wire_named(socket.path_params["wire"])
    if wire is None:
        await socket.close(_UNKNOWN)
        return
    await socket.accept()
    letters = wire.listen()
    forget = wire.forget
    del wire  # the session alone keeps its wire alive
    sending = asyncio.create_task(_send(socket, letters))
    try:
        await _closed(socket)
    finally:
        sending.cancel()
        forget(letters)


async def _closed(socket: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await socket.receive_text()


async def _send(socket: WebSocket, letters: Letters) -> None:
    while True:
        text, sent = await letters.get()
        await socket.send_text(text)
        sent.set()
