"""The short way to the reader's page: what she waits for, past all that else a run sends.

A run of the page sends the map's command, a story or a matrix on the channel as soon as it is made, and
with everything else later; the page takes each only once. A channel that does not stand (a proxy without
websockets, a server of several processes) therefore costs time and nothing else.
"""

import asyncio
import json
from contextlib import suppress
from secrets import token_urlsafe
from threading import Event, Lock
from weakref import WeakValueDictionary

# How long a run waits until a message is on its way, which most of the time takes one. A thread that went
# on at once would keep the interpreter from the server's thread, and so the message back: nothing for one
# reader, but with fifty the slowest twentieth would wait for 1.5 seconds instead of a quarter of one.
_SENDING_SECONDS = 0.02
# Of a reader's pages only the newest few listen; those that were left are being closed.
_LISTENERS = 4

_channels: "WeakValueDictionary[str, PushChannel]" = WeakValueDictionary()


class Messages:
    """What one page of a session has not been sent yet: the newest message for each place.

    An older one for the same place would change nothing any more, so a page that reads slowly, or not at
    all, keeps no more than it shows. To be used on the server's loop.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, Event]] = {}
        self._some = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, place: str, text: str, sent: Event) -> None:
        """Add a message as JSON, and what to set once it is on its way."""
        self._waiting.pop(place, None)  # what is put last is sent last
        self._waiting[place] = text, sent
        self._some.set()

    async def get(self) -> tuple[str, Event]:
        """Take the message that has waited longest, as soon as there is one."""
        while not self._waiting:
            self._some.clear()
            await self._some.wait()
        return self._waiting.pop(next(iter(self._waiting)))


class PushChannel:
    """The channel of one session: known by a name that nobody can guess, and gone when the session is."""

    def __init__(self) -> None:
        self.name = token_urlsafe(18)
        self._published = 0
        self._lock = Lock()
        self._listeners: dict[int, tuple[asyncio.AbstractEventLoop, Messages]] = {}
        _channels[self.name] = self

    def next_number(self) -> int:
        """Return the number of the next message, which is sent on the channel or with the page alone."""
        self._published += 1
        return self._published

    def publish(self, place: str, content: object) -> int:
        """Send what is to stand at ``place``, JSON-ready, from any thread; return the message's number."""
        number = self.next_number()
        message = {"place": place, "number": number, "content": content}
        with self._lock:
            listeners = list(self._listeners.values())
        text, sent = json.dumps(message, separators=(",", ":")) if listeners else "", Event()
        for loop, messages in listeners:
            with suppress(RuntimeError):  # the loop of a server that has ended
                loop.call_soon_threadsafe(messages.put, place, text, sent)
        if listeners:
            sent.wait(_SENDING_SECONDS)
        return number

    def listen(self) -> Messages:
        """Return what is published from now on; to be called on the server's loop."""
        messages = Messages()
        with self._lock:
            self._listeners[id(messages)] = (asyncio.get_running_loop(), messages)
            for oldest in list(self._listeners)[:-_LISTENERS]:
                del self._listeners[oldest]
        return messages

    def forget(self, messages: Messages) -> None:
        """Put nothing more into what a page listens to."""
        with self._lock:
            self._listeners.pop(id(messages), None)


def channel_named(name: str) -> PushChannel | None:
    """Return the channel of that name, or None where no session has it."""
    return _channels.get(name)
