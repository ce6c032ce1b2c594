"""The addresses that cite a page and send a pack of it."""

import json

import pytest

from flows.packs.cite import cited_view
from flows.packs.content import pack_of
from flows.packs.formats import PACK_FORMATS, pack_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from geodata.load import default_atlas

MINING = Request(selection=Selection(sectors=frozenset({"mining"})))


def test_a_page_is_cited_by_its_own_link(browser):
    found = browser.get("atlas/cite?sectors=mining&page=&language=en").json()
    expected = cited_view(default_atlas(), MINING, None, "")
    assert (found["citation"], found["embed"]) == (expected.citation, expected.embed)
    assert browser.get(f"atlas/{found['pack']}").status_code == 200


def test_a_chapter_is_cited_where_its_story_is_told_only(browser):
    story = "story=three-roles&chapter=out"
    assert "chapter “Out of the region”" in browser.get(f"atlas/cite?{story}&page=stories").json()["citation"]
    assert "View: all forms." in browser.get(f"atlas/cite?{story}&page=").json()["citation"]


def test_what_a_link_does_not_know_is_left_out(browser):
    found = browser.get("atlas/cite?types=nothing&focus=country:XXX&page=<script>").json()
    assert "View: all forms." in found["citation"]


def test_a_pack_is_sent_as_a_file_that_runs_nothing_here(browser):
    sent = browser.get("atlas/pack.html?sectors=mining&page=&address=https://atlas.example/")
    assert sent.headers["content-type"] == "text/html; charset=utf-8"
    assert sent.headers["content-disposition"].startswith('attachment; filename="trafficking-flows-pack-')
    assert "sandbox" in sent.headers["content-security-policy"]
    assert "https://atlas.example/?sectors=mining" in sent.text


@pytest.mark.parametrize("address", ["javascript:alert(1)//", "https://a.example", f"https://{'a' * 300}/"])
def test_what_is_no_address_of_the_atlas_is_left_out(browser, address):
    sent = browser.get("atlas/pack.html", params={"sectors": "mining", "page": "", "address": address})
    assert sent.status_code == 200
    assert address not in sent.text


def taken(reply):
    """Return the steps that were told, what was said of the file, and the file."""
    steps, rest = [], reply.content
    while True:
        line, _end, rest = rest.partition(b"\n")
        told = json.loads(line)
        if "size" in told:
            return steps, told, rest
        steps.append(told["step"])


def test_a_pack_is_made_with_its_steps_before_it(browser):
    reply = browser.get("atlas/pack?format=svg&sectors=mining&address=https://atlas.example/")
    steps, told, content = taken(reply)
    assert steps == ["Waiting for its turn", "Gathering what the documents say", "Drawing the map"]
    assert told == {"size": len(content), "type": PACK_FORMATS["svg"].media_type}
    pack = pack_of(default_atlas(), MINING, address="https://atlas.example/")
    assert content == pack_bytes("svg", pack)
    # Held back by nobody on the way: each step is for now.
    assert (reply.headers["content-encoding"], reply.headers["x-accel-buffering"]) == ("identity", "no")


def test_a_pack_of_a_story_is_asked_for_by_its_id(browser):
    steps, _told, content = taken(browser.get("atlas/pack?format=html&page=stories&story=five-misreadings"))
    assert steps[-1] == "Writing the file"
    assert b"Five ways to misread this map" in content


@pytest.mark.parametrize(
    "asked", ["", "format=doc", "format=lesson", "format=lesson&page=stories&story=none"]
)
def test_what_is_no_pack_is_not_made(browser, asked):
    assert browser.get(f"atlas/pack?{asked}").status_code == 404
