"""The page's end of a channel."""

import gc

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from flows.push_channel import PushChannel, channel_named
from flows.web.routes import web_routes


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
