"""Commands reach the map past the page; where they cannot, the page brings them, and none is obeyed twice."""

import pytest
from playwright.sync_api import WebSocketRoute, expect

COUNT_COMMANDS = """() => {
  const layer = Object.values(window).find((found) => found instanceof L.AtlasLayer);
  const receive = layer.receive;
  window.obeyed = [];
  layer.receive = function (command) { window.obeyed.push(command.number); receive.call(this, command); };
}"""

KEEP_LETTERS = """() => {
  window.letters = [];
  document.atlasChannel.addEventListener("message", ({ data }) => window.letters.push(JSON.parse(data)));
}"""


@pytest.fixture
def heard(newcomer):
    """Return what has come over the wire for a place, once something has, since the page was opened."""
    newcomer.open()
    newcomer.page.wait_for_function("() => document.atlasChannel?.readyState === WebSocket.OPEN")
    newcomer.page.evaluate(KEEP_LETTERS)

    def letters(place):
        has_come = "(place) => window.letters.some((letter) => letter.place === place)"
        newcomer.page.wait_for_function(has_come, arg=place)
        return newcomer.page.evaluate("(place) => letters.filter((letter) => letter.place === place)", place)

    return letters


def test_a_command_comes_over_the_wire_and_is_obeyed_once(newcomer, heard):
    newcomer.inside(f"({COUNT_COMMANDS})()")
    newcomer.filter("types", "Forced labor").click()
    newcomer.expect_link("types", "forced_labor")  # written by the page, after its own copy has come
    (letter,) = heard("map")
    assert letter["content"]["selection"] == {"types": ["forced_labor"]}
    assert newcomer.inside("window.obeyed") == [letter["number"]]


def test_a_story_comes_over_the_wire_too_and_is_written_once(newcomer, heard):
    newcomer.page.evaluate("""() => {
      window.writings = 0;
      const story = document.querySelector("[data-atlas-place=told]");
      new MutationObserver(() => { window.writings += 1; }).observe(story, { childList: true });
    }""")
    newcomer.inside("window.atlas.click(what)", "country:CUB")
    expect(newcomer.panel.locator("h2")).to_have_text("Cuba")
    newcomer.expect_link("focus", "country:CUB")
    assert "<h2>Cuba</h2>" in heard("told")[0]["content"]
    assert newcomer.page.evaluate("window.writings") == 1


def test_without_a_wire_the_page_brings_the_commands(newcomer):
    def cut(socket: WebSocketRoute) -> None:
        socket.close()

    newcomer.page.route_web_socket("**/atlas/push/**", cut)
    newcomer.open()
    newcomer.filter("types", "Forced labor").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "1")
    newcomer.inside("window.atlas.click(what)", "country:CUB")
    newcomer.expect_focus("country:CUB")
    expect(newcomer.panel.locator("h2")).to_have_text("Cuba")


@pytest.mark.usefixtures("heard")
def test_readers_do_not_hear_each_other(newcomer, welcome):
    another = welcome().open()
    another.filter("types", "Forced labor").click()
    expect(another.map).to_have_attribute("data-visible-routes", "1")
    expect(newcomer.map).to_have_attribute("data-visible-routes", "14")
    places = newcomer.page.evaluate("window.letters.map((letter) => letter.place)")
    # Lists and cards of her own first run may come still.
    assert [place for place in places if not place.startswith("cards-")] == []
