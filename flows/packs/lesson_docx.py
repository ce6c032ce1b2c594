"""The sheets of a lesson as a Word document that a teacher can change."""

import datetime as dt
import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from flows.i18n import translate as _
from flows.packs.content import Pack
from flows.packs.lesson import Lesson, lesson_of
from flows.packs.lesson_words import lesson_words, settled_line
from flows.packs.outline_map import outline_of
from flows.packs.steps import Tell, drawing_map, setting_text, untold
from flows.packs.text_measure import TYPEFACE
from flows.packs.timeless_zip import without_times
from flows.packs.typesetting import pixels_of
from flows.packs.xml_text import xml_text

# Pixels of a printed outline map for one of its drawing: some 300 to the inch across a page.
_SHARP = 2.25
_PAGE, _MARGIN = (Mm(210), Mm(297)), Mm(20)
_TEXT = Mm(170)
_SMALL = Pt(9)
# The columns of the table of steps.
_COLUMNS = (Mm(20), Mm(50), Mm(100))
_LINE = "_" * 78
# The typefaces of python-docx's own template.
_THEIRS = re.compile('typeface="(?:Calibri|Cambria)"')
_BOX = "☐ "
# What checks spelling wants to know of English: the words are those of documents of the United States.
_SPELLED_AS = {"en": "en-US"}


def lesson_docx(pack: Pack, tell: Tell = untold) -> bytes:
    """Write the lesson of a story's pack; the same pack gives the same bytes, one of no story ValueError."""
    tell(drawing_map())
    lesson, words = lesson_of(pack), lesson_words()
    drawing = outline_of(lesson, pack)
    outline = pixels_of(drawing.svg, drawing.sheet.width, drawing.sheet.height, scale=_SHARP)
    tell(setting_text())
    sheets = _Sheets(lesson)
    _add_plan(sheets, lesson, words)
    _add_test(sheets, lesson, words)
    _add_worksheet(sheets, lesson, words, outline)
    _add_key(sheets, lesson, words)
    return sheets.content()


