"""The routes beside the page: the map's frame and its marks file."""

import gzip
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from flows.asset_urls import ASSETS
from flows.i18n import use_language
from flows.maps.marks_file import frame_address, marks_of
from flows.web.replies import FOR_GOOD
from flows.web.routes import FILES, web_routes
from geodata.load import default_atlas


@pytest.fixture(scope="module", params=["", "/atlas/of"], ids=["at the top", "under a path"])
def browser(request):
    yield TestClient(
        Starlette(routes=web_routes(request.param)), base_url=f"http://testserver{request.param}/"
    )
    use_language("en")


@pytest.fixture
def frame(browser):
    return browser.get(frame_address(default_atlas()))


def test_the_frame_is_found_where_the_page_asks_for_it(frame):
    assert frame.status_code == 200
    assert "<title>Map of trafficking flows</title>" in frame.text


def test_every_file_that_the_frame_names_is_served(browser, frame):
    addresses = re.findall(r"(?:src|href)=\"([^\"]+)\"", frame.text)
    assert len(addresses) == len(("land", "marks", "scripts", "leaflet", "fonts", "our styles"))
    for address in addresses:
        assert browser.get(f"atlas/{address}").status_code == 200, address


def test_marks_are_sent_once_and_packed(browser):
    marks = marks_of(default_atlas())
    sent = browser.get(f"atlas/marks-{marks.hash}.json", headers={"accept-encoding": "gzip"})
    assert sent.headers["content-encoding"] == "gzip"
    assert sent.headers["cache-control"] == FOR_GOOD
    assert sent.json() == json.loads(marks.body)
    assert len(gzip.compress(marks.body)) < len(marks.body) / 3


def test_marks_are_sent_plain_to_who_cannot_unpack_them(browser):
    marks = marks_of(default_atlas())
    sent = browser.get(f"atlas/marks-{marks.hash}.json", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in sent.headers
    assert sent.content == marks.body


def test_marks_of_another_day_are_refused_in_a_sentence(browser):
    sent = browser.get("atlas/marks-0123456789abcdef.json")
    assert (sent.status_code, sent.text) == (
        404,
        "These marks are not loaded any more. Load the page anew.",
    )


def test_the_scripts_come_as_one_file_that_is_kept_for_good(browser, frame):
    (address,) = re.findall(r"<script src=\"([^\"]+)\"", frame.text)
    sent = browser.get(f"atlas/{address}")
    assert sent.headers["cache-control"] == FOR_GOOD
    starts = [sent.text.index((ASSETS / file).read_text("utf-8")) for file in FILES]
    assert starts == sorted(starts)


@pytest.mark.parametrize("language", ["<b>", "../en", "zz", "", "x" * 500])
def test_an_odd_language_gives_a_page_all_the_same(browser, language):
    sent = browser.get("atlas/map.html", params={"language": language})
    assert sent.status_code == 200
    assert "<b>" not in sent.text
