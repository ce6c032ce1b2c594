"""The formats of briefing packs: one list for the page and the command line, each imported when used."""

from collections.abc import Callable, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from types import MappingProxyType

from flows.i18n import translate as _
from flows.i18n import use_language
from flows.packs.content import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFormat:
    """Say how files of a format are called and what they are, and write one.

    ``write`` imports what it needs when it is called: none of it is there when the page starts. ``label``
    and ``purpose`` are called for the words of the language in use. ``of_story`` is true where nothing but
    a guided story can be written so.
    """

    extension: str
    media_type: str
    write: Callable[[Pack], bytes]
    label: Callable[[], str]
    purpose: Callable[[], str]
    of_story: bool = False


def _pptx(pack: Pack) -> bytes:
    from flows.packs.pptx_file import pptx_bytes

    return pptx_bytes(pack)


def _html(pack: Pack) -> bytes:
    from flows.packs.html_file import html_bytes

    return html_bytes(pack)


def _pdf(pack: Pack) -> bytes:
    from flows.packs.handout import handout_bytes

    return handout_bytes(pack)


def _png(pack: Pack) -> bytes:
    from flows.packs.picture_of_pack import pack_png

    return pack_png(pack)


def _svg(pack: Pack) -> bytes:
    from flows.packs.picture_of_pack import pack_svg

    return pack_svg(pack)


def _lesson_pdf(pack: Pack) -> bytes:
    from flows.packs.lesson_pdf import lesson_pdf

    return lesson_pdf(pack)


def _lesson_docx(pack: Pack) -> bytes:
    from flows.packs.lesson_docx import lesson_docx

    return lesson_docx(pack)


# By the name that the command line takes, in the order in which the page lists them.
PACK_FORMATS: Mapping[str, PackFormat] = MappingProxyType(
    {
        "html": PackFormat(
            extension="html",
            media_type="text/html",
            write=_html,
            label=lambda: _("Page (HTML)"),
            purpose=lambda: _("Map, findings and evidence in one file that needs no network"),
        ),
        "pptx": PackFormat(
            extension="pptx",
            media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            write=_pptx,
            label=lambda: _("Slides (PPTX)"),
            purpose=lambda: _("Map, findings, chapters and sources as text to edit; notes for the speaker"),
        ),
        "pdf": PackFormat(
            extension="pdf",
            media_type="application/pdf",
            write=_pdf,
            label=lambda: _("Handout (PDF)"),
            purpose=lambda: _("Map, findings, quotations with their sources, questions and terms, to print"),
        ),
        "png": PackFormat(
            extension="png",
            media_type="image/png",
            write=_png,
            label=lambda: _("Picture (PNG)"),
            purpose=lambda: _("The map with its key and sources, 3,840 pixels wide"),
        ),
        "svg": PackFormat(
            extension="svg",
            media_type="image/svg+xml",
            write=_svg,
            label=lambda: _("Drawing (SVG)"),
            purpose=lambda: _("The same map as shapes and letters, to change"),
        ),
        "lesson": PackFormat(
            extension="pdf",
            media_type="application/pdf",
            write=_lesson_pdf,
            label=lambda: _("Lesson (PDF)"),
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
            purpose=lambda: _("The same sheets as text to change"),
            of_story=True,
        ),
    }
)


def pack_bytes(name: str, pack: Pack) -> bytes:
    """Write a pack in the format ``name``, in the language of the pack."""

    def written() -> bytes:
        use_language(pack.language)
        return PACK_FORMATS[name].write(pack)

    return copy_context().run(written)


def pack_file_name(name: str, date: str, part: str) -> str:
    """Return what a pack of the format ``name`` is called; ``part`` says of what, such as "all"."""
    kind = "lesson" if PACK_FORMATS[name].of_story else "pack"
    return f"trafficking-flows-{kind}-{part}-{date}.{PACK_FORMATS[name].extension}"
