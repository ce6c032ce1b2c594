"""The pack as one HTML file: small, the same each time, and whatever a text holds it stays text."""

import datetime as dt
import gzip
import json
import re
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from flows.maps.marks_file import marks_of
from flows.maps.pack_template import TEMPLATE, make_template
from flows.packs.content import pack_of
from flows.packs.formats import pack_bytes
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from geodata.load import load_atlas
from geodata.model.claims import Passage
from tests.flows.made_up import atlas_of, document, flow, note
from tests.flows.packs.hostile import HOSTILE
from tests.laced import PICTURE, SCRIPT, lace

DAY = dt.date(2026, 11, 27)
WHOLE = Request(selection=Selection())
LARGEST = 1_600_000  # bytes
# The pack's data, three packed files, the scripts of the pack, of Leaflet, of the map, folium's two.
SCRIPTS = 9


class Read(HTMLParser):
    """Gather the elements of a page, with what stands in them as text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.said = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, text):
        self.said.append(text)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self):
        return "".join(self.said)


def written(atlas, request=WHOLE, story=None, **how):
    return pack_bytes("html", pack_of(atlas, request, story, on=DAY, **how)).decode()


@pytest.fixture(scope="module")
def whole(both_collections):
    return written(both_collections)


def test_the_kept_page_is_what_folium_writes_now():
    again = "Write it anew: python -m flows.maps.pack_template"
    assert TEMPLATE.read_text(encoding="utf-8") == make_template(), again


def test_both_collections_fit_into_a_mail_with_every_story(both_collections, whole):
    packs = [written(both_collections, story=found.story) for found in shelf(both_collections)]
    assert max(len(page.encode()) for page in (whole, *packs)) <= LARGEST


def test_a_pack_asks_nothing_of_anyone(whole):
    page = Read(whole)
    assert [tag for tag, found in page.elements if "src" in found] == []
    assert page.all("link") == []
    assert whole.index('<meta charset="utf-8">') < 1024
    assert "default-src 'none'" in page.all("meta")[1]["content"]
    assert re.findall(r"url\(\"?(?:https?:|/)[^)]*", page.text) == []


def test_a_pack_is_the_same_each_time(both_collections, whole):
    assert written(both_collections) == whole


def test_every_claim_has_its_card_and_the_pack_its_numbers(both_collections, whole):
    cards = [found for found in Read(whole).all("article") if "data-claim" in found]
    assert {card["data-claim"] for card in cards} == {claim.id for claim in both_collections.claims}
    assert [int(card["data-number"]) for card in cards] == list(range(1, len(cards) + 1))


def test_a_pack_of_a_selection_numbers_its_own_claims_alone(both_collections):
    mining = Request(selection=Selection(sectors=frozenset({"mining"})), focus=Focus.from_text("country:PER"))
    page = Read(written(both_collections, mining, address="https://atlas.example/"))
    cards = [found for found in page.all("article") if "data-claim" in found]
    own = {card["data-claim"] for card in cards if "data-number" in card}
    assert own == {card.id for card in pack_of(both_collections, mining).evidence}
    assert len(cards) == len(both_collections.claims)
    assert "all forms, in mining, in focus: Peru" in page.text
    assert "version" in page.text
    assert "2026-11-27" in page.text
    assert "https://atlas.example/?sectors=mining&focus=country:PER" in page.text


def test_every_number_of_a_finding_opens_a_card(whole):
    page = Read(whole)
    numbers = {card["data-number"] for card in page.all("article") if "data-number" in card}
    opened = [
        found["data-pack-numbers"].split() for found in page.all("button") if "data-pack-numbers" in found
    ]
    assert opened
    assert {number for found in opened for number in found} <= numbers


def test_the_data_inside_is_that_of_the_map(both_collections, whole):
    packed = re.search(r'id="atlas-marks">([^<]*)<', whole)[1]
    assert gzip.decompress(b64decode(packed)) == marks_of(both_collections).body


def test_a_story_is_told_with_its_chapters(both_collections):
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    page = written(both_collections, story=story)
    data = json.loads(re.search(r'id="atlas-pack">([^<]*)<', page)[1])
    assert [chapter["id"] for chapter in data["story"]["chapters"]] == [found.id for found in story.chapters]
    assert "data-atlas-open" not in page  # nothing of the app around it


def test_what_is_folded_away_on_the_page_is_folded_here(both_collections):
    assert "folded away. Open it" not in written(both_collections)
    assert "folded away. Open it" in written(both_collections, Request(selection=Selection(), fold=True))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(gazetteer, text):
    paper = document("paper-2020", title=f"Title {text}", text=text)
    passage = Passage(document="paper-2020", start=0, end=len(text), quote=text)
    claims = (flow("HND~MEX", statement=text, passage=passage), note(statement=text))
    page = Read(written(atlas_of(gazetteer, *claims, documents=(paper,))))
    assert page.text.count(text.replace("\x00", "\ufffd")) >= 3  # a statement each, and the quotation
    assert "\x00" not in page.text
    assert page.all("img") == []
    assert len(page.all("script")) == SCRIPTS


def test_a_laced_collection_and_its_focus_stay_text(tmp_path):
    atlas = load_atlas([lace(tmp_path / "laced")])
    for focus in ("", "country:MEX"):
        page = Read(written(atlas, Request(selection=Selection(), focus=Focus.from_text(focus))))
        assert PICTURE in page.text
        assert SCRIPT in page.text
        assert page.all("img") == []
        assert len(page.all("script")) == SCRIPTS
