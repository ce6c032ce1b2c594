"""A map as a file: SVG to change, PNG to show, each with its sources inside."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from flows.packs.painting import Drawing
from flows.packs.typesetting import pixels_of

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
    head, inside = drawing.svg.split(">", 1)
    role = f'{head} role="img" xml:lang="{_xml(facts.language)}" aria-labelledby="title desc">'
    named = f'<title id="title">{_xml(facts.title)}</title><desc id="desc">{_xml(facts.description)}</desc>'
    return f"{role}{named}{_metadata(facts)}{inside}\n".encode()


def png_bytes(drawing: Drawing, facts: PictureFacts, *, scale: float = SHARP) -> bytes:
    """Return a drawing as a PNG file whose text chunks hold its title, filter, day, sources and the rest."""
    pixels = pixels_of(drawing.svg, drawing.sheet.width, drawing.sheet.height, scale=scale)
    size = struct.pack(">IIB", _PIXELS_A_METRE, _PIXELS_A_METRE, 1)
    chunks = [_chunk(b"pHYs", size), *(_text(name, words) for name, words in _png_texts(facts).items())]
    return pixels[:_HEADER] + b"".join(chunks) + pixels[_HEADER:]


def _metadata(facts: PictureFacts) -> str:
    entries = {
        "title": [facts.title],
        "description": [facts.asked, facts.caveat],
        "date": [facts.date],
        "creator": [facts.made],
        "language": [facts.language],
        "rights": [facts.credits],
        "identifier": [facts.link],
        "source": facts.sources,
    }
    told = "".join(_elements(name, texts) for name, texts in entries.items())
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">{told}'
        "</rdf:Description></rdf:RDF></metadata>"
    )


def _elements(name: str, texts: Iterable[str]) -> str:
    return "".join(f"<dc:{name}>{_xml(text)}</dc:{name}>" for text in texts if text)


def _xml(text: str) -> str:
    return escape(text.translate(_UNWRITABLE), {'"': "&quot;"})


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
