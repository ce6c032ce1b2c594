"""The slides of a pack as a file: native text that fits, speaker notes, alternative texts, the same bytes."""

import dataclasses
import datetime as dt
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from flows.packs import pptx_file
from flows.packs.content import pack_of
from flows.packs.parts import sentences_joined
from flows.packs.pptx_file import pptx_bytes
from flows.packs.slide_pages import height_of
from flows.packs.text_measure import Paragraph, Run
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from geodata.model.claims import Passage
from tests.flows.made_up import atlas_of, document, flow, note
from tests.flows.packs.hostile import HOSTILE

DAY = dt.date(2026, 11, 27)
WHOLE = Request(selection=Selection())
BRAZIL = Request(selection=Selection(), focus=Focus.from_text("country:BRA"))
NOTHING = Request(selection=Selection(sectors=frozenset({"begging"}), roles=frozenset({"transit"})))


def opened(pack):
    return Presentation(BytesIO(pptx_bytes(pack)))


def titles(deck):
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def texts(deck):
    """All that stands on the slides, a slide's paragraphs in a line."""
    frames = (slide.placeholders[1].text_frame for slide in deck.slides)
    return "".join(f"{paragraph.text}" for frame in frames for paragraph in frame.paragraphs)


def overflowing(deck):
    """Name the shapes whose text is higher than they are, measured anew from what is in the file."""
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                told = [
                    Paragraph(
                        runs=tuple(Run(text=run.text, bold=bool(run.font.bold)) for run in written.runs),
                        size=written.runs[0].font.size.pt,
                        space=written.space_before.pt,
                    )
                    for written in shape.text_frame.paragraphs
                    if written.runs
                ]
                if height_of(told, shape.width / Pt(1)) > shape.height / Pt(1) + 0.01:
                    yield number, shape.name
            if shape.left < 0 or shape.left + shape.width > deck.slide_width or shape.top < 0:
                yield number, f"{shape.name} is off the slide"
            if shape.top + shape.height > deck.slide_height:
                yield number, f"{shape.name} is below the slide"


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """A painter that is quick and remembers what it was asked for."""
    asked = []

    def paint(shown, *, width, height, dots_an_inch):
        asked.append(shown)
        png = BytesIO()
        Image.new("RGB", (round(width), round(height)), "white").save(png, "PNG")
        return png.getvalue()

    monkeypatch.setattr(pptx_file, "picture", paint)
    return asked


@pytest.mark.parametrize("request_", [WHOLE, BRAZIL, NOTHING], ids=["whole", "focus", "nothing"])
def test_findings_sources_and_caveats_are_native_text_that_fits(both_collections, drawn, request_):
    pack = pack_of(both_collections, request_, on=DAY)
    deck = opened(pack)
    assert list(overflowing(deck)) == []
    found = titles(deck)
    assert found[:3] == [pack.title, "Map", "What is shown"]
    assert found[-1] == "What the map cannot say"
    text = texts(deck)
    link = pack.link if "?" in pack.link else "its first page"
    for said in (pack.asked, pack.made, link, pack.caveat, pack.boundaries, *pack.sources):
        assert said in text
    for finding in pack.findings:
        for said in finding.sentences:
            assert said.text in text
    assert len(drawn) == 1


def test_every_number_on_a_slide_is_among_its_evidence(both_collections):
    deck = opened(pack_of(both_collections, WHOLE, on=DAY))
    evidence = [
        paragraph.text
        for slide in deck.slides
        if slide.shapes.title.text_frame.text.startswith("Evidence")
        for paragraph in slide.placeholders[1].text_frame.paragraphs
    ]
    assert sum(line.startswith("[") for line in evidence) == 24
    assert evidence[-1] == "905 more claims are in the atlas."


