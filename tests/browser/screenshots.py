"""Take the pictures of the README: `python -m tests.browser.screenshots`."""

import os
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_ONE, find_chromium
from tests.browser.reader import PHONE, alone
from tests.browser.served import ROOT, serving
from tests.browser.views import TWO_FRAMES, Welcome

FOLDER = ROOT / "assets" / "screenshots"
FOCUS = "?focus=country:USA"
# Name, what the link asks, and how the reader looks at it.
PICTURES = {
    "explore": ("", {}),
    "focus": (FOCUS, {}),
    "dark": (FOCUS, {"color_scheme": "dark"}),
    "phone": (FOCUS, {"viewport": PHONE, "is_mobile": True}),
}


def take_pictures(welcome: Welcome, folder: Path) -> None:
    """Write every picture into a folder, as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (query, how) in PICTURES.items():
        reader = welcome(reduced_motion="reduce", **how).open(query)
        expect(reader.panel.locator(".atlas-claim").first).to_be_attached()
        reader.rests()
        reader.inside(TWO_FRAMES)
        reader.page.screenshot(path=folder / f"{name}.png")


def main() -> None:
    chromium = find_chromium(os.environ)
    if not chromium:
        sys.exit(HOW_TO_GET_ONE)
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        take_pictures(partial(alone, browser, server.address), FOLDER)


if __name__ == "__main__":
    main()
