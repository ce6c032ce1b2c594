"""The page's end of a channel: a websocket that sends the messages of one session, and listens to nothing."""

import asyncio
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from flows.push_channel import Messages, channel_named

# RFC 6455, section 7.4.1: a message that violates the policy, here the name of no session; and one of a kind
# that is not taken, here any.
_UNKNOWN, _NOT_TAKEN = 1008, 1003
# A page that has not taken a message by then does not read any more; what it misses comes with the run.
_PATIENCE_SECONDS = 10.0


async def send_messages(socket: WebSocket) -> None:
    """Send what is published to the channel that the address names, until either side has enough.

    A page that says anything is none of ours, and one that does not read is let go.
    """
    channel = channel_named(socket.path_params["channel"])
    if channel is None:
        await socket.close(_UNKNOWN)
        return
    await socket.accept()
    messages = channel.listen()
    forget = channel.forget
    del channel  # the session alone keeps its channel alive
    sending = asyncio.create_task(_send(socket, messages))
    hearing = asyncio.create_task(_hear(socket))
    try:
        await asyncio.wait({sending, hearing}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        forget(messages)
        sending.cancel()
        hearing.cancel()


async def _hear(socket: WebSocket) -> None:
    heard = await socket.receive()
    if heard["type"] != "websocket.disconnect":
        with suppress(WebSocketDisconnect, TimeoutError):
            await asyncio.wait_for(socket.close(_NOT_TAKEN), _PATIENCE_SECONDS)


async def _send(socket: WebSocket, messages: Messages) -> None:
    # Starlette says RuntimeError where its own end has begun to close.
    with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
        while True:
            text, sent = await messages.get()
            await asyncio.wait_for(socket.send_text(text), _PATIENCE_SECONDS)
            sent.set()
