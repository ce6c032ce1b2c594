"""What the served atlas bears: no home, a message beyond measure, an end in the middle of everything."""

import os
import signal
import socket
from contextlib import contextmanager, suppress
from random import Random
from urllib.request import urlopen

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.benchmarks.sessions import Visitor
from tests.browser.served import serving
from tests.conftest import NINE
from tests.coroutines import run_coroutine

# What a page tells is a few kilobytes; the server takes 32 megabytes.
LARGE, TOO_LARGE = 20 * 2**20, 40 * 2**20
PATIENCE_S = 60
LINKS = {
    "439 kB": "a=" + "x" * 439_000,
    "50,000 parameters": "&".join(f"p{number}=1" for number in range(50_000)),
    "one parameter 50,000 times": "&".join(["types=forced_labor"] * 50_000),
    "NUL": "types=%00&focus=%00",
    "surrogates": "types=%ED%A0%80&focus=\\ud800",
    "right to left": "types=%E2%80%AE&words=%E2%80%AE",
    "encoded again and again": "types=" + "%" + "25" * 2_000 + "41",
}


@pytest.fixture(scope="module")
def server():
    with serving(NINE) as served:
        yield served
    assert served.mishaps() == []


def opened(address, query=""):
    """Return the seconds that a visitor waits for a page and for a press on it."""

    async def visit():
        visitor = Visitor(address, Random(0))
        try:
            return await visitor.open(query), await visitor.press("types")
        finally:
            await visitor.leave()

    return run_coroutine(visit())


@contextmanager
def stream(server):
    address = server.address.replace("http", "ws", 1)
    with connect(f"{address}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as opened:
        yield opened


def hear_all(socket):
    while True:
        socket.recv(timeout=PATIENCE_S)


@pytest.mark.parametrize("home", [None, "", "/nonexistent", os.devnull], ids=str)
def test_a_home_that_is_missing_or_cannot_be_written_is_not_missed(monkeypatch, home):
    monkeypatch.delenv("HOME", raising=False)
    with serving(NINE, settings={} if home is None else {"HOME": home}) as server:
        opened(server.address)
        with urlopen(f"{server.address}/atlas/map.html", timeout=PATIENCE_S) as reply:  # noqa: S310 - our own
            assert reply.status == 200
    assert server.mishaps() == []


@pytest.mark.parametrize("size", [LARGE, TOO_LARGE], ids=["20 MB", "40 MB"])
@pytest.mark.parametrize("message", [bytes, lambda size: "x" * size], ids=["bytes", "text"])
def test_a_message_beyond_measure_ends_its_own_connection_alone(server, size, message):
    with stream(server) as sent:
        with suppress(ConnectionClosed):  # it may be closed before all is sent
            sent.send(message(size))
        with pytest.raises(ConnectionClosed):
            hear_all(sent)
    opened(server.address)


@pytest.mark.parametrize("query", LINKS.values(), ids=LINKS)
def test_a_link_that_comes_with_a_run_is_read_and_the_next_press_is_taken(server, query):
    opened(server.address, query)


def test_it_ends_when_told_to_in_the_middle_of_everything():
    with (
        serving(NINE) as server,
        stream(server),
        socket.create_connection(("localhost", server.port)) as half,
    ):
        half.sendall(b"GET /atlas/map.html HTTP/1.1\r\nHost: loc")
        with socket.create_connection(("localhost", server.port)) as asked:
            asked.sendall(b"GET /atlas/map.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
            server.process.send_signal(signal.SIGTERM)
            server.process.wait(PATIENCE_S)
    assert server.mishaps() == []
