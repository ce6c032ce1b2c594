"""The map's end of a wire."""

import gc

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from flows.maps.wire import Wire, wire_named
from flows.web.map_frame import web_routes


@pytest.fixture
def browser():
    with TestClient(Starlette(routes=web_routes("/base"))) as client:
        yield client


def test_what_is_posted_is_sent_with_its_number_to_every_frame_of_the_session(browser):
    wire = Wire()
    address = f"/base/atlas/commands/{wire.name}"
    with browser.websocket_connect(address) as first, browser.websocket_connect(address) as second:
        assert wire.post({"state": "aa"}) == {"state": "aa", "number": 1}
        wire.post({"state": "bb"})
        for frame in (first, second):
            assert frame.receive_json() == {"state": "aa", "number": 1}
            assert frame.receive_json() == {"state": "bb", "number": 2}


def test_a_wire_that_no_session_has_is_refused(browser):
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        browser.websocket_connect("/base/atlas/commands/somebody-guessed"),
    ):
        pass
    assert refused.value.code == 1008


def test_a_session_that_ends_takes_its_wire_along():
    wire = Wire()
    name = wire.name
    assert wire_named(name) is wire
    del wire
    gc.collect()
    assert wire_named(name) is None


def test_a_command_without_a_frame_is_numbered_all_the_same():
    wire = Wire()
    assert [wire.post({})["number"] for _ in range(3)] == [1, 2, 3]


def test_names_of_wires_differ_and_cannot_be_guessed():
    names = {Wire().name for _ in range(50)}
    assert len(names) == 50
    assert all(len(name) >= 24 for name in names)
