"""The slides of a pack as a PowerPoint file: titles, text and notes are native and can be edited.

The map is a picture. Native lines over a picture of the land would cover its names, and a picture of the
names over the lines would take every press that is meant for a line; the pack as SVG has shapes to change.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import count
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, MSO_VERTICAL_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Length, Pt

from flows.packs.content import Pack
from flows.packs.parts import PackMap
from flows.packs.picture import picture
from flows.packs.slide_layout import FOOT, HEIGHT, NUMBER, WIDTH, Box, LaidSlide, Painter, laid_out
from flows.packs.slides import Slide, slides_of
from flows.packs.steps import Tell, drawing_map, untold, writing_file
from flows.packs.text_measure import LINE, TYPEFACE, Paragraph, Run
from flows.packs.timeless_zip import without_times
from flows.packs.xml_text import xml_text
from flows.palette import read_palette

_DOTS_AN_INCH = 300
# Layouts of python-pptx's own template, which is 4:3 and set in Calibri.
_TITLE_SLIDE, _TITLE_AND_CONTENT = 0, 1
_TEMPLATE_TYPEFACE = 'typeface="Calibri"'
_TONES = {"ink": "ink", "muted": "ink_muted", "accent": "accent"}
_FOOT_SIZE = 10.0
# What checks spelling wants to know of English: the words are those of documents of the United States.
_SPELLED_AS = {"en": "en-US"}


def pptx_bytes(pack: Pack, tell: Tell = untold) -> bytes:
    """Write the slides of a pack; the same pack gives the same bytes."""
    deck, slides = _empty_deck(), slides_of(pack)
    for number, laid in enumerate(laid_out(slides, _painter(slides, tell)), start=1):
        _add_slide(deck, laid, pack, number)
    _describe(deck, pack)
    tell(writing_file())
    written = BytesIO()
    deck.save(written)
    return without_times(written.getvalue())


def _painter(slides: Sequence[Slide], tell: Tell) -> Painter:
    """Return what draws the maps of slides one after another, and tells which it draws."""
    every, numbers = sum(slide.map is not None for slide in slides), count(1)

    def paint(shown: PackMap, box: Box) -> bytes:
        tell(drawing_map(next(numbers), every))
        return picture(shown, width=box.width, height=box.height, dots_an_inch=_DOTS_AN_INCH)

    return paint


# What python-pptx returns has types only in part.
def _empty_deck() -> Any:  # noqa: ANN401
    """Return the template as wide as ours, in our typeface and without the picture of another deck."""
    deck: Any = Presentation()
    wider = Pt(WIDTH) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for part in (deck.slide_master, *deck.slide_layouts):
        for found in part.element.iter(qn("a:off"), qn("a:ext")):
            for side in ("x", "cx"):
                if side in found.attrib:
                    found.set(side, str(round(int(found.get(side)) * wider)))
    theme: Any = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8").replace(_TEMPLATE_TYPEFACE, f'typeface="{TYPEFACE}"')
    theme._blob = text.encode()  # noqa: SLF001 — python-pptx has no other way to a theme
    package: Any = deck.part.package
    for relation in package._rels.values():  # noqa: SLF001 — nor to the package's own parts
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(relation.rId)
            break
    return deck


def _add_slide(deck: Any, laid: LaidSlide, pack: Pack, number: int) -> None:  # noqa: ANN401 — see above
    layout = deck.slide_layouts[_TITLE_SLIDE if laid.opening else _TITLE_AND_CONTENT]
    slide = deck.slides.add_slide(layout)
    title, text = slide.placeholders[0], slide.placeholders[1]
    _fill(title, laid.title_box, [laid.title], pack, anchor=MSO_VERTICAL_ANCHOR.BOTTOM)
    _fill(text, laid.text_box, laid.text, pack)
    if laid.picture:
        box = laid.picture.box
        shown = slide.shapes.add_picture(BytesIO(laid.picture.png), *_place(box))
        shown.name = "Map"
        shown._element.nvPicPr.cNvPr.set("descr", xml_text(laid.picture.words))  # noqa: SLF001 — no other way
    if not laid.opening:
        _add_foot(slide, pack, number)
    if laid.notes:
        slide.notes_slide.notes_text_frame.text = xml_text(laid.notes)


def _add_foot(slide: Any, pack: Pack, number: int) -> None:  # noqa: ANN401 — see above
    """Say under each slide what it belongs to, for slides that are taken out of their deck."""
    for name, box, text in (("Source", FOOT, pack.made), ("Number", NUMBER, str(number))):
        shape = slide.shapes.add_textbox(*_place(box))
        shape.name = name
        _fill(shape, box, [Paragraph(runs=(Run(text=text, tone="muted"),), size=_FOOT_SIZE)], pack)


def _place(box: Box) -> tuple[Length, Length, Length, Length]:
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def _fill(
    shape: Any,  # noqa: ANN401 — see above
    box: Box,
    paragraphs: Iterable[Paragraph],
    pack: Pack,
    *,
    anchor: MSO_VERTICAL_ANCHOR = MSO_VERTICAL_ANCHOR.TOP,
) -> None:
    """Write paragraphs into a shape that has exactly the size in which they were measured."""
    shape.left, shape.top, shape.width, shape.height = _place(box)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, paragraph in enumerate(paragraphs):
        written = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        written.line_spacing = Pt(paragraph.size * LINE)
        written.space_before = Pt(paragraph.space if number else 0)
        written.space_after = Pt(0)
        properties = written._p.get_or_add_pPr()  # noqa: SLF001 — python-pptx knows no bullets
        properties.attrib.update({"marL": "0", "indent": "0", "algn": "l"})
        properties.append(properties.makeelement(qn("a:buNone"), {}))
        for run in paragraph.runs:
            _add_run(written, run, paragraph.size, pack)


def _add_run(paragraph: Any, run: Run, size: float, pack: Pack) -> None:  # noqa: ANN401 — see above
    written = paragraph.add_run()
    # Set as it stands: python-pptx would write line ends and control signs as marks of its own.
    written._r.t.text = " ".join(xml_text(run.text).splitlines()).replace("\t", " ")  # noqa: SLF001
    font = written.font
    font.size, font.bold, font.italic = Pt(size), run.bold, run.italic
    colour = read_palette().of("light")[_TONES[run.tone]]
    font.color.rgb = RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]  # python-pptx has types in part
    written._r.get_or_add_rPr().set("lang", _SPELLED_AS.get(pack.language, pack.language))  # noqa: SLF001 — no other way
    if run.link:
        written.hyperlink.address = run.link


def _describe(deck: Any, pack: Pack) -> None:  # noqa: ANN401 — see above
    """Say what the file is in its properties, as of the day of the pack and no hour."""
    about = deck.core_properties
    day = dt.datetime.fromisoformat(pack.date)
    about.title, about.subject = xml_text(pack.title)[:255], xml_text(pack.asked)[:255]
    about.author = about.last_modified_by = "Trafficking flows atlas"
    about.comments = xml_text(f"{pack.made} {pack.link}")[:255]
    about.identifier, about.version = pack.content_hash, pack.version
    about.language = pack.language
    about.created = about.modified = day
    about.revision = 1
