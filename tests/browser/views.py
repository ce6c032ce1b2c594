"""Named views of the map, their committed pictures and the contact sheet: `python -m tests.browser.views`."""

import io
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Route, expect, sync_playwright

from tests.browser.blocks import Block, differing_blocks, side_by_side, told
from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_ONE, find_chromium
from tests.browser.reader import PHONE, Reader, alone
from tests.browser.served import ROOT, serving

PICTURES = Path(__file__).with_name("pictures")
# Where a picture that differs is left to be looked at.
LEFT_BEHIND = ROOT / "test-results"
SHEET = ROOT / "assets" / "screenshots" / "contact-sheet.webp"
DARK = {"color_scheme": "dark"}
# Name, what the link asks, and how the reader looks at it.
VIEWS = {
    "hemisphere": ("", {}),
    "caribbean": ("?view=-69,17,5", {}),
    "central-america": ("?view=-87,13,5.25", {}),
    "country-in-focus": ("?focus=country:TTO", {}),
    "region-in-focus": ("?focus=region:latin_america", {}),
    "one-sector": ("?sectors=mining&view=-66,-6,4", {}),
    "one-type": ("?types=forced_criminality|child_soldiering", {}),
    "one-form": ("?types=forced_labor", {}),
    "two-forms": ("?types=sex_trafficking|forced_labor", {}),
    "two-documents": ("?collections=western-hemisphere", {}),
    "thin-dots": ("?focus=country:COL&show=dots", {}),
    "tiers": ("?tiers=2025", {}),
    "dark": ("?focus=country:VEN", DARK),
    "small-laptop": ("?focus=country:MEX", {"viewport": {"width": 1280, "height": 720}}),
    "tablet": ("?focus=country:BRA", {"viewport": {"width": 768, "height": 1024}, "has_touch": True}),
    "phone": ("?focus=country:PER", {"viewport": PHONE, "is_mobile": True, "has_touch": True}),
    "projector": ("", {"viewport": {"width": 1920, "height": 1080}}),
    "print": ("?focus=country:COL", {}),
}
# The first page of paper, as wide and high as A4 between its margins.
PAPER = {"width": 680, "height": 972}
# A picture that is looked at without colours, as it would be printed.
GREYSCALE = "greyscale"
TWO_FRAMES = (
    "document.fonts.ready.then("
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
_THUMB, _COLUMNS = (420, 260), 3


Marks = dict[str, Any]
Welcome = Callable[..., Reader]


def photograph(welcome: Welcome, name: str, plant: Callable[[Marks], None] | None = None) -> Image.Image:
    """Open a named view and return its picture; ``plant`` changes what the map's data file says."""
    query, how = VIEWS["hemisphere" if name == GREYSCALE else name]
    reader = welcome(reduced_motion="reduce", **how)
    if plant:
        reader.page.route("**/atlas/marks-*.json*", lambda route: _answer_changed(route, plant))
    reader.open(query)
    reader.rests()
    reader.inside(TWO_FRAMES)
    if name == "print":
        _lay_out_on_paper(reader)
    taken = Image.open(io.BytesIO(reader.page.screenshot(animations="disabled", caret="hide")))
    picture = taken.convert("RGB")
    return picture.convert("L").convert("RGB") if name == GREYSCALE else picture


def _lay_out_on_paper(reader: Reader) -> None:
    """Show the page as a printer gets it, without the day and the address, which differ each time."""
    reader.page.evaluate("""() => {
      window.dispatchEvent(new Event("beforeprint")); // as a browser does before it lays out the paper
      document.querySelector(".atlas-print p:last-child").textContent = "";
    }""")
    reader.page.set_viewport_size(PAPER)
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("canvas.atlas-print-map")).to_be_visible()
    reader.page.evaluate(TWO_FRAMES)


def _answer_changed(route: Route, plant: Callable[[Marks], None]) -> None:
    answer = route.fetch()
    marks = answer.json()
    plant(marks)
    route.fulfill(response=answer, json=marks)


def kept(name: str) -> Image.Image:
    """Return the committed picture of a view."""
    return Image.open(PICTURES / f"{name}.webp").convert("RGB")


def leave_behind(name: str, before: Image.Image, taken: Image.Image, blocks: list[Block]) -> str:
    """Write the picture that is kept and the one just taken, what differs outlined; say where it lies."""
    LEFT_BEHIND.mkdir(exist_ok=True)
    sheet = LEFT_BEHIND / f"view-{name}.png"
    side_by_side(before, taken, blocks).save(sheet)
    return f"{told(blocks)}; look at {sheet.relative_to(ROOT)}"


def names() -> list[str]:
    """Return the names of all views, in the order of the contact sheet."""
    return [*VIEWS, GREYSCALE]


def contact_sheet() -> Image.Image:
    """Lay all committed pictures out on one sheet, each with its name."""
    width, height = _THUMB
    rows = -(-len(names()) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (width + 12) + 12, rows * (height + 30) + 12), "white")
    pen = ImageDraw.Draw(sheet)
    for number, name in enumerate(names()):
        left, top = 12 + number % _COLUMNS * (width + 12), 12 + number // _COLUMNS * (height + 30)
        picture = kept(name)
        picture.thumbnail(_THUMB)
        sheet.paste(picture, (left + (width - picture.width) // 2, top))
        pen.text((left, top + height + 4), name, fill="black")
    return sheet


def encoded(sheet: Image.Image) -> io.BytesIO:
    """Return the contact sheet as the file that is committed."""
    file = io.BytesIO()
    sheet.save(file, "webp", quality=80)
    return file


def main() -> None:
    """Keep the pictures of the views that look otherwise now, and say where to see what has changed."""
    chromium = find_chromium(os.environ)
    if not chromium:
        sys.exit(HOW_TO_GET_ONE)
    PICTURES.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or names()
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        for name in wanted:
            done = keep(name, photograph(partial(alone, browser, server.address), name))
            sys.stdout.write(f"{name}: {done}\n")
    SHEET.write_bytes(encoded(contact_sheet()).getvalue())


def keep(name: str, taken: Image.Image) -> str:
    """Keep a picture unless it looks as the one that is kept; say what was done.

    What only trembles is not written: small differences would add up over many takings.
    """
    file = PICTURES / f"{name}.webp"
    blocks = differing_blocks(kept(name), taken) if file.exists() else []
    if file.exists() and not blocks:
        return "looks as it did"
    said = leave_behind(name, kept(name), taken, blocks) if blocks else "a new view"
    # Without loss: what a lossy picture makes of an edge is more than a missing mark.
    taken.save(file, lossless=True, method=6)
    return f"kept anew. {said}"


if __name__ == "__main__":
    main()
