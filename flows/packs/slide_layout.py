"""Where things stand on a slide, and over how many slides its text goes: in points, measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from flows.i18n import translate as _
from flows.packs.parts import PackMap
from flows.packs.slide_pages import Page, height_of, pages_of
from flows.packs.slides import Slide
from flows.packs.text_measure import Paragraph, Run, lines_of, paragraph_of

# 13⅓ by 7½ inches, the wide format of today's projectors.
WIDTH, HEIGHT = 960.0, 540.0
# A title smaller than this is no title: the rest of it stands in the text.
_TITLE_SIZES = (30.0, 26.0, 22.0)
_OPENING_SIZES = (44.0, 36.0, 30.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a slide: left, top, width and height in points."""

    left: float
    top: float
    width: float
    height: float


TITLE = Box(left=44, top=24, width=872, height=74)
OPENING_TITLE = Box(left=44, top=84, width=872, height=112)
OPENING_TEXT = Box(left=44, top=212, width=872, height=284)
BODY = Box(left=44, top=108, width=872, height=388)
FOOT = Box(left=44, top=508, width=780, height=18)
NUMBER = Box(left=836, top=508, width=80, height=18)
# The map of the whole with its key, and that of a chapter without one; the Americas are higher than wide.
WHOLE_MAP = Box(left=44, top=108, width=660, height=388)
BESIDE_WHOLE = Box(left=720, top=108, width=196, height=388)
CHAPTER_MAP = Box(left=44, top=108, width=500, height=388)
BESIDE_CHAPTER = Box(left=564, top=108, width=352, height=388)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture of a map, where it stands, and the words for who does not see it."""

    png: bytes
    words: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSlide:
    """A slide as it is drawn: every text in the size in which it fits its box."""

    title: Paragraph
    title_box: Box
    text: Page
    text_box: Box
    notes: str = ""
    picture: Picture | None = None
    opening: bool = False


# What draws a map as PNG of a box's size.
Painter = Callable[[PackMap, Box], bytes]


def laid_out(slides: Sequence[Slide], paint: Painter) -> Iterator[LaidSlide]:
    """Yield slides as they are drawn."""
    for slide in slides:
        box = CHAPTER_MAP if slide.chapter else WHOLE_MAP
        if slide.map:
            picture = Picture(png=paint(slide.map, box), words=slide.map.alternative, box=box)
            yield from _pages(slide, picture)
        else:
            yield from _pages(slide, None)


def _pages(slide: Slide, picture: Picture | None) -> Iterator[LaidSlide]:
    title, rest = _title(slide.title, opening=slide.opening)
    text_box = _text_box(slide, picture)
    pages = pages_of((*rest, *slide.text), text_box.width, text_box.height)
    for number, page in enumerate(pages, start=1):
        yield LaidSlide(
            title=_numbered(title, number, len(pages)),
            title_box=OPENING_TITLE if slide.opening else TITLE,
            text=page,
            text_box=text_box,
            notes=slide.notes if number == 1 else "",
            picture=picture,
            opening=slide.opening,
        )


def _text_box(slide: Slide, picture: Picture | None) -> Box:
    if slide.opening:
        return OPENING_TEXT
    if picture is None:
        return BODY
    return BESIDE_CHAPTER if slide.chapter else BESIDE_WHOLE


def _title(text: str, *, opening: bool) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Return a title that fits; one that is too long is cut, and stands whole in the text."""
    box = OPENING_TITLE if opening else TITLE
    for size in _OPENING_SIZES if opening else _TITLE_SIZES:
        title = Paragraph(runs=(Run(text=text, bold=True),), size=size)
        # Room for the number of a slide that goes on.
        if height_of([_numbered(title, 1, 2)], box.width) <= box.height:
            return title, ()
    lines = lines_of(replace(title, runs=(Run(text=text, bold=True),)), box.width * 0.8)[:2]
    cut = paragraph_of(lines, title).text.rstrip()
    whole = Paragraph(runs=(Run(text=text, bold=True),), size=16.0)
    return replace(title, runs=(Run(text=f"{cut} …", bold=True),)), (whole,)


def _numbered(title: Paragraph, number: int, pages: int) -> Paragraph:
    """Return a title with the number of its slide, where it has several."""
    if pages == 1:
        return title
    words = _("({number} of {pages})").format(number=number, pages=pages)
    return replace(title, runs=(*title.runs, Run(text=f" {words}", tone="muted")))
