"""A line between the reader and the server that can be cut and mended, as a network is."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Iterator

_CHUNK = 65536


class Line:
    """Carries every connection to the server's port, until it is cut.

    ``received`` counts the bytes that came from the server.
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._ends: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._whole = True
        self.received = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Break every connection, and take no other."""
        with self._lock:
            self._whole = False
            for end in self._ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        with self._lock:
            self._whole = True

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._server)) as far:
            with self._lock:
                if not self._whole:
                    return
                self._ends |= {near, far}
            try:
                self._carry_both(near, far)
            finally:
                with self._lock:
                    self._ends -= {near, far}

    def _carry_both(self, near: socket.socket, far: socket.socket) -> None:
        with selectors.DefaultSelector() as ready:
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _events in ready.select():
                    chunk = key.fileobj.recv(_CHUNK)
                    if not chunk:
                        return
                    if key.fileobj is far:
                        with self._lock:
                            self.received += len(chunk)
                    key.data.sendall(chunk)


@contextlib.contextmanager
def line_to(port: int) -> Iterator[Line]:
    """Lay a line to a port; it is cut at the end."""
    line = Line(port)
    try:
        yield line
    finally:
        line.close()
