"""The picture of a briefing pack: its map as one file, with title, key, filter in words and sources."""

import datetime as dt
from dataclasses import asdict

from flows.export.slide import slide_words
from flows.export.stamp import stamp_of
from flows.i18n import translate as _
from flows.packs.content import Pack
from flows.packs.painting import Drawing, PictureWords, draw_map
from flows.packs.picture_file import PictureFacts, png_bytes, svg_bytes
from flows.packs.steps import Tell, drawing_map, untold, writing_file
from flows.packs.typesetting import printable, stand_in_note


def pack_svg(pack: Pack, tell: Tell = untold) -> bytes:
    """Return the picture of a pack as SVG."""
    tell(drawing_map())
    return svg_bytes(_drawn(pack, _words(pack)), _facts(pack))


def pack_png(pack: Pack, tell: Tell = untold) -> bytes:
    """Return the picture of a pack as PNG, sharp enough to print across a page."""
    tell(drawing_map())
    drawn = _drawn(pack, _in_our_letters(_words(pack)))
    tell(writing_file())
    return png_bytes(drawn, _facts(pack))


def _drawn(pack: Pack, words: PictureWords) -> Drawing:
    shown = pack.map
    return draw_map(shown.scene, shown.request, words, bounds=shown.bounds)


def _in_our_letters(words: PictureWords) -> PictureWords:
    """Return words of the signs that our fonts have, of which pixels are made, with a note on the rest."""
    said = asdict(words)
    made = " ".join(filter(None, (words.made, stand_in_note(said))))
    return PictureWords(**printable(said | {"made": made}))


def _words(pack: Pack) -> PictureWords:
    scene = pack.map.scene
    stamp = stamp_of(scene.atlas, scene, dt.date.fromisoformat(pack.date))
    short = slide_words(scene.atlas, scene, pack.map.request, stamp)
    return PictureWords(
        title=pack.title,
        said=f"{pack.map.shown} {pack.story.summary}" if pack.story else pack.map.shown,
        caveat=pack.caveat,
        made=" ".join(filter(None, (pack.made, _again(pack), pack.credits))),
        heading=str(short["heading"]),
        sources=tuple(short["sources"]),
        more=str(short["more"]),
    )


def _again(pack: Pack) -> str:
    """Say which link shows the same in the atlas; nothing where that is its first page."""
    return _("The same in the atlas: {link}").format(link=pack.link) if "?" in pack.link else ""


def _facts(pack: Pack) -> PictureFacts:
    return PictureFacts(
        title=pack.title,
        description=pack.map.alternative,
        asked=pack.asked,
        date=pack.date,
        made=pack.made,
        link=pack.link,
        caveat=f"{pack.caveat} {pack.boundaries}",
        credits=pack.credits,
        language=pack.language,
        sources=pack.sources,
    )
