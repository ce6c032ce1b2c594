"""What a briefing pack says: of both shipped collections, of what is in focus, of every shipped story."""

import dataclasses
import datetime as dt

import pytest

from flows.export.stamp import stamp_of
from flows.i18n import language_in_use
from flows.narrative.caveat import caveat
from flows.narrative.findings import findings_of
from flows.packs.content import pack_of
from flows.packs.parts import sentences_joined, words_quoted
from flows.query.focus import Focus
from flows.query.links import Request, parameters_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.stories.shelf import shelf
from geodata.load import load_atlas
from geodata.model.claims import Passage
from tests.flows.made_up import atlas_of, document, flow, note
from tests.flows.packs.hostile import HOSTILE
from tests.laced import PICTURE, lace

DAY = dt.date(2026, 11, 27)
WHOLE = Request(selection=Selection())
MINING = Request(selection=Selection(sectors=frozenset({"mining"})), focus=Focus.from_text("country:PER"))


@pytest.fixture(scope="module")
def whole(both_collections):
    return pack_of(both_collections, WHOLE, on=DAY)


def stories(atlas):
    return [found.story for found in shelf(atlas) if found.story]


def test_a_pack_of_the_whole_says_what_the_page_says(both_collections, whole):
    scene = compose(both_collections, Selection())
    assert whole.title == "Trafficking flows of the Western Hemisphere"
    told = [[said.text for said in finding.sentences] for finding in whole.findings]
    assert told == [[said.text for said in finding.sentences] for finding in findings_of(scene)]
    stamp = stamp_of(both_collections, scene, DAY)
    assert (whole.asked, whole.contents, whole.date) == (stamp.filter, stamp.contents, "2026-11-27")
    assert whole.caveat == caveat()
    assert "Natural Earth" in whole.boundaries
    assert "MIT" in whole.credits
    assert whole.story is None


def test_every_number_leads_to_evidence_and_every_evidence_to_a_source(both_collections, whole):
    assert [card.number for card in whole.evidence] == list(range(1, len(both_collections.claims) + 1))
    numbers = {number for finding in whole.findings for said in finding.sentences for number in said.numbers}
    assert numbers
    assert numbers <= {card.number for card in whole.evidence}
    for card in whole.evidence:
        assert card.citation
        assert card.quotation is None or words_quoted(card)
    assert len(whole.sources) == len({line.casefold() for line in whole.sources}) == 109


def test_silence_is_told_with_what_it_does_not_mean(whole):
    silence = whole.findings[-1]
    assert silence.id == "silence"
    assert silence.uncited.endswith("does not mean that nothing happens.")


def test_the_words_for_the_map_begin_with_what_is_shown_and_tell_the_first_routes(whole):
    assert whole.map.alternative.startswith(whole.map.shown)
    assert whole.map.alternative.endswith("A route leads from Nicaragua to Panama.")


def test_what_is_in_focus_is_told_alone(both_collections):
    pack = pack_of(both_collections, MINING, on=DAY)
    assert (pack.title, pack.asked) == ("Peru", "all forms, in mining, in focus: Peru")
    assert pack.link == "?sectors=mining&focus=country:PER"
    assert {"Inside", "Forms and sectors"} <= {finding.title for finding in pack.findings}
    assert all("PER" in both_collections.claim(card.id).places for card in pack.evidence)
    assert {entry.label for entry in pack.glossary} >= {"Mining", "Stated"}
    assert "Armed groups" not in {entry.label for entry in pack.glossary}


def test_a_place_in_a_tier_comes_with_the_caution(both_collections):
    pack = pack_of(both_collections, Request(selection=Selection(), focus=Focus.from_text("country:CUB")))
    placed = next(finding for finding in pack.findings if finding.id == "tiers")
    assert placed.uncited.startswith("A tier is the U.S. government's own judgment")


@pytest.mark.parametrize(
    "focus", ["finding:forms", "theme:organized_crime", "route:MEX~USA", "region:caribbean"]
)
def test_whatever_can_be_in_focus_has_a_pack(both_collections, focus):
    pack = pack_of(both_collections, Request(selection=Selection(), focus=Focus.from_text(focus)))
    assert pack.title
    assert pack.evidence
    numbers = {number for finding in pack.findings for said in finding.sentences for number in said.numbers}
    assert numbers <= {card.number for card in pack.evidence}


