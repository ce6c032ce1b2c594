"""The collections cannot be loaded: each page says so, as does each address beside it."""

import pytest
from playwright.sync_api import expect

from tests.browser.served import serving

UNREAD = "The collections could not be loaded, so nothing is shown."
BESIDE = ("map.html", "marks-0.json", "search-0.json", "words-0.json")


@pytest.fixture(scope="module")
def unread(chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("torn")
    (folder / "flows.csv").write_bytes(b"\xff\xfe\x00")
    with serving(folder) as server:
        yield server


@pytest.mark.parametrize("page", ["", "places", "about"])
def test_a_reader_is_told_on_every_page_and_beside_it(welcome, unread, page):
    reader = welcome(unread.address)
    reader.page.goto(f"{unread.address}/{page}")
    alert = reader.page.get_by_role("alert")
    expect(alert).to_contain_text(UNREAD)
    expect(alert).to_contain_text("python -m flows check")
    for name in BESIDE:
        sent = reader.context.request.get(f"{unread.address}/atlas/{name}")
        assert (sent.status, sent.text().partition(" “")[0]) == (503, UNREAD)
