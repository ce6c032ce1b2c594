"""The map's data does not come, or is of another version: a sentence, a button, and the panel works."""

import json
import re

import pytest
from playwright.sync_api import expect

MARKS = re.compile(r"/atlas/marks-[0-9a-f]+\.json")


def of_another_version(route):
    reply = route.fetch()
    route.fulfill(response=reply, body=json.dumps(reply.json() | {"version": 1}))


@pytest.mark.parametrize("spoil", [lambda route: route.abort(), of_another_version], ids=["none", "old"])
def test_the_page_says_so_and_a_press_brings_the_map(newcomer, spoil):
    newcomer.page.route(MARKS, spoil)
    newcomer.page.goto(f"{newcomer.home}/")
    failure = newcomer.frame.content_frame.locator(".atlas-failure")
    expect(failure).to_contain_text("The map could not be loaded.")
    newcomer.filter("types", "Forced labor").click()
    expect(newcomer.panel.locator("h2").first).to_have_text("What the documents say")
    newcomer.expect_link("types", "forced_labor")
    newcomer.page.unroute(MARKS)
    failure.get_by_role("button", name="Try again").click()
    expect(newcomer.map).to_have_attribute("data-visible-routes", "1")
    expect(failure).to_have_count(0)
    newcomer.mishaps.clear()  # the browser itself complains of what did not come
