"""The atlas behind nginx, with the configurations that DEPLOY.md gives."""

import re
import select
import socket
from collections import Counter
from contextlib import closing

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.deploy.proxy import trusting


def test_the_page_comes_with_its_headers_and_those_of_tls(one_process):
    status, headers, text = one_process.ask("/atlas/places?types=forced_labor")
    assert (status, "atlas-left" in text) == (200, True)
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_the_path_without_its_last_slash_leads_on_with_what_was_asked(one_process):
    status, headers, _text = one_process.ask("/atlas?types=forced_labor")
    assert (status, headers["location"].partition("/atlas")[2]) == (301, "/?types=forced_labor")


def test_what_the_atlas_refuses_stays_refused(one_process):
    assert one_process.ask("/atlas/_stcore/metrics")[0] == 404
    assert one_process.ask(f"/atlas/?a={'x' * 17_000}")[0] == 414
    assert one_process.ask("/atlas/?a=" + "x" * 12_000)[0] == 200
    assert one_process.ask("/atlas/places", "PUT")[0] == 405


def test_websockets_of_our_own_pages_pass_and_no_others(one_process):
    address = f"wss://localhost:{one_process.port}/atlas/_stcore/stream"
    with connect(address, ssl=trusting(), origin=f"https://localhost:{one_process.port}"):
        pass
    with pytest.raises(InvalidStatus), connect(address, ssl=trusting(), origin="https://elsewhere.example"):
        pass


HEAD = "GET /atlas/assets/web/base/countries.json HTTP/1.1\r\nHost: localhost\r\n"
STALLED = {
    "the first lines do not end": HEAD,
    "no body comes": f"{HEAD}Content-Length: 9\r\n\r\n",
    "the reply is not taken": f"{HEAD}\r\n",
}


@pytest.mark.parametrize("request_", STALLED.values(), ids=STALLED)
def test_whoever_neither_sends_nor_takes_is_let_go(one_hasty_process, request_):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connection.settimeout(30)
    connection.connect(("127.0.0.1", one_hasty_process.port))
    with closing(trusting().wrap_socket(connection)) as stalled:
        stalled.sendall(request_.encode())
        ends = select.poll()
        ends.register(stalled, select.POLLHUP | select.POLLRDHUP)
        assert ends.poll(20_000)
    assert one_hasty_process.ask("/atlas/places")[0] == 200


def test_a_body_without_a_length_is_refused_beyond_its_limit(one_process):
    with closing(one_process.connection()) as connection:
        connection.request("GET", "/atlas/places", (b"x" * 10_000 for _ in range(20)), encode_chunked=True)
        assert connection.getresponse().status == 413


def test_the_log_tells_of_no_reader(one_process):
    one_process.ask(
        "/atlas/?focus=country:CUB", user_agent="Browser-of-a-reader", referer="https://from.example/"
    )
    with (
        pytest.raises(InvalidStatus),
        connect(f"wss://localhost:{one_process.port}/atlas/atlas/push/name-of-a-session", ssl=trusting()),
    ):
        pass
    # nginx writes of a connection when it has closed it, which may be after the next request.
    for _ in range(200):
        log = one_process.log.read_text("utf-8")
        if " GET /atlas/atlas/push 403 " in log:
            break
        one_process.ask("/atlas/places")
    assert " GET /atlas/ 200 " in log
    assert " GET /atlas/atlas/push 403 " in log
    assert not re.search("CUB|127\\.0\\.0\\.1|Browser-of-a-reader|from\\.example|name-of-a-session", log)


def test_a_reader_stays_with_the_process_that_she_began_with(two_processes):
    begun = Counter()
    for _ in range(40):
        status, headers, _text = two_processes.ask("/atlas/")
        assert status == 200
        cookie = headers["set-cookie"].partition(";")[0]
        begun[cookie] += 1
        marks = {two_processes.ask("/atlas/atlas/map.html", cookie=cookie)[2] for _ in range(3)}
        assert len(marks) == 1
    assert set(begun) == {"atlas_process=1", "atlas_process=2"}


@pytest.mark.parametrize("cookie", ["atlas_process=9", "atlas_process=", "atlas_process=1; atlas_process=2"])
def test_an_odd_cookie_finds_a_process_all_the_same(two_processes, cookie):
    assert two_processes.ask("/atlas/", cookie=cookie)[0] == 200
