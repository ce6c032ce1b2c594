"""Visitors without a browser: they open the page, press filters and leave, over Streamlit's own websocket.

Fifty browsers do not fit on the machine that is measured; fifty of these do. A visitor speaks as the page
does: it opens the stream and the push channel, sends the state of its widgets, and waits for the map's
command by whichever of the two brings it first.
"""

import asyncio
import json
import time
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from random import Random

from starlette.routing import WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from flows.query.offered import PILL_FACETS
from flows.web.routes import web_routes

# A visitor who has waited so long is lost.
PATIENCE_S = 60.0
# The page's own: a run of the script has ended, however it ended.
_ENDED = "script_finished"
_CONNECTION = {"max_size": 64 * 2**20, "compression": None, "open_timeout": PATIENCE_S}
_CHANNEL = next(route.path for route in web_routes("") if isinstance(route, WebSocketRoute))


class Visitor:
    """One session: what its page holds, and how long what it asks takes."""

    def __init__(self, address: str, chance: Random) -> None:
        self._address = address.replace("http", "ws", 1)
        self._chance = chance
        self._states: dict[str, WidgetState] = {}
        self._options: dict[str, tuple[str, list[str]]] = {}  # by facet: the widget's id and its words
        self._query, self._channel, self._session = "", "", ""
        self._commands, self._runs = asyncio.Condition(), 0
        self._selection: object = None
        self._tasks: list[asyncio.Task[None]] = []
        self._sockets: list[ClientConnection] = []

    async def open(self, query: str = "", *, same: bool = False) -> float:
        """Open the page; return the seconds until all of it was sent.

        With ``same`` the lost session is asked for again, as a page does that wakes up.
        """
        self._query, began, runs = query, time.perf_counter(), self._runs
        if not same:
            self._states = {}
        # As the page names them: the protocol, no token against forged requests, and the session it had.
        names = ["streamlit", "none", self._session] if same and self._session else ["streamlit"]
        stream = await connect(f"{self._address}/_stcore/stream", subprotocols=names, **_CONNECTION)
        self._sockets.append(stream)
        self._tasks.append(asyncio.create_task(self._read_stream(stream)))
        await self._rerun()
        await self._until(lambda: self._runs > runs)
        return time.perf_counter() - began

    async def press(self, facet: str = "") -> float:
        """Press a pill on or off; return the seconds until the map's command says so."""
        facet = facet or self._chance.choice(sorted(self._options))
        widget, options = self._options[facet]
        chosen = set(self._states[widget].string_array_value.data) if widget in self._states else set()
        self._put(facet, chosen ^ {self._chance.choice(options)})
        before, began = self._selection, time.perf_counter()
        await self._rerun()
        await self._until(lambda: self._selection != before)
        return time.perf_counter() - began

    def words(self, facet: str) -> list[str]:
        """Return the words of the values of a facet that can be pressed."""
        return self._options[facet][1]

    def pills(self) -> list[tuple[str, str]]:
        """Return every facet and value that can be pressed."""
        return [(facet, option) for facet, (_widget, options) in self._options.items() for option in options]

    async def choose(self, pills: Iterable[tuple[str, str]]) -> None:
        """Press pills until these alone are on; return when all that follows was sent."""
        wanted = list(pills)
        for facet in self._options:
            self._put(facet, {option for found, option in wanted if found == facet})
        runs = self._runs
        await self._rerun()
        await self._until(lambda: self._runs > runs)

    def _put(self, facet: str, chosen: Container[str]) -> None:
        widget, options = self._options[facet]
        state = WidgetState(id=widget)
        state.string_array_value.data.extend(option for option in options if option in chosen)
        self._states[widget] = state

    async def leave(self) -> None:
        """Close the page."""
        for (
            socket
        ) in self._sockets:  # while they are still read, or the server's farewell waits behind the rest
            with suppress(ConnectionClosed, OSError):
                await socket.close()
        for task in self._tasks:
            task.cancel()
        self._tasks, self._sockets, self._channel = [], [], ""

    async def _rerun(self) -> None:
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.widget_states.widgets.extend(self._states.values())
        await self._sockets[0].send(message.SerializeToString())

    async def _until(self, holds: Callable[[], bool]) -> None:
        async with self._commands, asyncio.timeout(PATIENCE_S):
            await self._commands.wait_for(holds)

    async def _tell(self, change: Callable[[], None]) -> None:
        async with self._commands:
            change()
            self._commands.notify_all()

    async def _read_stream(self, stream: ClientConnection) -> None:
        async for payload in stream:
            message = ForwardMsg.FromString(payload)
            kind = message.WhichOneof("type")
            if kind == "delta":
                await self._take(message.delta)
            elif kind == "new_session":
                self._session = message.new_session.initialize.session_id
            elif kind == _ENDED:
                await self._tell(self._count_run)

    def _count_run(self) -> None:
        self._runs += 1

    async def _take(self, delta: Delta) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type") or ""
        if kind == "button_group":
            group = element.button_group
            facet = group.id.rpartition("-")[2]
            if facet in PILL_FACETS:
                self._options[facet] = group.id, [option.content for option in group.options]
        elif kind == "bidi_component" and "command" in element.bidi_component.json:
            (data,) = json.loads(element.bidi_component.json)
            if not self._channel:
                self._channel = data["command"]["session"]
                self._tasks.append(asyncio.create_task(self._read_channel()))
            await self._obey(data["command"])

    async def _read_channel(self) -> None:
        channel = await connect(self._address + _CHANNEL.replace("{channel}", self._channel), **_CONNECTION)
        self._sockets.append(channel)
        async for text in channel:
            message = json.loads(text)
            if message["place"] == "map":
                await self._obey(message["content"])

    async def _obey(self, command: dict[str, object]) -> None:
        def change() -> None:
            self._selection = command["selection"]

        await self._tell(change)
