"""The page about the atlas: the term or claim that it was opened for stands first, and nothing is sent."""

import json
import re
import shutil
from html import unescape

import pytest

from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from tests.app.explore import seen
from tests.app.reading import Reading
from tests.conftest import NINE


def opens(body):
    return [json.loads(unescape(found)) for found in re.findall(r"data-atlas-open='([^']*)'", body)]


def test_the_page_explains_itself_and_holds_the_glossary(nine):
    body = Reading(nine, "about").body
    contents = re.findall(r"<a href='#(\w+)'>", body)
    assert {"trafficking", "limits", "cite", "report", "glossary"} <= set(contents)
    assert all(f"id='{ident}'" in body for ident in contents)
    assert "<dt id='term-types-forced_labor'>Forced labor</dt>" in body


def test_a_term_that_was_asked_for_stands_first_with_its_source(nine):
    page = Reading(nine, "about", term="types-forced_labor")
    assert page.body.index("atlas-asked-term") < page.body.index("href='#trafficking'")
    (box,) = [body for body in page.html if "atlas-asked-term" in body]
    assert "ILO Forced Labour Convention" in seen(box)


@pytest.mark.parametrize("term", ["types-forced_labour", "<b>forced labor</b>"])
def test_an_unknown_term_is_said_to_be_so_and_the_nearest_offered(nine, term):
    page = Reading(nine, "about", term=term)
    assert page.lines("notice")[0].startswith(f"The glossary has no term “{term}”.")
    assert opens(page.body) == [{"page": "about", "term": "types-forced_labor"}]


def test_a_report_is_a_text_with_id_words_and_link(nine):
    page = Reading(nine, "about", claim="flow-hnd-mex")
    assert page.app.text_input(key="report_claim").value == "flow-hnd-mex"
    text = page.app.code[0].value
    assert "Claim flow-hnd-mex (A notice on trafficking, 2020) says: Women from Honduras" in text
    assert "?focus=route:HND~MEX" in text


def test_what_is_typed_is_kept_and_an_unknown_id_offers_the_nearest(nine):
    page = Reading(nine, "about", claim="flow-hnd-mex")
    page.app.text_input(key="report_claim").set_value("flow-mex-max")
    page.run()
    assert page.lines("notice")[0].startswith("No claim has the id “flow-mex-max”.")
    assert opens(page.body) == [{"page": "about", "claim": "flow-mex-mex"}]
    assert not page.app.code


@pytest.mark.parametrize("content", [b"\xff", b"x" * 5_000_000, b"collection,seed\nnine,7\n"])
def test_a_broken_history_of_audits_is_a_sentence_on_the_page(tmp_path, monkeypatch, content):
    folder = shutil.copytree(NINE, tmp_path / "nine")
    (folder / "coding").mkdir()
    (folder / "coding" / "audits.csv").write_bytes(content)
    monkeypatch.setenv(CHOSEN_COLLECTIONS, str(folder))
    body = Reading(load_atlas([folder]), "about").body
    assert "The audits of “nine” are left out, as their files are damaged" in body
    assert "No audit has been scored yet." not in body
