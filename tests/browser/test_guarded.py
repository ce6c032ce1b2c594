"""What a browser is told that our pages may do, and what a page says that gets no connection."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from flows.query.links import PAGES

PLANT = """async () => {
  const script = Object.assign(document.createElement("script"), { textContent: "top.hit = 1" });
  document.head.append(script);
  document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='top.hit = 2'>");
  await new Promise((done) => document.body.lastElementChild.addEventListener("error", done));
}"""


@pytest.mark.parametrize("name", PAGES[1:])
def test_every_page_opens_within_its_policy(newcomer, name):
    page, missing = newcomer.page, []
    page.on("response", lambda reply: reply.status >= 400 and missing.append(urlsplit(reply.url).path))
    page.goto(f"{newcomer.home}/{name}")
    page.locator("[data-test-script-state=notRunning]").wait_for()
    expect(page.locator(".atlas-head")).to_be_visible()
    page.locator(".stMain [data-testid=stElementContainer]").last.wait_for(state="attached")
    # Streamlit is told where its server is: by itself it asks below the page's own address first.
    assert missing == []


@pytest.mark.parametrize("where", ["page", "map"])
def test_a_planted_script_does_not_run(reader, where):
    within = reader.page if where == "page" else reader.frame.element_handle().content_frame()
    with reader.page.expect_console_message(
        lambda said: "onerror" in said.text or "inline event" in said.text
    ):
        within.evaluate(PLANT)
    assert reader.page.evaluate("window.hit") is None
    assert len(reader.mishaps) >= 2
    reader.mishaps.clear()


def test_nothing_is_asked_from_another_host(reader):
    with reader.page.expect_console_message(lambda said: said.type == "error"):
        answer = reader.page.evaluate("fetch('https://tiles.example.org/1').catch(() => 'kept in')")
    assert (answer, reader.outside) == ("kept in", [])
    reader.mishaps.clear()


def test_without_websockets_the_page_says_so_within_five_seconds(newcomer):
    blocked = []

    def block(socket):
        blocked.append(socket)
        socket.close()

    newcomer.page.route_web_socket("**/_stcore/stream**", block)
    newcomer.page.clock.install()  # five seconds of the page's own time, whatever the machine takes
    newcomer.page.goto(newcomer.home)
    for _frame in range(3000):  # Streamlit asks first whether its server is well
        if blocked:
            break
        newcomer.page.evaluate("() => new Promise(requestAnimationFrame)")
    newcomer.page.clock.fast_forward(5000)
    assert blocked
    expect(newcomer.page.locator("#atlas-connection")).to_be_visible()
    expect(newcomer.page.locator("#atlas-connection")).to_contain_text("websockets")


def test_a_connection_that_comes_late_takes_the_sentence_away(newcomer):
    comes = []

    def come_late(socket):
        if comes:
            socket.connect_to_server()
        else:
            socket.close()

    newcomer.page.route_web_socket("**/_stcore/stream**", come_late)
    newcomer.page.goto(newcomer.home)
    said = newcomer.page.locator("#atlas-connection")
    expect(said).to_be_visible()
    comes.append(True)
    newcomer.map.wait_for()
    expect(said).to_be_hidden()
