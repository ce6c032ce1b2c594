"""The formats of briefing packs: one list for the page and the command line, each imported when used."""

from collections.abc import Callable, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from types import MappingProxyType

from flows.i18n import translate as _
from flows.i18n import use_language
from flows.packs.content import Pack
from flows.packs.steps import Tell, untold


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFormat:
    """Say how files of a format are called and what they are, and write one.

    ``write`` imports what it needs when it is called: none of it is there when the page starts. ``label``,
    ``making`` and ``purpose`` are called for the words of the language in use. ``of_story`` is true where
    nothing but a guided story can be written so.
    """

    extension: str
    media_type: str
    write: Callable[[Pack, Tell], bytes]
    label: Callable[[], str]
    making: Callable[[], str]
    purpose: Callable[[], str]
    of_story: bool = False


def _pptx(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.pptx_file import pptx_bytes

    return pptx_bytes(pack, tell)


def _html(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.html_file import html_bytes

    return html_bytes(pack, tell)


def _pdf(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.handout import handout_bytes

    return handout_bytes(pack, tell)


def _png(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.picture_of_pack import pack_png

    return pack_png(pack, tell)


def _svg(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.picture_of_pack import pack_svg

    return pack_svg(pack, tell)


def _lesson_pdf(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.lesson_pdf import lesson_pdf

    return lesson_pdf(pack, tell)


def _lesson_docx(pack: Pack, tell: Tell) -> bytes:
    from flows.packs.lesson_docx import lesson_docx

    return lesson_docx(pack, tell)


# By the name that the command line takes, in the order in which the page lists them.
PACK_FORMATS: Mapping[str, PackFormat] = MappingProxyType(
    {
        "html": PackFormat(
            extension="html",
            media_type="text/html",
            write=_html,
            label=lambda: _("Page (HTML)"),
            making=lambda: _("Making the page …"),
            purpose=lambda: _("Map, findings and evidence in one file that needs no network"),
        ),
        "pptx": PackFormat(
            extension="pptx",
            media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            write=_pptx,
            label=lambda: _("Slides (PPTX)"),
            making=lambda: _("Making the slides …"),
            purpose=lambda: _("Map, findings, chapters and sources as text to edit; notes for the speaker"),
        ),
        "pdf": PackFormat(
            extension="pdf",
            media_type="application/pdf",
            write=_pdf,
            label=lambda: _("Handout (PDF)"),
            making=lambda: _("Making the handout …"),
            purpose=lambda: _("Map, findings, quotations with their sources, questions and terms, to print"),
        ),
        "png": PackFormat(
            extension="png",
            media_type="image/png",
            write=_png,
            label=lambda: _("Picture for a slide (PNG)"),
            making=lambda: _("Making the picture …"),
            purpose=lambda: _("The map with its key, filter, day, caveat and sources, 3,840 × 2,160 pixels"),
        ),
        "svg": PackFormat(
            extension="svg",
            media_type="image/svg+xml",
            write=_svg,
            label=lambda: _("Drawing to change (SVG)"),
            making=lambda: _("Making the drawing …"),
            purpose=lambda: _("The same picture as shapes and letters, for a drawing program or a slide"),
        ),
        "lesson": PackFormat(
            extension="pdf",
            media_type="application/pdf",
            write=_lesson_pdf,
            label=lambda: _("Lesson (PDF)"),
            making=lambda: _("Making the lesson …"),
            purpose=lambda: _(
                "45 minutes for a class: plan, opening test, worksheet with an outline map, key"
            ),
            of_story=True,
        ),
        "lesson-docx": PackFormat(
            extension="docx",
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            write=_lesson_docx,
            label=lambda: _("Lesson (DOCX)"),
            making=lambda: _("Making the lesson …"),
            purpose=lambda: _("The same sheets as text to change"),
            of_story=True,
        ),
    }
)


def pack_bytes(name: str, pack: Pack, tell: Tell = untold) -> bytes:
    """Write a pack in the format ``name``, in the language of the pack; ``tell`` is told each step."""

    def written() -> bytes:
        use_language(pack.language)
        return PACK_FORMATS[name].write(pack, tell)

    return copy_context().run(written)


def pack_file_name(name: str, date: str, part: str) -> str:
    """Return what a pack of the format ``name`` is called; ``part`` says of what, such as "all"."""
    kind = "lesson" if PACK_FORMATS[name].of_story else "pack"
    return f"trafficking-flows-{kind}-{part}-{date}.{PACK_FORMATS[name].extension}"
