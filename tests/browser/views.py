"""Named views of the map, their committed pictures and the contact sheet: `python -m tests.browser.views`."""

import io
import os
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_ONE, find_chromium
from tests.browser.reader import PHONE, Reader
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
    "two-documents": ("?collections=western-hemisphere", {}),
    "thin-dots": ("?focus=country:COL&show=dots", {}),
    "tiers": ("?tiers=2025", {}),
    "dark": ("?focus=country:VEN", DARK),
    "phone": ("?focus=country:PER", {"viewport": PHONE, "is_mobile": True, "has_touch": True}),
    "projector": ("", {"viewport": {"width": 1920, "height": 1080}}),
}
# A picture that is looked at without colours, as it would be printed.
GREYSCALE = "greyscale"
# A pixel differs when a channel is this far off (of 255); letters are drawn a little otherwise now and then.
_FAR_OFF = 48
_TWO_FRAMES = (
    "document.fonts.ready.then("
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
_THUMB, _COLUMNS = (420, 260), 3


def photograph(browser: Browser, home: str, name: str) -> Image.Image:
    """Open a named view and return its picture."""
    query, how = VIEWS["hemisphere" if name == GREYSCALE else name]
    reader = Reader(browser, home, reduced_motion="reduce", **how).open(query)
    expect(reader.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_have_count(1)
    reader.page.evaluate("document.fonts.ready")
    reader.inside(_TWO_FRAMES)
    taken = Image.open(io.BytesIO(reader.page.screenshot(animations="disabled", caret="hide")))
    reader.context.close()
    picture = taken.convert("RGB")
    return picture.convert("L").convert("RGB") if name == GREYSCALE else picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly; 1 for pictures of different sizes."""
    if one.size != other.size:
        return 1.0
    farthest = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > _FAR_OFF))
    return farthest.histogram()[255] / (one.width * one.height)


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
        picture = Image.open(PICTURES / f"{name}.webp")
        picture.thumbnail(_THUMB)
        sheet.paste(picture, (left + (width - picture.width) // 2, top))
        pen.text((left, top + height + 4), name, fill="black")
    return sheet


def main() -> None:
    chromium = find_chromium(os.environ)
    if not chromium:
        sys.exit(HOW_TO_GET_ONE)
    PICTURES.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or names()
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        for name in wanted:
            picture = photograph(browser, server.address, name)
            picture.save(PICTURES / f"{name}.webp", quality=80)
    contact_sheet().save(SHEET, quality=80)


if __name__ == "__main__":
    main()