def test_a_story_has_a_slide_a_chapter_with_its_map_and_its_notes(both_collections, drawn):
    for story in (found.story for found in shelf(both_collections) if found.story):
        drawn.clear()
        pack = pack_of(both_collections, WHOLE, story, on=DAY)
        deck = opened(pack)
        assert list(overflowing(deck)) == []
        slides = dict(zip(titles(deck), deck.slides, strict=True))
        for chapter in pack.story.chapters:
            slide = slides[f"{chapter.number}. {chapter.title}"]
            frame = slide.placeholders[1].text_frame
            assert [paragraph.text for paragraph in frame.paragraphs][: len(chapter.paragraphs)] == [
                sentences_joined(paragraph) for paragraph in chapter.paragraphs
            ]
            notes = slide.notes_slide.notes_text_frame.text
            assert chapter.note in notes
            assert chapter.link in notes
            (shown,) = [shape for shape in slide.shapes if shape.name == "Map"]
            assert shown._element.nvPicPr.cNvPr.get("descr") == chapter.map.alternative
        assert drawn == [pack.map, *(chapter.map for chapter in pack.story.chapters)]


def test_the_map_is_a_picture_of_300_dots_an_inch(both_collections, monkeypatch):
    monkeypatch.undo()
    deck = opened(pack_of(both_collections, BRAZIL, on=DAY))
    (shown,) = [shape for slide in deck.slides for shape in slide.shapes if shape.name == "Map"]
    with Image.open(BytesIO(shown.image.blob)) as picture:
        assert picture.width >= shown.width / Pt(72) * 299
        assert picture.height >= shown.height / Pt(72) * 299
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 50


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text_and_fit(gazetteer, text):
    paper = document("paper-2020", title=f"Title {text}", text=text)
    passage = Passage(document="paper-2020", start=0, end=len(text), quote=text)
    claims = (flow("HND~MEX", statement=text, passage=passage), note(statement=text))
    pack = pack_of(atlas_of(gazetteer, *claims, documents=(paper,)), WHOLE, on=DAY)
    deck = opened(dataclasses.replace(pack, title=text))
    assert list(overflowing(deck)) == []
    shown = text.translate({0: 0xFFFD, 7: 0xFFFD, 27: 0xFFFD})
    assert texts(deck).count(shown) >= 4
    assert deck.core_properties.title == shown[:255]


def test_a_hostile_chapter_stays_text_and_fits(both_collections):
    story = shelf(both_collections)[0].story
    for text in HOSTILE:
        chapter = dataclasses.replace(story.chapters[0], title=text, note=text, question=text)
        told = dataclasses.replace(story, chapters=(chapter,), summary=text)
        deck = opened(pack_of(both_collections, WHOLE, told, on=DAY))
        assert list(overflowing(deck)) == []
        shown = text.translate({0: 0xFFFD, 7: 0xFFFD, 27: 0xFFFD})
        assert texts(deck).count(shown) >= 2
        assert any(
            shown in slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide
        )


def test_the_same_pack_gives_the_same_bytes_and_no_time_of_day(both_collections):
    pack = pack_of(both_collections, BRAZIL, on=DAY)
    content = pptx_bytes(pack)
    assert pptx_bytes(pack) == content
    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in parts.namelist())
    about = Presentation(BytesIO(content)).core_properties
    assert about.created == about.modified == dt.datetime(2026, 11, 27)  # noqa: DTZ001 — the file names no zone
    assert (about.title, about.identifier) == ("Brazil", pack.content_hash)


def test_only_links_of_the_web_can_be_followed(both_collections):
    for address, followed in (("https://atlas.example/", 2), ("javascript:alert(1)//", 0), ("", 0)):
        deck = opened(pack_of(both_collections, BRAZIL, on=DAY, address=address))
        runs = [
            run
            for slide in deck.slides
            for paragraph in slide.placeholders[1].text_frame.paragraphs
            for run in paragraph.runs
        ]
        assert sum(run.hyperlink.address is not None for run in runs) == followed