def test_a_selection_of_nothing_says_so(both_collections):
    nothing = Selection(sectors=frozenset({"begging"}), roles=frozenset({"transit"}))
    pack = pack_of(both_collections, Request(selection=nothing), on=DAY)
    assert (pack.evidence, pack.findings, pack.sources) == ((), (), ())
    assert pack.contents == "No claim fits this filter."


def test_links_are_whole_where_the_address_is_known(both_collections):
    pack = pack_of(both_collections, MINING, address="https://atlas.example/")
    assert pack.link == "https://atlas.example/?sectors=mining&focus=country:PER"
    assert pack_of(both_collections, WHOLE, address="https://atlas.example/").link == "https://atlas.example/"


def test_every_shipped_story_is_told_chapter_by_chapter(both_collections):
    found = stories(both_collections)
    assert len(found) == 7
    for story in found:
        pack = pack_of(both_collections, WHOLE, story, on=DAY)
        assert (pack.title, pack.findings) == (story.title, ())
        assert pack.link == f"stories?story={story.id}"
        # What a story cites is no selection of all forms: its map may not be told as one.
        assert pack.map.asked == pack.asked
        assert "all forms" not in pack.map.alternative
        assert [chapter.title for chapter in pack.story.chapters] == [c.title for c in story.chapters]
        assert [chapter.map.bounds for chapter in pack.story.chapters] == [c.bounds for c in story.chapters]
        settled = [chapter.settled for chapter in pack.story.chapters if chapter.settled]
        assert settled == [answer.text for answer in story.question.answers if answer.right]


def test_the_citations_of_a_story_are_numbers_of_its_evidence(both_collections):
    for story in stories(both_collections):
        pack = pack_of(both_collections, WHOLE, story)
        first_seen = []
        for told, chapter in zip(pack.story.chapters, story.chapters, strict=True):
            sentences = [said for paragraph in told.paragraphs for said in paragraph]
            first_seen += [number for said in sentences for number in said.numbers]
            text = " ".join(map(sentences_joined, told.paragraphs))
            assert "[@" not in text
            assert "**" not in text
            assert told.note == chapter.note
            assert parameters_of(told.link.partition("?")[2])["chapter"] == chapter.id
        assert sorted(set(first_seen)) == [card.number for card in pack.evidence]


def test_a_pack_is_the_same_whenever_it_is_made(both_collections, whole):
    assert pack_of(both_collections, WHOLE, on=DAY) == whole
    assert pack_of(load_atlas(), WHOLE, on=DAY).content_hash == whole.content_hash


def test_another_word_in_a_claim_or_a_story_is_another_content(both_collections, whole):
    first, *others = both_collections.claims
    changed = dataclasses.replace(first, statement=f"{first.statement} Changed.")
    other = dataclasses.replace(both_collections, claims=(changed, *others))
    assert pack_of(other, WHOLE, on=DAY).content_hash != whole.content_hash
    file, *rest = both_collections.stories
    story = dataclasses.replace(file, story=dataclasses.replace(file.story, title="Changed"))
    other = dataclasses.replace(both_collections, stories=(story, *rest))
    assert pack_of(other, WHOLE, on=DAY).content_hash != whole.content_hash


def test_whoever_makes_a_pack_goes_on_in_the_language_of_their_own(both_collections):
    before = language_in_use()
    assert pack_of(both_collections, WHOLE, language="xx").language == "xx"
    assert language_in_use() == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_through_unchanged(gazetteer, text):
    paper = document("paper-2020", title=f"Title {text}", text=text)
    claims = (
        flow(
            "HND~MEX",
            statement=text,
            passage=Passage(document="paper-2020", start=0, end=len(text), quote=text),
        ),
        note(statement=text),
    )
    pack = pack_of(atlas_of(gazetteer, *claims, documents=(paper,)), WHOLE, on=DAY)
    assert ["".join(stretch.text for stretch in card.statement) for card in pack.evidence] == [text, text]
    quoted = next(card for card in pack.evidence if card.quotation)
    assert words_quoted(quoted) == text
    assert text in quoted.citation
    assert "".join(text.split()) in "".join(pack.sources[0].split())


def test_a_laced_collection_makes_a_pack(tmp_path):
    pack = pack_of(load_atlas([lace(tmp_path / "laced")]), WHOLE)
    assert any(PICTURE in "".join(stretch.text for stretch in card.statement) for card in pack.evidence)
