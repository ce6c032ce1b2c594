"""Setting pages with typst: our own fonts, no other files, and every text handed over as data."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from flows.asset_urls import ASSETS
from flows.i18n import translate as _

_FONTS = ASSETS / "fonts" / "print"
_PAGES = ASSETS / "print"
_POINTS = 72
# How a drawing names its letters. In a text of it the quotation marks would be written otherwise.
_OF_BROWSERS, _OF_PRINT = (f'font-family="&quot;{name}&quot;' for name in ("Source Sans 3", "Atlas Sans"))
# Letters after which a word may break, and the sign of no width that lets it.
_UNBROKEN, _MAY_BREAK = re.compile(r"\w{40}(?=\w)"), "\\g<0>\u200b"
# Unicode's categories of signs that nobody sees: control, format, halves of letters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def pdf_bytes(page: str, said: Mapping[str, Any], pictures: Mapping[str, str], on: date) -> bytes:
    """Set a page of `assets/print/` as PDF/A-2a and PDF/UA-1.

    ``said`` is what it says, JSON-ready; ``pictures`` are drawings by the name under which the page asks for
    them. ``on`` is the day that the file names: the same words, pictures and day give the same bytes.
    """
    # Loaded when a page is set: the atlas starts without it.
    import typst

    drawings = {f"picture-{name}": in_print(svg) for name, svg in pictures.items()}
    return typst.compile(
        _PAGES / f"{page}.typ",
        format="pdf",
        sys_inputs={"said": json.dumps(said, ensure_ascii=False), **drawings},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        # For whoever reads with a screen reader, and in decades.
        pdf_standards=["a-2a", "ua-1"],
        timestamp=_noon(on),
    )


def pixels_of(svg: str, width: int, height: int, *, scale: float = 1.0) -> bytes:
    """Return a drawing of so many pixels as PNG, ``scale`` times as large."""
    import typst

    return typst.compile(
        _PAGES / "picture.typ",
        format="png",
        sys_inputs={"svg": in_print(svg), "width": str(width), "height": str(height)},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        ppi=_POINTS * scale,
    )


def in_print(svg: str) -> str:
    """Return a drawing with the fonts that are set here in place of those of a browser."""
    return svg.replace(_OF_BROWSERS, _OF_PRINT)


def _noon(on: date) -> int:
    """Return a moment of a day, UTC, in seconds."""
    return int(datetime(on.year, on.month, on.day, 12, tzinfo=UTC).timestamp())


def printable(said: Any) -> Any:  # noqa: ANN401 — JSON
    """Return JSON whose texts hold only what our fonts can write: any other sign is told by its number.

    Signs that turn the direction of writing are left out: none of the letters would follow them. Words longer
    than any language has may break, or they would leave the page.
    """
    if isinstance(said, str):
        written = "".join(_written(sign) for sign in unicodedata.normalize("NFC", said))
        return _UNBROKEN.sub(_MAY_BREAK, written)
    if isinstance(said, Mapping):
        return {name: printable(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return [printable(value) for value in said]
    return said


def stand_in_note(said: Any) -> str:  # noqa: ANN401 — JSON
    """Say that some signs of JSON's texts are told by their numbers; "" where our fonts can write all."""
    signs = (sign for text in _texts(said) for sign in unicodedata.normalize("NFC", text))
    first = next((_number(sign) for sign in signs if not _is_known(sign)), "")
    if not first:
        return ""
    return _(
        "Signs that the fonts of this file lack are given by their Unicode numbers, such as {number}."
    ).format(number=first)


def _texts(said: Any) -> Iterator[str]:  # noqa: ANN401 — JSON
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping | list | tuple):
        for part in said.values() if isinstance(said, Mapping) else said:
            yield from _texts(part)


def _written(sign: str) -> str:
    if sign in _letters():
        return sign
    if not _is_known(sign):
        return _number(sign)
    return " " if sign.isspace() else ""


def _is_known(sign: str) -> bool:
    """Tell whether our fonts have a sign, or nobody would see it anyway."""
    return sign in _letters() or sign.isspace() or unicodedata.category(sign) in _UNSEEN


def _number(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


@cache
def _letters() -> frozenset[str]:
    widths: Mapping[str, Mapping[str, int]] = json.loads((_FONTS / "widths.json").read_text(encoding="utf-8"))
    return frozenset(widths["400"])
