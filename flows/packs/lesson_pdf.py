"""The sheets of a lesson as PDF."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from flows.i18n import translate as _
from flows.packs.content import Pack
from flows.packs.lesson import Lesson, lesson_of
from flows.packs.lesson_words import lesson_words
from flows.packs.outline_map import outline_of
from flows.packs.steps import Tell, drawing_map, setting_text, untold
from flows.packs.typesetting import pdf_bytes, printable, stand_in_note
from flows.palette import read_palette


def lesson_pdf(pack: Pack, tell: Tell = untold) -> bytes:
    """Set the lesson of a story's pack as PDF; ValueError for a pack of no story."""
    tell(drawing_map())
    lesson = lesson_of(pack)
    pictures = {"outline": outline_of(lesson, pack).svg}
    tell(setting_text())
    said = _said(lesson)
    written = printable(said | {"lacking": stand_in_note(said)})
    return pdf_bytes("lesson", written, pictures, dt.date.fromisoformat(lesson.date))


def _said(lesson: Lesson) -> dict[str, Any]:
    return asdict(lesson) | {
        "author": _("Trafficking flows atlas"),
        "description": lesson.aim,
        "settled": _("Settled by the chapter “{title}”.").format(title=lesson.settled)
        if lesson.settled
        else "",
        "words": lesson_words(),
        "colours": dict(read_palette().light),
    }