class _Sheets:
    """A document that is written from top to bottom; python-docx has types only in part."""

    def __init__(self, lesson: Lesson) -> None:
        self._document: Any = Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = _PAGE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        section.footer.paragraphs[0].text = xml_text(lesson.made)
        self._name(lesson)
        self._document.styles["Normal"].paragraph_format.space_after = Pt(5)
        self._wear(TYPEFACE)

    def _wear(self, typeface: str) -> None:
        """Set the template in a typeface that every machine has, or one of its widths."""
        part: Any = self._document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        part._blob = _THEIRS.sub(f'typeface="{typeface}"', part.blob.decode("utf-8")).encode()  # noqa: SLF001 — no other way

    def _name(self, lesson: Lesson) -> None:
        facts = self._document.core_properties
        spelled = _SPELLED_AS.get(lesson.language, lesson.language)
        facts.title, facts.author = xml_text(lesson.title)[:255], _("Trafficking flows atlas")
        facts.language, facts.comments = spelled, ""
        facts.created = facts.modified = dt.datetime.fromisoformat(f"{lesson.date}T12:00:00")
        defaults = self._document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        defaults.set(qn("w:val"), spelled)

    def heading(self, words: str, level: int, *, on_new_page: bool = False) -> None:
        made = self._document.add_heading(xml_text(words), level)
        made.paragraph_format.page_break_before = on_new_page

    def text(self, *runs: str) -> None:
        """Add a paragraph: its runs are strong and plain in turn, where there are several."""
        made = self._document.add_paragraph()
        for number, words in enumerate(runs):
            made.add_run(xml_text(words)).bold = len(runs) > 1 and number % 2 == 0

    def item(self, words: str) -> None:
        """Add a line of a list that is looked up rather than read."""
        made = self._document.add_paragraph(style="List Bullet")
        made.add_run(xml_text(words)).font.size = _SMALL
        made.paragraph_format.space_after = Pt(2)

    def lines(self, count: int) -> None:
        for _line in range(count):
            self.text(_LINE)

    def table(self, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        made = self._document.add_table(rows=0, cols=len(_COLUMNS), style="Table Grid")
        made.autofit = False
        # A program that does not measure the cells goes by these.
        for column, width in zip(made.columns, _COLUMNS, strict=True):
            column.width = width
        for number, row in enumerate((head, *rows)):
            for cell, words, width in zip(made.add_row().cells, row, _COLUMNS, strict=True):
                cell.width = width
                cell.paragraphs[0].add_run(xml_text(words)).bold = number == 0
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        for row in made.rows:  # none goes over a page
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 — no other way
        # Read out above each page of the table, and by a screen reader before each cell.
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 — no other way

    def picture(self, png: bytes, alternative: str) -> None:
        shown = self._document.add_picture(BytesIO(png), width=_TEXT)
        shown._inline.docPr.set("descr", xml_text(alternative))  # noqa: SLF001 — no other way

    def content(self) -> bytes:
        written = BytesIO()
        self._document.save(written)
        return without_times(written.getvalue())


def _add_plan(sheets: _Sheets, lesson: Lesson, words: dict[str, str]) -> None:
    sheets.heading(lesson.title, 0)
    sheets.heading(words["lesson"], 1)
    sheets.text(f"{words['aim']}. ", lesson.aim)
    sheets.text(f"{words['before']} ", lesson.age)
    sheets.text(lesson.warning)
    sheets.text(lesson.help_line)
    sheets.text(f"{words['needed']}. ", lesson.needed)
    sheets.heading(words["steps"], 2)
    steps = ((str(step.minutes), step.title, step.what) for step in lesson.steps)
    sheets.table((words["minutes"], words["step"], words["what"]), steps)
    sheets.text(lesson.caveat)


def _add_test(sheets: _Sheets, lesson: Lesson, words: dict[str, str]) -> None:
    sheets.heading(words["test"], 1, on_new_page=True)
    sheets.text(_name_and_date(words))
    sheets.text(lesson.question)
    _add_answers(sheets, lesson)
    sheets.text(words["why"])
    sheets.lines(3)
    sheets.heading(words["after"], 2)
    sheets.text(words["again"])
    _add_answers(sheets, lesson)
    sheets.text(words["because"])
    sheets.lines(4)


def _add_answers(sheets: _Sheets, lesson: Lesson) -> None:
    for answer in lesson.answers:
        sheets.text(f"{_BOX}{answer.text}")


def _name_and_date(words: dict[str, str]) -> str:
    return f"{words['name']} {'_' * 45}  {words['day']} {'_' * 15}"


def _add_worksheet(sheets: _Sheets, lesson: Lesson, words: dict[str, str], outline: bytes) -> None:
    sheets.heading(words["worksheet"], 1, on_new_page=True)
    sheets.text(_name_and_date(words))
    sheets.text("1. ", words["numbers"] if lesson.places else words["shade"])
    if lesson.places:
        sheets.text(
            "   ".join(f"{number}.\u00a0{'_' * 20}" for number, _place in enumerate(lesson.places, start=1))
        )
    if lesson.routes:
        sheets.text("2. ", words["draw"])
    sheets.picture(outline, words["outline"])
    sheets.text(words["islands"])
    for number, asked in enumerate(lesson.asked, start=_first_question(lesson)):
        sheets.text(f"{number}. ", asked.ask)
        sheets.lines(asked.lines)


def _first_question(lesson: Lesson) -> int:
    return 3 if lesson.routes else 2


def _add_key(sheets: _Sheets, lesson: Lesson, words: dict[str, str]) -> None:
    sheets.heading(words["key"], 1, on_new_page=True)
    sheets.heading(words["test"], 2)
    for answer in lesson.answers:
        if answer.right:
            sheets.text(f"{answer.text}. ", settled_line(lesson))
    sheets.heading(words["worksheet"], 2)
    named = ", ".join(f"{number} {name}" for number, name in enumerate(lesson.names, start=1))
    sheets.text("1. ", f"{named}." if named else words["own"])
    if lesson.routes:
        sheets.text("2. ", " ".join(lesson.routes))
    for number, asked in enumerate(lesson.asked, start=_first_question(lesson)):
        sheets.text(f"{number}. ", asked.answer)
    sheets.heading(words["sources"], 2)
    for source in lesson.sources:
        sheets.item(source)
    sheets.text(f"{words['link']} ", lesson.link)
