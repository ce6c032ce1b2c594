"""The short way to the reader's page: what she waits for, past all that else a run sends.

A run of the page sends the map's command, a story or a matrix on the wire as soon as it is made, and with
everything else later; the page takes each only once. A wire that does not stand (a proxy without websockets,
a server of several processes) therefore costs time and nothing else.
"""

import asyncio
import json
from secrets import token_urlsafe
from threading import Event, Lock
from weakref import WeakValueDictionary

# A letter as JSON, and what to set once it is on its way.
Letters = asyncio.Queue[tuple[str, Event]]
# How long to wait for that: most of the time it takes one. A thread that went on at once would keep the
# interpreter from the server's thread, and so the letter back, for some 10 milliseconds.
_SENDING_SECONDS = 0.02
# Of a reader's pages only the newest few listen; those that were left are being closed.
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

    def post(self, place: str, content: object) -> int:
        """Send what is to stand at ``place``, JSON-ready, from any thread; return the letter's number."""
        self._posted += 1
        letter = {"place": place, "number": self._posted, "content": content}
        with self._lock:
            listeners = list(self._listeners.values())
        text, sent = json.dumps(letter, separators=(",", ":")) if listeners else "", Event()
        for loop, letters in listeners:
            loop.call_soon_threadsafe(letters.put_nowait, (text, sent))
        if listeners:
            sent.wait(_SENDING_SECONDS)
        return self._posted

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
