"""A lesson takes 45 minutes, asks before it tells, and its sheets say the same as PDF and as DOCX."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from PIL import Image

from flows.packs.content import pack_of
from flows.packs.lesson import lesson_of, shared
from flows.packs.lesson_docx import lesson_docx
from flows.packs.lesson_pdf import lesson_pdf
from flows.packs.outline_map import outline_of
from flows.packs.typesetting import pixels_of
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from tests.flows.packs.hostile import HOSTILE, UNSEEN
from tests.flows.packs.pdf_text import letters_of, pages_of, text_of
from tests.flows.packs.svg import SVG, read_svg

DAY = dt.date(2026, 11, 27)
EVERYTHING = Request(selection=Selection())


def pack_of_story(atlas, name):
    story = next(found.story for found in shelf(atlas) if found.file.id == name)
    return pack_of(atlas, EVERYTHING, story, on=DAY)


@pytest.fixture(scope="module")
def packs(both_collections):
    return [pack_of_story(both_collections, found.file.id) for found in shelf(both_collections)]


@pytest.fixture(scope="module")
def pack(both_collections):
    return pack_of_story(both_collections, "forced-crime")


def test_every_story_makes_a_lesson_of_45_minutes(packs):
    assert len(packs) == 7
    for pack in packs:
        lesson = lesson_of(pack)
        assert sum(step.minutes for step in lesson.steps) == 45
        assert min(step.minutes for step in lesson.steps) >= 2
        assert [step.title for step in lesson.steps[1:-2]] == [
            chapter.title for chapter in pack.story.chapters
        ]
        assert sum(answer.right for answer in lesson.answers) == 1
        assert lesson.settled
        assert lesson.age == pack.story.age
        assert "1-888-373-7888" in lesson.help_line


def test_plan_test_and_worksheet_take_a_page_each(packs):
    for pack in packs:
        pages = pages_of(lesson_pdf(pack))
        assert len(pages) == 4, pack.title
        assert [page[:8] for page in pages[1:3]] == ["Openingt", "Workshee"]
        assert pages[3].startswith("Key")


def test_minutes_are_whole_and_shared_evenly():
    assert shared(22, 5) == [5, 5, 4, 4, 4]
    assert sum(shared(22, 7)) == 22


def test_no_page_before_the_key_gives_an_answer_away(pack):
    lesson = lesson_of(pack)
    *sheets, key = pages_of(lesson_pdf(pack))
    for name in lesson.names:
        assert letters_of(name) in key
        assert letters_of(name) not in sheets[2]
    for asked in lesson.asked:
        assert letters_of(asked.answer) in key
        assert letters_of(asked.answer) not in sheets[2]
    assert letters_of(lesson.settled) not in sheets[1]


def test_routes_to_draw_lead_from_one_numbered_place_to_another(packs):
    for pack in packs:
        lesson = lesson_of(pack)
        assert all("inside" not in sentence for sentence in lesson.routes)
        assert len(lesson.places) == len(lesson.names) <= 12


def test_the_outline_map_is_black_and_white_with_numbers_alone(pack):
    lesson = lesson_of(pack)
    drawing = outline_of(lesson, pack)
    written = [found.text for found in read_svg(drawing.svg).iter(f"{SVG}text")]
    assert written == [str(number) for number in range(1, len(lesson.places) + 1)]
    picture = Image.open(BytesIO(pixels_of(drawing.svg, drawing.sheet.width, drawing.sheet.height)))
    shades = picture.convert("HSV").getcolors(1 << 20)
    assert max(saturation for _count, (_hue, saturation, value) in shades if value > 150) < 60
    assert sum(count for count, (_h, _s, value) in shades if value > 250) > 0.8 * 900 * 560


def words_of(docx):
    document = Document(BytesIO(docx))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return [paragraph.text for paragraph in document.paragraphs] + list(cells)


def test_the_document_says_what_the_pages_say(pack):
    lesson, written = lesson_of(pack), "\n".join(words_of(lesson_docx(pack)))
    for text in (lesson.aim, lesson.age, lesson.warning, lesson.help_line, lesson.question, *lesson.routes):
        assert text in written
    for step in lesson.steps:
        assert step.title in written
        assert step.what in written
    for asked in lesson.asked:
        assert asked.ask in written
        assert asked.answer in written


def test_the_document_is_made_of_headings_and_a_picture_with_words(pack):
    document = Document(BytesIO(lesson_docx(pack)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 4
    [shown] = document.inline_shapes
    assert "Outline map" in shown._inline.docPr.get("descr")
    assert document.core_properties.language == "en-US"
    assert document.tables[0].rows[0]._tr.trPr.xpath("w:tblHeader")


def test_the_steps_have_their_columns_in_every_program_and_the_letters_are_those_of_every_machine(pack):
    content = lesson_docx(pack)
    table = Document(BytesIO(content)).tables[0]
    assert [round(column.width.mm) for column in table.columns] == [20, 50, 100]
    assert not table.autofit
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows)
    with ZipFile(BytesIO(content)) as parts:
        theme = parts.read("word/theme/theme1.xml").decode()
    assert theme.count('typeface="Arial"') >= 2
    assert "Calibri" not in theme


def test_the_same_story_and_day_give_the_same_bytes(pack):
    assert lesson_docx(pack) == lesson_docx(pack)
    assert lesson_pdf(pack) == lesson_pdf(pack)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text(pack, text):
    story = replace(pack.story, title=text, summary=text, age=text)
    spoilt = replace(pack, story=story)
    shown = text.translate({0: 0xFFFD, 7: 0xFFFD, 27: 0xFFFD})
    assert sum(shown in words for words in words_of(lesson_docx(spoilt))) == 3
    pdf = lesson_pdf(spoilt)
    assert len(pypdfium2.PdfDocument(pdf)) >= 4
    assert text_of(pdf).count(letters_of(text.translate(UNSEEN))) >= 2  # the title may go over a page


def test_pages_say_which_signs_they_lack_and_only_then(pack):
    assert "Unicodenumbers" not in text_of(lesson_pdf(pack))
    said = text_of(lesson_pdf(replace(pack, story=replace(pack.story, age="中文"))))
    assert "[U+4E2D][U+6587]" in said
    assert letters_of("given by their Unicode numbers, such as [U+4E2D].") in said


def test_a_selection_is_no_lesson(nine):
    with pytest.raises(ValueError, match="made of a story"):
        lesson_of(pack_of(nine, EVERYTHING, on=DAY))
