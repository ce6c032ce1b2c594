"""The routes beside the page: the map's frame and its marks file."""

import gzip
import json
import re

import pytest

from flows.asset_urls import ASSETS
from flows.maps.marks_file import frame_address, marks_of
from flows.search.file import search_file_of
from flows.web.policy import script_hashes
from flows.web.replies import FOR_GOOD
from flows.web.routes import FILES
from geodata.load import default_atlas
from geodata.problems import AtlasError, Problem


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


@pytest.mark.parametrize("query", ["", "?v=", "?v=000000000000"])
def test_scripts_without_their_hash_are_asked_for_anew(browser, query):
    assert browser.get(f"atlas/map.js{query}").headers["cache-control"] == "no-cache"


def test_the_policy_of_the_frame_lets_its_own_scripts_run_and_no_other(frame):
    policy = frame.headers["content-security-policy"]
    own = script_hashes(frame.text)
    assert len(own) >= 2
    assert all(source in policy for source in own)
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize("language", ["<b>", "../en", "zz", "", "x" * 500])
def test_an_odd_language_gives_the_english_page(browser, frame, language):
    sent = browser.get("atlas/map.html", params={"language": language})
    assert (sent.status_code, sent.text) == (200, frame.text)


def test_no_work_is_done_for_a_language_without_a_catalogue(browser, monkeypatch):
    marks, _index = marks_of(default_atlas()), search_file_of(default_atlas())
    made = []
    monkeypatch.setattr("flows.maps.marks_file.marks_tables", made.append)
    monkeypatch.setattr("flows.search.file.search_index", made.append)
    for code in (f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"):
        for name in ("map.html", f"marks-{marks.hash}.json"):
            assert browser.get(f"atlas/{name}?language={code}").status_code == 200
        for name in (f"marks-{'0' * 16}.json", f"search-{'0' * 16}.json"):
            assert browser.get(f"atlas/{name}?language={code}").status_code == 404
    assert made == []


@pytest.fixture
def unread(monkeypatch):
    """Collections that cannot be loaded."""
    problem = Problem(file="secret.csv", row=2, value="x", message="is wrong.", remedy="Right it.")

    def fail():
        raise AtlasError((problem,))

    monkeypatch.setattr("flows.web.routes.default_atlas", fail)


@pytest.mark.parametrize("name", ["map.html", "marks-0.json", "search-0.json", "words-0.json"])
def test_while_the_collections_cannot_be_loaded_a_sentence_says_so(browser, unread, name, caplog):
    sent = browser.get(f"atlas/{name}")
    assert (sent.status_code, sent.headers["cache-control"]) == (503, "no-store")
    assert sent.text.startswith("The collections could not be loaded, so nothing is shown.")
    assert "secret" not in sent.text
    assert "secret" in caplog.text


def test_what_is_no_part_of_the_atlas_is_sent_all_the_same(browser, unread):
    for address in ("atlas/map.js", "assets/web/map.css"):
        assert browser.get(address).status_code == 200
