"""The short way of a command: straight to the map's frame, past the page around it.

The page carries every command too, and a frame obeys each only once. A wire that does not stand (a proxy
without websockets, a server of several processes) therefore costs time and nothing else.
"""

import asyncio
import json
from secrets import token_urlsafe
from threading import Event, Lock
from typing import Any
from weakref import WeakValueDictionary

# A command as JSON, and what to set once it is on its way.
Letters = asyncio.Queue[tuple[str, Event]]
# How long to wait for that: most of the time it takes one. A thread that went on at once would keep the
# interpreter from the server's thread, and so the command back, for some 10 milliseconds.
_SENDING_SECONDS = 0.02
# Of a reader's frames only the newest few listen; those of pages that were left are being closed.
_LISTENERS = 4

_wires: "WeakValueDictionary[str, Wire]" = WeakValueDictionary()


class Wire:
    """The wire of one session: known by a name that nobody can guess, and gone when the session is."""

    def __init__(self) -> None:
        self.name = token_urlsafe(18)
        self._posted = 0
        self._lock = Lock()
        self._listeners: dict[int, tuple[asyncio.AbstractEventLoop, Letters]] = {}
        _wires[self.name] = self

    def post(self, command: dict[str, Any]) -> dict[str, Any]:
        """Send a command to the frames that listen, from any thread; return it with its number."""
        self._posted += 1
        numbered = {**command, "number": self._posted}
        with self._lock:
            listeners = list(self._listeners.values())
        text, sent = json.dumps(numbered, separators=(",", ":")), Event()
        for loop, letters in listeners:
            loop.call_soon_threadsafe(letters.put_nowait, (text, sent))
        if listeners:
            sent.wait(_SENDING_SECONDS)
        return numbered

    def listen(self) -> Letters:
        """Return the queue of what is posted from now on; to be called on the server's loop."""
        letters: Letters = asyncio.Queue()
        with self._lock:
            self._listeners[id(letters)] = (asyncio.get_running_loop(), letters)
            for oldest in list(self._listeners)[:-_LISTENERS]:
                del self._listeners[oldest]
        return letters

    def forget(self, letters: Letters) -> None:
        """Send nothing more to a queue."""
        with self._lock:
            self._listeners.pop(id(letters), None)


def wire_named(name: str) -> Wire | None:
    """Return the wire of that name, or None where no session has it."""
    return _wires.get(name)
