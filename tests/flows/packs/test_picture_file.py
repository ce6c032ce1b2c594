"""A picture is a file that says of itself what it shows and from which sources."""

from io import BytesIO

import pytest
from PIL import Image

from flows.packs.painting import SLIDE, PictureWords, draw_map
from flows.packs.picture_file import PictureFacts, png_bytes, svg_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from flows.scene.scene import compose
from tests.flows.packs.svg import SVG, read_svg

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
HOSTILE = [
    "#@*_‹ #set page(fill: red) $x$ `code` \\",
    "$5,000 to $10,000, ~800 <script>alert(1)</script> & ]]> <!-- -->",
    "right \u202eto\u202c left \u200f and \"marks\" 'here'",
    "é ñ ő 中文 עברית 🙂",
    "quotation " * 90,
]


def facts(text):
    return PictureFacts(
        title=text,
        description=text,
        asked=text,
        date="2026-11-21",
        made=text,
        link="./?types=begging",
        caveat=text,
        credits=text,
        language="en",
        sources=(text, "A second source"),
    )


@pytest.fixture(scope="module")
def drawn(nine):
    request = Request(selection=Selection())
    words = PictureWords(
        title=HOSTILE[0],
        said=HOSTILE[1],
        caveat=HOSTILE[2],
        made="tab\x00\x07\x1b\tend",
        heading="Sources",
        sources=tuple(HOSTILE),
        more="Further documents: {n}",
    )
    return draw_map(compose(nine, request.selection), request, words)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_svg_tells_title_description_day_and_sources_as_they_are_written(drawn, text):
    root = read_svg(svg_bytes(drawn, facts(text)))
    assert root.find(f"{SVG}title").text == text
    assert root.find(f"{SVG}desc").text == text
    assert [found.text for found in root.iter(f"{DUBLIN_CORE}source")] == [text, "A second source"]
    assert [found.text for found in root.iter(f"{DUBLIN_CORE}date")] == ["2026-11-21"]


def test_words_around_the_map_stay_words(drawn):
    root = read_svg(drawn.svg)
    written = " ".join(found.text for found in root.iter(f"{SVG}text"))
    for text in HOSTILE[:3]:
        assert " ".join(text.split()) in written
    assert "tab end" in written
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *(
            "svg",
            "defs",
            "g",
            "path",
            "rect",
            "text",
            "clipPath",
            "pattern",
            "image",
            "radialGradient",
            "stop",
        ),
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_a_png_carries_its_sources_in_text_chunks(drawn, text):
    picture = Image.open(BytesIO(png_bytes(drawn, facts(text), scale=0.25)))
    assert picture.size == (SLIDE.width // 4, SLIDE.height // 4)
    assert picture.text["Title"] == text
    assert picture.text["Sources"] == f"{text}\nA second source"
    assert picture.text["Creation Time"] == "2026-11-21"
    picture.load()


def test_a_null_sign_ends_no_text_before_its_time(drawn):
    picture = Image.open(BytesIO(png_bytes(drawn, facts("before \0after"), scale=0.25)))
    assert picture.text["Title"] == "before after"


def test_a_png_shows_what_its_drawing_shows(drawn):
    picture = Image.open(BytesIO(png_bytes(drawn, facts("x"), scale=0.25))).convert("RGB")
    colours = {colour for _count, colour in picture.getcolors(1 << 20)}
    assert (0xE9, 0xEF, 0xF2) in colours  # the water of the palette
    assert len(colours) > 200
