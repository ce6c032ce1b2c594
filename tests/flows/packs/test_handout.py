"""A handout can be read by anybody, holds its evidence, and says the same words whatever they hold."""

import datetime as dt
import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from flows.narrative.cards import Stretch
from flows.packs.chosen_evidence import chosen_evidence, cited_in
from flows.packs.content import pack_of
from flows.packs.handout import handout_bytes
from flows.packs.typesetting import printable, stand_in_note
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from tests.flows.packs.hostile import HOSTILE, UNSEEN
from tests.flows.packs.pdf_text import letters_of, text_of

DAY = dt.date(2026, 11, 21)
EVERYTHING = Request(selection=Selection())
TYPST = [
    "#@*_‹ #set page(fill: red) #panic() $x^2$ `code` \\ <label> [link](javascript:alert(1))",
    "$5,000 to $10,000, ~800 // no comment /* nor this */ = heading - item + item",
    '</script><script>alert("1")</script> & &amp; "quotation" \'marks\' -- --- ...',
]


@pytest.fixture(scope="module")
def pack(nine):
    return pack_of(nine, EVERYTHING, on=DAY)


@pytest.fixture(scope="module")
def pdf(pack):
    return handout_bytes(pack)


@pytest.fixture(scope="module")
def reader(pdf):
    return PdfReader(BytesIO(pdf))


def elements(node):
    """Yield every element of the tree of tags."""
    found = node.get_object()
    if isinstance(found, list):
        for child in found:
            yield from elements(child)
    elif hasattr(found, "get") and ("/S" in found or found.get("/Type") == "/StructTreeRoot"):
        yield found
        if "/K" in found:
            yield from elements(found["/K"])


def tags(reader):
    return list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_it_names_its_profiles_its_language_and_its_title(reader, pack):
    root = reader.trailer["/Root"]
    marks = root["/Metadata"].get_object().get_data().decode()
    assert re.findall(r"<pdfuaid:part>(\d)", marks) == ["1"]
    assert re.findall(r"<pdfaid:part>(\d)</pdfaid:part><pdfaid:conformance>(\w)", marks) == [("2", "A")]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == pack.title
    assert "/OutputIntents" in root


