"""What is sent along is counted as it comes, a reply goes out in parts, and neither may take for ever."""

import asyncio

import pytest

from flows.web.exchange import Sending, TooMuchSentError, brings_body, without_body
from flows.web.guard import Guard
from tests.coroutines import run_coroutine

SOON = 0.02
CHUNKED = [(b"transfer-encoding", b"chunked")]
START = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/css")]}


def body(content=b"", **more):
    return {"type": "http.request", "body": content, **more}


def hearing(*messages):
    """Hear these messages, then nothing for ever."""
    left = list(messages)

    async def receive():
        if not left:
            await asyncio.Event().wait()
        return left.pop(0)

    return receive


class Reader:
    """A reader who takes so many bytes of a reply, and then no more."""

    def __init__(self, takes=10**9):
        self.takes, self.taken, self.parts = takes, b"", []

    async def __call__(self, message):
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
            return
        if len(self.taken) >= self.takes:
            await asyncio.Event().wait()
        self.taken += message["body"]
        self.parts.append((len(message["body"]), message.get("more_body", False)))


def ask(app, receive, send, *, headers=(), path="/places"):
    scope = {"type": "http", "path": path, "method": "GET", "query_string": b"", "headers": list(headers)}
    guard = Guard(app, base="", settings={}, waits=(SOON, SOON))
    run_coroutine(asyncio.wait_for(guard(scope, receive, send), 10))


async def answer(_scope, receive, send):
    heard = await receive()
    await send(START)
    await send({"type": "http.response.body", "body": repr(heard).encode()})


def sending(content):
    async def app(_scope, _receive, send):
        await send(START)
        await send({"type": "http.response.body", "body": content})

    return app


@pytest.mark.parametrize(
    ("headers", "brings"),
    [([], False), ([(b"content-length", b"0")], False), ([(b"content-length", b"7")], True), (CHUNKED, True)],
)
def test_a_body_is_known_by_its_headers(headers, brings):
    assert brings_body({"headers": headers}) == brings


def test_a_body_without_a_length_is_refused_once_it_is_too_large():
    reader, endless = Reader(), hearing(*[body(b"x" * 10_000, more_body=True)] * 7)
    ask(answer, endless, reader, headers=CHUNKED)
    assert (reader.status, reader.headers[b"connection"]) == (413, b"close")
    assert b"Too much was sent along." in reader.taken


def test_a_body_that_does_not_come_is_not_waited_for():
    reader = Reader()
    ask(answer, hearing(body(b"x", more_body=True)), reader, headers=[(b"content-length", b"7")])
    assert (reader.status, reader.headers[b"connection"]) == (408, b"close")
    assert b"did not come in time" in reader.taken


def test_a_small_body_is_taken_and_the_answer_comes():
    reader = Reader()
    parts = [body(b"x", more_body=True), body(b"y", more_body=True), body()]
    ask(answer, hearing(*parts), reader, headers=CHUNKED)
    assert (reader.status, reader.taken) == (200, repr(body()).encode())


def test_who_leaves_while_sending_is_told_as_such():
    reader = Reader()
    ask(answer, hearing(body(b"x", more_body=True), {"type": "http.disconnect"}), reader, headers=CHUNKED)
    assert b"http.disconnect" in reader.taken


def test_whoever_is_refused_with_a_body_is_let_go_too():
    reader = Reader()
    ask(answer, hearing(), reader, headers=CHUNKED, path="/nowhere")
    assert (reader.status, reader.headers[b"connection"]) == (404, b"close")


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 200_000])
def test_a_reply_goes_out_in_parts_that_make_it_up(size):
    reader, content = Reader(), bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    ask(sending(content), hearing(), reader)
    assert reader.taken == content
    assert max(length for length, _more in reader.parts) <= 65_536
    assert [more for _length, more in reader.parts] == [True] * (len(reader.parts) - 1) + [False]


def test_a_reader_who_takes_nothing_is_let_go_and_the_rest_is_not_kept_for_her():
    reader = Reader(takes=100_000)
    ask(sending(b"x" * 1_000_000), hearing(), reader)
    assert len(reader.taken) == 2 * 65_536


def test_others_have_their_turn_between_the_parts():
    reader, heard = Reader(), []

    async def both():
        def look():
            heard.append(len(reader.parts))
            asyncio.get_running_loop().call_soon(look)

        look()
        await Sending(reader, seconds=SOON)({"type": "http.response.body", "body": b"x" * 200_000})

    run_coroutine(both())
    assert set(heard) >= {1, 2, 3}


def test_what_breaks_by_itself_is_told():
    async def broken(_scope, _receive, _send):
        raise LookupError

    with pytest.raises(LookupError):
        ask(broken, hearing(), Reader())


def test_the_bounds_are_told_to_whoever_asks():
    async def asked():
        with pytest.raises(TooMuchSentError):
            await without_body(hearing(body(b"xx")), most=1, seconds=SOON)
        stalled = Sending(Reader(takes=0), seconds=SOON)
        with pytest.raises(TimeoutError):
            await stalled({"type": "http.response.body", "body": b"x"})
        assert stalled.gone

    run_coroutine(asked())
