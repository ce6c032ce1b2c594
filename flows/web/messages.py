"""The page's end of a channel: a websocket that sends the messages of one session, and listens to nothing."""

import asyncio
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from flows.push_channel import Messages, channel_named

# RFC 6455, section 7.4.1: a message that violates the policy, here the name of no session.
_UNKNOWN = 1008


async def send_messages(socket: WebSocket) -> None:
    """Send what is published to the channel that the address names, until the page is closed."""
    channel = channel_named(socket.path_params["channel"])
    if channel is None:
        await socket.close(_UNKNOWN)
        return
    await socket.accept()
    messages = channel.listen()
    forget = channel.forget
    del channel  # the session alone keeps its channel alive
    sending = asyncio.create_task(_send(socket, messages))
    try:
        await _closed(socket)
    finally:
        sending.cancel()
        forget(messages)


async def _closed(socket: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await socket.receive_text()


async def _send(socket: WebSocket, messages: Messages) -> None:
    while True:
        text, sent = await messages.get()
        await socket.send_text(text)
        sent.set()
