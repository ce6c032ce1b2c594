"""What a visitor may send to the whole app as it is served, and what comes back."""

import re
import socket
import subprocess
import sys
from contextlib import suppress
from http.client import HTTPConnection
from random import Random
from urllib.parse import urlsplit

import pytest

from tests.benchmarks.sessions import Visitor
from tests.browser.served import ROOT, serving
from tests.conftest import NINE
from tests.coroutines import run_coroutine

TRAVERSALS = [
    "/assets/../app.py",
    "/assets/%2e%2e/app.py",
    "/assets/..%2fapp.py",
    "/assets/%2e%2e%2fapp.py",
    "/assets/..%5capp.py",
    "/assets//etc/passwd",
    "/static/../../../../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/media/../app.py",
    "//etc/passwd",
    "/atlas/..%2f..%2fapp.py",
    "/%00",
]
# More than any honest link, in each way that was tried; and what is short but odd.
TOO_LONG = ["a=" + "x" * 40_000, "&".join(f"p{n}=1" for n in range(8_000)), "types=" + "%C3%A9" * 5_000]
ODD = ["%00", "types=%ED%A0%80", "types=%E2%80%AE", "types=%2525252541", "=", "&&&", "types=" + "|" * 2_000]


@pytest.fixture(scope="module", params=["", "/maps/atlas"], ids=["at the top", "under a path"])
def server(request):
    with serving(NINE, base=request.param) as served:
        yield served
    assert served.mishaps() == []


@pytest.fixture
def ask(server):
    """Ask as no browser would: the address as it is written."""
    parts = urlsplit(server.address)
    connections = []

    def asked(place, method="GET", **headers):
        connections.append(HTTPConnection(parts.hostname, parts.port, timeout=30))
        connections[-1].putrequest(method, f"{parts.path}{place}", skip_accept_encoding=True)
        for name, value in headers.items():
            connections[-1].putheader(name.replace("_", "-"), value)
        connections[-1].endheaders()
        reply = connections[-1].getresponse()
        return reply.status, reply.headers, reply.read().decode("utf-8", "replace")

    yield asked
    for connection in connections:
        connection.close()


def test_every_page_is_there_and_its_files_are(ask):
    for page in ("", "places", "compare", "table", "sources", "about"):
        status, headers, text = ask(f"/{page}")
        assert status == 200
        assert "atlas-left" in text
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    for file in re.findall(r'(?:src|href)="\./(static/[^"]+)"', text):
        assert ask(f"/{file}")[0] == 200


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_out_of_the_served_folders(ask, path):
    status, _headers, text = ask(path)
    assert status in {400, 404}
    assert "root:" not in text
    assert "st.App" not in text


@pytest.mark.parametrize("query", TOO_LONG, ids=["a long value", "many parameters", "long and encoded"])
def test_a_link_beyond_all_measure_is_refused_in_a_sentence(ask, query):
    status, _headers, text = ask(f"/?{query}")
    assert status == 414
    assert "This link is too long" in text


@pytest.mark.parametrize("query", ODD)
def test_an_odd_link_opens_the_page(ask, query):
    assert ask(f"/?{query}")[0] == 200


@pytest.mark.parametrize(
    "place",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/upload_file/a/b",
        "/nowhere",
        "/static/none.js",
    ],
)
def test_what_no_page_needs_is_closed(ask, place):
    assert ask(place)[0] == 404


def test_methods_that_write_are_not_allowed(ask):
    for method in ("POST", "PUT", "DELETE"):
        assert ask("/places", method)[0] == 405


def test_a_body_is_not_waited_for(ask):
    assert ask("/places", content_length="300000000")[0] == 413


def test_a_body_without_a_length_is_refused_while_it_comes(server):
    parts = urlsplit(server.address)
    request = (
        f"GET {parts.path}/places HTTP/1.1\r\nHost: {parts.netloc}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as sent:
        sent.sendall(request.encode())
        with suppress(OSError):  # the server may have closed before all is sent
            for _ in range(20):
                sent.sendall(b"2000\r\n" + b"x" * 0x2000 + b"\r\n")
        assert sent.recv(100).startswith(b"HTTP/1.1 413 ")


def test_another_server_finds_pages_and_settings_from_any_folder(tmp_path):
    lines = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import app; from streamlit import config;"
        "print(app.app._resolve_script_path(), config.get_option('client.showErrorDetails'))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", lines], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert asked.stdout.split() == [str(ROOT / "flows" / "ui" / "main.py"), "none"]


def test_a_visitor_who_says_only_what_she_presses_gets_every_page(server):
    """A browser says what all widgets hold. The server's end asserts that no run broke off."""

    async def press_twice():
        visitor = Visitor(server.address, Random(1))
        await visitor.open()
        await visitor.choose([("types", visitor.words("types")[0])])
        await visitor.choose([])
        await visitor.leave()

    run_coroutine(press_twice())
    assert server.mishaps() == []
