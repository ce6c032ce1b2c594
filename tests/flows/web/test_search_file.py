"""The index of the search box, served beside the page."""

import gzip
import json

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from flows import i18n
from flows.i18n import use_language
from flows.maps.marks_file import marks_of
from flows.search.file import search_address, search_file_of, words_address, words_file_of
from flows.web.replies import FOR_GOOD
from geodata.load import default_atlas


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    """Add a catalogue, without which no language is served."""
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "atlas.mo").open("wb") as file:
        write_mo(file, Catalog(locale="es"))
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)


def test_the_index_is_found_where_the_box_asks_for_it_and_kept_for_good(browser):
    reply = browser.get(search_address(default_atlas()))
    assert (reply.status_code, reply.headers["cache-control"]) == (200, FOR_GOOD)
    assert reply.headers["content-type"] == "application/json"
    assert reply.json()["entries"]


def test_it_travels_packed_where_the_browser_can_unpack_it(browser):
    address, body = search_address(default_atlas()), search_file_of(default_atlas()).body
    with browser.stream("GET", address, headers={"accept-encoding": "gzip"}) as reply:
        packed = b"".join(reply.iter_raw())
    assert gzip.decompress(packed) == body
    assert len(packed) < len(body) / 4
    assert browser.get(address, headers={"accept-encoding": "identity"}).content == body


def test_names_come_in_the_language_that_is_asked_for(browser, spanish):
    use_language("es")
    entries = json.loads(browser.get(search_address(default_atlas())).content)["entries"]
    assert "Perú" in {entry["name"] for entry in entries}
    use_language("en")


def test_an_index_that_is_not_loaded_any_more_is_refused_with_a_remedy(browser):
    reply = browser.get("atlas/search-0123456789abcdef.json?language=en")
    assert reply.status_code == 404
    assert "Load the page anew" in reply.text


def test_the_index_of_words_is_served_packed_and_kept_for_good(browser):
    address, body = words_address(default_atlas()), words_file_of(default_atlas()).body
    reply = browser.get(address)
    assert (reply.status_code, reply.headers["cache-control"], reply.content) == (200, FOR_GOOD, body)
    assert reply.headers["content-encoding"] == "gzip"
    assert browser.get("atlas/words-0123456789abcdef.json").status_code == 404


def test_the_map_is_told_where_the_index_of_words_stands(browser):
    marks = json.loads(marks_of(default_atlas()).body)
    assert f"atlas/{marks['word_index']}" == words_address(default_atlas())
