"""What every request passes first."""

import time
from contextlib import suppress

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from flows.query.links import PAGES
from flows.web.guard import FRAME_ANCESTORS, METRICS, Guard
from tests.coroutines import run_coroutine

OUR_POLICY = "script-src 'self'"
CLOSED = ["", "/metrics", "/agent/openapi.json", "/agent/interact", "/upload_file/session/file"]
CLOSED = [f"_stcore{place}" for place in CLOSED] + ["auth/login", "component/any.thing/index.html"]
CLOSED += ["places/_stcore/health", "wp-login.php", "app.py", "manifest.json", ".env"]


def guarded(base="", *, origins=(), **settings):
    """A browser before a guarded app that answers everything, as Streamlit does."""

    async def answer(_request):
        return PlainTextResponse("open")

    async def answer_with_our_page(_request):
        return HTMLResponse("ours", headers={"content-security-policy": OUR_POLICY})

    async def answer_with_streamlits_page(_request):
        return HTMLResponse("Streamlit's")

    async def talk(socket):
        await socket.accept()
        with suppress(WebSocketDisconnect):
            await socket.send_bytes(await socket.receive_bytes())
        await socket.send_bytes(b"more")
        await socket.close()

    routes = [
        Route(f"{base}/", answer_with_our_page),
        WebSocketRoute(f"{base}/{{path:path}}", talk),
        Route(f"{base}/static/none.js", answer_with_streamlits_page),
        Mount(base or "/", routes=[Route("/{path:path}", answer, methods=["GET", "POST", "PUT", "DELETE"])]),
    ]
    app = Starlette(
        routes=routes, middleware=[Middleware(Guard, base=base, settings=settings, origins=origins)]
    )
    return TestClient(app, base_url=f"http://testserver{base}/")


@pytest.fixture(params=["", "/maps/atlas"], ids=["at the top", "under a path"])
def browser(request):
    return guarded(request.param)


def test_pages_and_what_they_need_are_open(browser):
    for place in [
        *PAGES,
        "_stcore/health",
        "_stcore/host-config",
        "static/a.js",
        "atlas/map.html",
        "favicon.png",
    ]:
        assert browser.get(place).text == "open", place
    assert browser.get("").text == "ours"


@pytest.mark.parametrize("place", CLOSED)
def test_what_no_page_needs_is_not_there_and_the_atlas_is_one_press_away(browser, place):
    sent = browser.get(place)
    assert sent.status_code == 404
    assert "There is nothing at this address." in sent.text
    up = sent.text.partition("href='")[2].partition("'")[0]
    assert sent.url.join(up).path == browser.base_url.path


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS"])
def test_no_upload_is_taken(browser, method):
    assert (
        browser.request(method, "_stcore/upload_file/session/file", content=b"x" * 100_000).status_code == 404
    )


def test_what_lies_beside_the_base_path_is_not_there():
    browser = guarded("/maps/atlas")
    for path in ("/", "/maps", "/maps/atlasplaces", "/maps/atlas2/", "/_stcore/health"):
        assert browser.get(f"http://testserver{path}").status_code == 404, path


def test_nothing_but_reading_is_allowed(browser):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        sent = browser.request(method, "places")
        assert (sent.status_code, sent.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("query", ["a=" + "x" * 16_400, "&".join(["a=1"] * 1_001), "%00" * 6_000])
def test_a_link_that_is_too_long_is_refused_in_a_sentence(browser, query):
    sent = browser.get(f"places?{query}")
    assert (sent.status_code, "This link is too long" in sent.text) == (414, True)


def test_a_long_honest_link_is_open(browser):
    assert (
        browser.get(f"places?documents={'|'.join(f'document-{n}' for n in range(1_000))}").status_code == 200
    )


def test_a_request_that_brings_much_along_is_refused(browser):
    sent = browser.request("GET", "places", content=b"x" * 70_000)
    assert (sent.status_code, sent.headers["connection"]) == (413, "close")


def test_every_reply_carries_the_safe_headers(browser):
    for place in ("", "places", "none", "static/a.js", "atlas/map.html"):
        headers = browser.get(place).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "SAMEORIGIN"
    assert browser.get("").headers["content-security-policy"] == f"{OUR_POLICY}; frame-ancestors 'self'"
    other = browser.get("atlas/marks.json").headers["content-security-policy"]
    assert other == "default-src 'none'; frame-ancestors 'self'"
    assert "content-security-policy" not in browser.get("static/worker.js").headers


def test_streamlits_page_in_the_place_of_a_missing_file_is_missing(browser):
    sent = browser.get("static/none.js")
    assert sent.status_code == 404
    assert "Streamlit" not in sent.text


def test_sites_that_embed_the_atlas_and_figures_for_those_who_watch_it_are_settings():
    browser = guarded(**{FRAME_ANCESTORS: "'self' https://news.example", METRICS: "1"})
    headers = browser.get("").headers
    assert headers["content-security-policy"].endswith("; frame-ancestors 'self' https://news.example")
    assert "x-frame-options" not in headers
    assert browser.get("_stcore/metrics").text == "open"
    assert guarded(**{METRICS: "0"}).get("_stcore/metrics").status_code == 404


def test_a_websocket_to_nowhere_is_refused(browser):
    with browser.websocket_connect(f"{browser.base_url.path}_stcore/stream"):
        pass
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        browser.websocket_connect(f"{browser.base_url.path}nowhere"),
    ):
        pass
    assert refused.value.code == 1008


def test_whoever_sends_text_where_bytes_belong_is_let_go_without_an_error(browser):
    address = f"{browser.base_url.path}_stcore/stream"
    with browser.websocket_connect(address) as socket:
        socket.send_bytes(b"said")
        assert (socket.receive_bytes(), socket.receive_bytes()) == (b"said", b"more")
    with browser.websocket_connect(address) as socket:
        socket.send_text("said")
        with pytest.raises(WebSocketDisconnect) as ended:
            socket.receive_bytes()
    assert ended.value.code == 1003


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://testserver.example"])
def test_a_page_of_another_site_opens_no_websocket(browser, origin):
    address, headers = f"{browser.base_url.path}_stcore/stream", {"origin": origin}
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect(address, headers=headers):
        pass


def test_our_own_pages_and_named_sites_open_websockets():
    browser = guarded(origins=["https://friend.example"])
    for origin in ("http://testserver", "https://testserver", "https://friend.example"):
        with browser.websocket_connect("/_stcore/stream", headers={"origin": origin}):
            pass


def test_passing_costs_less_than_a_tenth_of_a_millisecond():
    async def app(_scope, _receive, send):
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/css")]}
        )
        await send({"type": "http.response.body", "body": b""})

    async def send(_message):
        pass

    guard = Guard(app, base="/maps", settings={})
    scope = {
        "type": "http",
        "path": "/maps/static/a.css",
        "method": "GET",
        "query_string": b"",
        "headers": [],
    }

    async def ask(times):
        for _ in range(times):
            await guard(scope, None, send)

    run_coroutine(ask(100))
    started = time.process_time()  # what it costs us, not what else the machine does
    run_coroutine(ask(1_000))
    assert time.process_time() - started < 0.1
