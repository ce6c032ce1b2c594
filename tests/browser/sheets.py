"""What stands on the sheets of a PDF that Chromium printed: the text of each, as its fonts spell it."""

import re
import zlib
from collections.abc import Iterator
from unicodedata import normalize

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
_FONTS = re.compile(rb"/(F\d+) (\d+) 0 R")
# In a stream of a sheet: a font is taken, or glyphs are shown, by numbers of two or four digits.
_ACT = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|(\bET\b)")
_CHARACTER = re.compile(rb"^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", re.MULTILINE)
_RANGE = re.compile(rb"^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", re.MULTILINE)
_SPAN = re.compile(rb"begincodespacerange.*?endcodespacerange", re.DOTALL)

Objects = dict[int, bytes]


def texts_of(pdf: bytes) -> list[str]:
    """Return the text of each sheet, in their order: letters apart, with one space for any white space."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    spelled = (normalize("NFKC", "".join(_words(page, objects))) for page in pages)
    return [" ".join(text.split()) for text in spelled]


def _words(page: bytes, objects: Objects) -> Iterator[str]:
    letters = {name: _letters(objects[int(number)], objects) for name, number in _FONTS.findall(page)}
    contents = re.search(rb"/Contents (\d+) 0 R", page)
    assert contents
    font: dict[str, str] = {}
    for taken, glyphs, ends in _ACT.findall(_stream(objects[int(contents[1])])):
        if taken:
            font = letters[taken]
        digits = len(next(iter(font), "....")) * "."
        numbers = re.findall(digits, glyphs.decode().upper())
        yield "".join(font.get(number, "") for number in numbers) + (" " if ends else "")


def _letters(font: bytes, objects: Objects) -> dict[str, str]:
    """Return what each glyph of a font stands for, by its number."""
    spelled = re.search(rb"/ToUnicode (\d+) 0 R", font)
    if not spelled:
        return {}
    table = _SPAN.sub(b"", _stream(objects[int(spelled[1])]))
    found = {glyph.decode().upper(): _text(text) for glyph, text in _CHARACTER.findall(table)}
    for first, last, text in _RANGE.findall(table):
        for number in range(int(first, 16), int(last, 16) + 1):
            found[f"{number:0{len(first)}X}"] = chr(int(text, 16) + number - int(first, 16))
    return found


def _text(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]