def test_the_map_stands_in_words_too(reader, pack):
    figures = [tag for tag in tags(reader) if tag.get("/S") == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [pack.map.alternative]
    assert "A route leads" in pack.map.alternative


def test_headings_and_lists_are_tagged_as_what_they_are(reader):
    kinds = [tag["/S"] for tag in tags(reader) if "/S" in tag]
    assert kinds.count("/H1") >= 5
    assert kinds.index("/Figure") < kinds.index("/H1")
    assert {"/L", "/LI", "/Lbl", "/LBody", "/P", "/Link"} <= set(kinds)


def test_letters_are_ours_and_inside_and_nothing_runs_or_is_fetched(reader):
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inside = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(inside)
            assert re.search("Atlas(Sans|Serif)", inside["/FontName"])
    raw = repr(reader.trailer["/Root"])
    assert "/JavaScript" not in raw
    assert "/OpenAction" not in raw


def test_every_piece_of_evidence_stands_in_it_with_its_number_and_source(pdf, pack):
    said = text_of(pdf)
    for card in pack.evidence:
        assert letters_of(f"[{card.number}]{card.title}") in said
        assert letters_of(card.source) in said
    for source in pack.sources:
        assert letters_of(source) in said
    for text in (pack.asked, pack.contents, pack.caveat, pack.boundaries, pack.made, pack.provenance):
        assert letters_of(text) in said


def addresses(reader):
    found = (note.get_object() for page in reader.pages for note in page.get("/Annots", ()))
    return {note["/A"]["/URI"] for note in found if "/URI" in note.get("/A", {})}


def test_the_addresses_of_sources_can_be_followed_whole(pack):
    long = f"https://outside.example/{'a' * 60}/page.html"
    cited = replace(
        pack, sources=(f"A document. {long}.", "Another (http://other.example/x)."), evidence=(), findings=()
    )
    assert addresses(PdfReader(BytesIO(handout_bytes(cited)))) == {long, "http://other.example/x"}


def test_the_same_selection_and_day_give_the_same_bytes(pack, pdf):
    assert handout_bytes(pack) == pdf
    assert handout_bytes(replace(pack, date="2026-11-22")) != pdf


def test_of_much_evidence_some_is_printed_for_every_sentence_and_the_rest_is_counted(both_collections):
    pack = pack_of(both_collections, EVERYTHING, on=DAY)
    said = text_of(handout_bytes(pack))
    chosen = chosen_evidence(pack, 120)
    assert letters_of("Of 929 claims 120 are printed here") in said
    for card in chosen:
        assert letters_of(f"[{card.number}]{card.title}") in said
    for finding in pack.findings:
        for sentence in finding.sentences:
            assert letters_of(f"{sentence.text}{cited_in(sentence, chosen)}") in said


@pytest.mark.parametrize("text", [*TYPST, *HOSTILE])
def test_any_text_comes_out_as_it_is_written(pack, text):
    first = replace(
        pack.evidence[0],
        title=text,
        quotation=None,
        statement=[Stretch(text=text)],
        source=text,
        locator=text,
    )
    spoilt = replace(
        pack, title=text, asked=text, caveat=text, evidence=(first, *pack.evidence[1:]), sources=(text,)
    )
    pdf = handout_bytes(spoilt)
    assert text_of(pdf).count(letters_of(text.translate(UNSEEN))) >= 6
    assert letters_of(PdfReader(BytesIO(pdf)).metadata.title) == letters_of(text.translate(UNSEEN))


def test_signs_that_our_letters_lack_are_told_by_their_number_and_unseen_ones_left_out():
    assert printable({"a": ["right \u202eto\u202c left\u200f", ("中", 3, None)]}) == {
        "a": ["right to left", ["[U+4E2D]", 3, None]]
    }
    assert printable("bell\x07 e\u0301 tab\tline\n\ud800") == "bell é tab line "


def test_a_word_longer_than_a_line_stays_on_the_page(pack):
    pdf = handout_bytes(replace(pack, asked="unbroken" * 113))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    rights = [text.get_charbox(number)[2] for number in range(text.count_chars())]
    assert max(rights) < page.get_width()
    assert "unbroken" * 113 in letters_of(text.get_text_bounded()).replace("\u200b", "")


def test_such_signs_harm_no_page_which_says_what_the_numbers_are(pack, pdf):
    spoilt = replace(pack, title="中文 🙂 עברית \u202e\x00", caveat="ő → ▲ ◆ ■ ‹ ›")
    said = text_of(handout_bytes(spoilt))
    assert "[U+4E2D][U+6587]" in said
    assert letters_of("given by their Unicode numbers, such as [U+4E2D].") in said
    assert "Unicodenumbers" not in text_of(pdf)


def test_a_note_is_made_of_the_first_sign_that_is_lacking_and_of_none_otherwise():
    assert stand_in_note({"a": ["plain", ("Ω中", 3, None)]}).endswith("such as [U+03A9].")
    assert stand_in_note({"a": "é e\u0301 \u202e\x00 [U+4E2D] → ‹"}) == ""


def test_a_focus_tells_by_topics_and_a_selection_of_nothing_still_gives_a_page(nine):
    focus = pack_of(nine, Request(selection=Selection(), focus=Focus.from_text("country:MEX")), on=DAY)
    said = text_of(handout_bytes(focus))
    assert all(letters_of(finding.title) in said for finding in focus.findings)
    nothing = Request(selection=Selection(sectors=frozenset({"begging"})))
    assert "Questions" in text_of(handout_bytes(pack_of(nine, nothing, on=DAY)))


def test_a_story_has_each_chapter_with_its_map_its_words_and_its_questions(two_documents):
    story = next(found.story for found in shelf(two_documents) if found.file.id == "five-misreadings")
    pack = pack_of(two_documents, EVERYTHING, story, on=DAY)
    pdf = handout_bytes(pack)
    said = text_of(pdf)
    figures = [tag["/Alt"] for tag in tags(PdfReader(BytesIO(pdf))) if tag.get("/S") == "/Figure"]
    assert figures == [pack.map.alternative, *(chapter.map.alternative for chapter in pack.story.chapters)]
    assert letters_of(story.question.ask) in said
    for chapter in story.chapters:
        assert letters_of(chapter.title) in said
        assert letters_of(chapter.question) in said
