"""Text with HTML or script in any field of a claim is shown as text."""

import re
from dataclasses import replace

import pytest

from flows.narrative.cards import card_html
from geodata.model.atlas import Collection
from geodata.model.claims import Passage
from geodata.model.documents import EditorialMark
from tests.app.explore import seen
from tests.flows.made_up import COLLECTION, atlas_of, document, flow, hotspot, note, role

HOSTILE = "<img src=x onerror='alert(1)'>\"</p></article><script>alert(2)</script>"
TEXT = f"Before {HOSTILE} the words {HOSTILE} and after {HOSTILE}."
START = TEXT.index("the words")
# Elements that our own page writes; a hostile one would be another, or carry a handler.
FOREIGN = re.compile(r"<(?:img|script|svg|iframe)\b", re.IGNORECASE)


@pytest.fixture
def hostile(gazetteer):
    paper = document(
        "paper-2020",
        title=HOSTILE,
        author=HOSTILE,
        publisher=f"{HOSTILE} Press",
        url=f"https://example.org/{HOSTILE}",
        text=TEXT,
        editorial=(EditorialMark(position=0, mark=HOSTILE),),
    )
    end = START + len(f"the words {HOSTILE}")
    words = Passage(document="paper-2020", start=START, end=end, quote=TEXT[START:end])
    mexico = replace(gazetteer["MEX"], name=HOSTILE, names={})
    claims = (
        flow("HND~MEX", statement=HOSTILE, passage=words),
        role("MEX", statement=HOSTILE),
        hotspot("PE-MDD", HOSTILE, id="spot", statement=HOSTILE),
        note(statement=HOSTILE, id="note-x"),
    )
    atlas = atlas_of(gazetteer.with_places([mexico]), *claims, documents=(paper,))
    return replace(atlas, collections={COLLECTION: Collection(name=COLLECTION, title=HOSTILE)})


def test_a_card_shows_every_field_as_text(hostile):
    for claim in hostile.claims:
        card = card_html(hostile, claim, 1)
        assert FOREIGN.search(card) is None
        assert seen(card).count(HOSTILE) >= 3
    assert TEXT[START:] in seen(card_html(hostile, hostile.claims[0], 1))


def test_a_copied_citation_is_whole(hostile):
    (copied,) = re.findall(r'data-atlas-copy="([^"]*)"', card_html(hostile, hostile.claims[1], 1))
    assert seen(copied).startswith(f"{HOSTILE} (2020). {HOSTILE}.")


@pytest.mark.parametrize(
    "link",
    [
        "",
        f"places=MEX&documents=paper-2020&collections={COLLECTION}",
        "focus=country:MEX",
        "focus=route:HND~MEX",
        "focus=note:note-x",
        "focus=country:PER",
    ],
)
def test_lists_stories_and_sentences_show_it_as_text(page_on, hostile, link):
    page = page_on(hostile, link)
    assert [body for body in page.html if FOREIGN.search(body)] == []
    assert any(HOSTILE in seen(body) for body in page.html)


def test_a_link_shows_as_text(page_on, hostile):
    page = page_on(hostile, "types=%3Cimg%20src=x%3E&%3Cscript%3E=1")
    (line,) = page.lines("notice")
    assert line.endswith("left out: types=<img src=x>, <script>=1.")
    assert [body for body in page.html if FOREIGN.search(body)] == []
