"""A map as a file: SVG to change, PNG to show, each with its sources inside."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from flows.packs.painting import Drawing
from flows.packs.typesetting import pixels_of
from flows.templates import render

# Pixels of a PNG for one of its drawing: a slide then has 3,840 by 2,160, which is 300 to the inch at 32 cm.
SHARP = 2.0
_PIXELS_A_METRE = round(300 / 0.0254)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = 33  # bytes of a PNG up to the end of the chunk that has to come first
# What XML cannot hold: control signs.
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """Say of a picture what a file holds beside it.

    ``description`` stands for the picture where it is not seen, ``asked`` is the filter in words, ``date`` is
    written as in ISO 8601, ``link`` makes it again, ``sources`` are whole citations.
    """

    title: str
    description: str
    asked: str
    date: str
    made: str
    link: str
    caveat: str
    credits: str
    language: str
    sources: tuple[str, ...]


def svg_bytes(drawing: Drawing, facts: PictureFacts) -> bytes:
    """Return a drawing as an SVG file with a title, a description, and Dublin Core as its metadata."""
    start, inside = drawing.svg.split(">", 1)
    head = render("picture_head", facts=_writable(asdict(facts)))
    return f'{start} role="img" aria-labelledby="title desc">{head}{inside}\n'.encode()


def png_bytes(drawing: Drawing, facts: PictureFacts, *, scale: float = SHARP) -> bytes:
    """Return a drawing as a PNG file whose text chunks hold its title, filter, day, sources and the rest."""
    pixels = pixels_of(drawing.svg, drawing.sheet.width, drawing.sheet.height, scale=scale)
    size = struct.pack(">IIB", _PIXELS_A_METRE, _PIXELS_A_METRE, 1)
    chunks = [_chunk(b"pHYs", size), *(_text(name, words) for name, words in _png_texts(facts).items())]
    return pixels[:_HEADER] + b"".join(chunks) + pixels[_HEADER:]


def _writable(said: Any) -> Any:  # noqa: ANN401 — a text, or some
    """Leave out of texts what XML cannot hold."""
    if isinstance(said, str):
        return said.translate(_UNWRITABLE)
    if isinstance(said, dict):
        return {name: _writable(text) for name, text in said.items()}
    return [_writable(text) for text in said]


def _png_texts(facts: PictureFacts) -> Mapping[str, str]:
    """Return the texts of a PNG by the names that its standard gives them, and ours for the sources."""
    return {
        "Title": facts.title,
        "Description": f"{facts.description}\n\n{facts.asked}",
        "Creation Time": facts.date,
        "Software": facts.made,
        "Copyright": facts.credits,
        "Disclaimer": facts.caveat,
        "Source": facts.link,
        "Sources": "\n".join(facts.sources),
    }


def _text(name: str, words: str) -> bytes:
    """Return an international text chunk, packed; a null sign would end it before its time."""
    inside = zlib.compress(words.replace("\0", "").encode(errors="replace"), 9)
    return _chunk(b"iTXt", name.encode("ascii") + b"\0\x01\0\0\0" + inside)


def _chunk(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))
