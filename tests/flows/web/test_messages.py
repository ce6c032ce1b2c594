"""The page's end of a channel."""

import asyncio
import gc

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from flows import push_channel
from flows.push_channel import PushChannel, channel_named
from flows.web import messages
from flows.web.routes import web_routes
from tests.coroutines import run_coroutine


@pytest.fixture
def browser():
    with TestClient(Starlette(routes=web_routes("/base"))) as client:
        yield client


def test_what_is_posted_is_sent_with_its_place_and_number_to_every_page_of_the_session(browser):
    channel = PushChannel()
    address = f"/base/atlas/push/{channel.name}"
    with browser.websocket_connect(address) as first, browser.websocket_connect(address) as second:
        assert channel.publish("map", {"state": "aa"}) == 1
        assert channel.publish("story", "<p>Cuba</p>") == 2
        for page in (first, second):
            assert page.receive_json() == {"place": "map", "number": 1, "content": {"state": "aa"}}
            assert page.receive_json() == {"place": "story", "number": 2, "content": "<p>Cuba</p>"}


def test_a_wire_that_no_session_has_is_refused(browser):
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        browser.websocket_connect("/base/atlas/push/somebody-guessed"),
    ):
        pass
    assert refused.value.code == 1008


@pytest.mark.parametrize("say", ["send_text", "send_bytes"])
def test_a_page_that_speaks_is_none_of_ours(browser, say):
    channel = PushChannel()
    with browser.websocket_connect(f"/base/atlas/push/{channel.name}") as page:
        getattr(page, say)("x" if say == "send_text" else b"\x00")
        with pytest.raises(WebSocketDisconnect) as closed:
            page.receive_json()
    assert closed.value.code == 1003


def test_a_page_that_does_not_read_is_let_go_and_holds_no_more_than_it_shows(monkeypatch):
    monkeypatch.setattr(messages, "_PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(push_channel, "_SENDING_SECONDS", 0)
    channel = PushChannel()
    sent = []

    class Stalled:
        path_params = {"channel": channel.name}  # noqa: RUF012 - as a socket has it

        async def accept(self):
            pass

        async def receive(self):
            listening.set()
            await asyncio.Event().wait()

        async def send_text(self, text):
            sent.append(text)
            await asyncio.Event().wait()

    async def publish():
        reading = asyncio.create_task(messages.send_messages(Stalled()))
        await listening.wait()
        ((_loop, waiting),) = channel._listeners.values()
        for number in range(1_000):
            channel.publish(f"place {number % 3}", "x" * 10_000)
        await asyncio.wait_for(reading, 10)
        assert len(waiting) <= 3

    listening = asyncio.Event()
    run_coroutine(publish())
    assert (len(sent), channel._listeners) == (1, {})


@pytest.mark.parametrize("failure", [WebSocketDisconnect(1006), RuntimeError("closing has begun")])
def test_a_failed_send_ends_the_connection_without_a_word(caplog, failure):
    channel = PushChannel()

    class Gone:
        path_params = {"channel": channel.name}  # noqa: RUF012 - as a socket has it

        async def accept(self):
            pass

        async def receive(self):
            listening.set()
            await asyncio.Event().wait()

        async def send_text(self, _text):
            raise failure

    async def publish():
        reading = asyncio.create_task(messages.send_messages(Gone()))
        await listening.wait()
        channel.publish("map", {})
        await asyncio.wait_for(reading, 10)
        gc.collect()

    listening = asyncio.Event()
    run_coroutine(publish())
    assert (channel._listeners, caplog.records) == ({}, [])


def test_a_session_that_ends_takes_its_wire_along():
    channel = PushChannel()
    name = channel.name
    assert channel_named(name) is channel
    del channel
    gc.collect()
    assert channel_named(name) is None


def test_a_letter_without_a_page_is_numbered_all_the_same():
    channel = PushChannel()
    assert [channel.publish("map", {}) for _ in range(3)] == [1, 2, 3]


def test_names_of_wires_differ_and_cannot_be_guessed():
    names = {PushChannel().name for _ in range(50)}
    assert len(names) == 50
    assert all(len(name) >= 24 for name in names)
