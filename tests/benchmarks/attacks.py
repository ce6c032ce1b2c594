"""What a reader waits for while a visitor tries each attack: `python -m tests.benchmarks.attacks`.

A press on a filter is timed until the sentence of the page says another number, first in peace, then under
each attack. The attackers are processes of their own, on the same cores.
"""

import contextlib
import multiprocessing
import os
import socket
import statistics
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException
from multiprocessing.synchronize import Event

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.reader import Reader
from tests.browser.served import serving

PRESSES = 24
# Attackers at a time: as many as in the trial that stopped the atlas.
ATTACKERS = 4
# Without a pause the attackers would measure only who gets the two cores: this is 25 requests a second each.
PAUSE_S = 0.04
# Connections that one attacker keeps without reading; then the oldest makes room for the next.
STALLED = 100
# Bytes: what the attacker's own system takes before the server has to wait.
SMALLEST_WINDOW = 4_096
# The press and what it waits for, timed in the page.
PRESS = """async () => {
  const said = () => document.querySelector(".atlas-asked").textContent;
  const before = said(), started = performance.now();
  document.querySelector(".st-key-types button").click();
  while (said() === before) await new Promise(requestAnimationFrame);
  return performance.now() - started;
}"""
Ask = Callable[[HTTPConnection, int], None]


def ask_languages(connection: HTTPConnection, number: int) -> None:
    """Ask for the map in a language that nobody speaks."""
    code = "".join(chr(97 + number // 26**place % 26) for place in range(3))
    _send(connection, "GET", f"/atlas/map.html?language={code}")


def ask_marks(connection: HTTPConnection, number: int) -> None:
    """Ask for marks with a wrong hash, in another language each time."""
    _send(connection, "GET", f"/atlas/marks-{number:016x}.json?language=q{number % 1000}")


def upload(connection: HTTPConnection, number: int) -> None:
    """Send a megabyte to Streamlit's address for uploads."""
    _send(connection, "PUT", f"/_stcore/upload_file/session/{number}", b"x" * 1_000_000)


def ask_long(connection: HTTPConnection, number: int) -> None:
    """Ask with a link beyond all measure."""
    _send(connection, "GET", f"/?types={'x' * 50_000}{number}")


def open_foreign_sockets(connection: HTTPConnection, _number: int) -> None:
    """Open a websocket as a page of another site."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Origin": "https://elsewhere.example"}
    upgrade |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    _send(connection, "GET", "/_stcore/stream", headers=upgrade)


def stall(connection: HTTPConnection, number: int) -> None:
    """Ask for a large file on a connection of its own, and read nothing of it."""
    path = "/assets/web/base/countries.json" if number % 2 else "/atlas/map.js"
    _keep_open(connection, f"GET {path} HTTP/1.1\r\nHost: {connection.host}\r\n\r\n")


def _keep_open(connection: HTTPConnection, request: str) -> None:
    """Send a request on a connection of its own that nobody reads from; the oldest makes room for it."""
    with contextlib.suppress(OSError):
        stalled = socket.create_connection((connection.host, connection.port), timeout=10)
        stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALLEST_WINDOW)
        stalled.sendall(request.encode())
        _stalled.append(stalled)
    if len(_stalled) > STALLED:
        _stalled.pop(0).close()


def send_without_length(connection: HTTPConnection, _number: int) -> None:
    """Send a megabyte in pieces, without saying how much it will be."""
    pieces = (b"x" * 10_000 for _ in range(100))
    with contextlib.suppress(HTTPException, OSError):
        connection.request("GET", "/places", pieces, encode_chunked=True)
        connection.getresponse().read()
    connection.close()


def send_slowly(connection: HTTPConnection, _number: int) -> None:
    """Begin to send something along on a connection of its own, and never go on."""
    _keep_open(
        connection,
        f"GET /places HTTP/1.1\r\nHost: {connection.host}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
    )


_stalled: list[socket.socket] = []
ATTACKS: dict[str, Ask] = {
    "languages of the map": ask_languages,
    "marks with a wrong hash": ask_marks,
    "uploads": upload,
    "links beyond measure": ask_long,
    "websockets of another site": open_foreign_sockets,
    "readers that do not read": stall,
    "bodies without a length": send_without_length,
    "bodies that do not come": send_slowly,
}


def _send(
    connection: HTTPConnection,
    method: str,
    path: str,
    body: bytes = b"",
    headers: dict[str, str] | None = None,
) -> None:
    with contextlib.suppress(HTTPException, OSError):
        connection.request(method, path, body or None, headers or {})
        connection.getresponse().read()
        return
    connection.close()


def _attack(name: str, port: int, ends: Event) -> None:
    connection = HTTPConnection("localhost", port, timeout=10)
    number = os.getpid() * 1_000
    while not ends.wait(PAUSE_S):
        number += 1
        ATTACKS[name](connection, number)


@contextlib.contextmanager
def attacking(name: str, port: int) -> Iterator[None]:
    """Let the attackers try ``name`` on the server at ``port`` for as long as the block lasts."""
    context = multiprocessing.get_context("spawn")
    ends = context.Event()
    attackers = [context.Process(target=_attack, args=(name, port, ends)) for _ in range(ATTACKERS)]
    for attacker in attackers:
        attacker.start()
    _wait_for_blows()
    try:
        yield
    finally:
        ends.set()
        for attacker in attackers:
            attacker.join()


def _wait_for_blows() -> None:
    """Wait until processes that were just started have imported what they need."""
    time.sleep(3)


def _pressed(reader: Reader) -> list[float]:
    return sorted(reader.page.evaluate(PRESS) for _ in range(PRESSES))


def main() -> None:
    """Print what a press waits for in peace and under each attack, milliseconds."""
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(os.environ), args=list(ARGUMENTS))
        reader = Reader(browser, server.address).open()
        _pressed(reader)  # what is made once is made
        _row("in peace", _pressed(reader))
        for name in ATTACKS:
            with attacking(name, server.port):
                _row(name, _pressed(reader))
            _row("in peace again", _pressed(reader))
        browser.close()


def _row(name: str, times: list[float]) -> None:
    p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
    print(f"| {name} | {statistics.median(times):.0f} | {p95:.0f} |", flush=True)


if __name__ == "__main__":
    main()
