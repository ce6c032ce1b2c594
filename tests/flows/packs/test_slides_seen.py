"""The slides as another program sets them: LibreOffice, where it is installed."""

import shutil
import subprocess
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from flows.packs import pptx_file
from flows.packs.content import pack_of
from flows.packs.pptx_file import pptx_bytes
from flows.packs.slide_layout import FOOT, HEIGHT, TITLE, WIDTH, laid_out
from flows.packs.slides import slides_of
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf

SOFFICE = shutil.which("soffice")


def has_our_widths():
    """Tell whether a typeface as wide as ours is there: another one would set other lines."""
    known = subprocess.run(
        ["fc-match", "Arial"], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return any(name in known.stdout for name in ("Liberation Sans", "Arial"))


WHOLE = Request(selection=Selection())
# What letters reach beyond the lines that they stand in, in points, and a space at the end of a line.
HAIR, SPACE = 3.0, 6.0


def blank():
    """Return a picture of nothing, which brings no words of its own."""
    png = BytesIO()
    Image.new("RGB", (4, 4), "white").save(png, "PNG")
    return png.getvalue()


def seen(decks, folder):
    """Return where LibreOffice sets words, by deck and slide: left, bottom, right and top of each box."""
    files = [folder / f"{number}.pptx" for number in range(len(decks))]
    for file, content in zip(files, decks, strict=True):
        file.write_bytes(content)
    subprocess.run(
        [
            *(SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return [[boxes(page) for page in pypdfium2.PdfDocument(file.with_suffix(".pdf"))] for file in files]


def boxes(page):
    text = page.get_textpage()
    return [text.get_rect(number) for number in range(text.count_rects())]


@pytest.mark.skipif(not (SOFFICE and has_our_widths()), reason="LibreOffice or Arial's widths are missing")
def test_no_word_leaves_its_box_in_libreoffice(both_collections, tmp_path, monkeypatch):
    monkeypatch.setattr(pptx_file, "picture", lambda _shown, **_size: blank())
    story = next(found.story for found in shelf(both_collections) if found.file.id == "uninspected-work")
    packs = [pack_of(both_collections, WHOLE), pack_of(both_collections, WHOLE, story)]
    shown = seen([pptx_bytes(pack) for pack in packs], tmp_path)
    for pack, pages in zip(packs, shown, strict=True):
        slides = list(laid_out(slides_of(pack), lambda _shown, _box: blank()))
        assert len(pages) == len(slides)
        for number, (laid, words) in enumerate(zip(slides, pages, strict=True), start=1):
            assert words, number
            lowest = laid.text_box.top + laid.text_box.height
            for left, bottom, right, top in words:
                assert left >= TITLE.left - HAIR, number
                assert right <= WIDTH - TITLE.left + SPACE, number
                assert HEIGHT - top >= laid.title_box.top - HAIR, number
                assert HEIGHT - bottom <= lowest + HAIR or HEIGHT - top >= FOOT.top - HAIR, number
