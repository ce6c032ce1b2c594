"""A reader's trace replayed: 40 presses, focuses and moves in her rhythm, each timed until the map shows it.

Nothing waits for the server here: an act comes while the answer to the one before is still on its way.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from geodata.model.atlas import Atlas
from tests.benchmarks.acts import FOCUSED, floor_click
from tests.benchmarks.browser import Button, Spot, close_pages, rest, time_press
from tests.benchmarks.filters import FRAME, PICTURE, pill
from tests.benchmarks.names import FLOOR, FLOOR_PRESS, TRACE, TRACE_PAN
from tests.benchmarks.pictures import picture
from tests.benchmarks.presses import TOPS, atlases, open_page
from tests.benchmarks.rounds import Samples
from tests.benchmarks.servers import APPS, serving

_STEPS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("trace.json").read_text(encoding="utf-8"))
LOOSE = Spot(frame=FRAME, find='[data-focus=""]', what="count")
# From the effect of one act to the next: shorter than any reader's, so that acts and answers overlap.
_THINKING_MS = 350.0
# Moves the map and returns the longest frame, milliseconds.
_MOVE = """async (map, [x, y, zoom]) => {
  const leaflet = Object.entries(window).find(([name]) => name.startsWith("map_"))[1];
  let longest = 0, last = performance.now(), going = true;
  const watch = (now) => {
    longest = Math.max(longest, now - last);
    last = now;
    if (going) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  await new Promise((done) => {
    leaflet.once("moveend", done);
    if (zoom) leaflet.setZoom(leaflet.getZoom() + zoom, { animate: true });
    else leaflet.panBy([x, y], { animate: true, duration: 0.4 });
  });
  await new Promise(requestAnimationFrame);
  going = false;
  return longest;
}"""


def measure_trace(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds of all acts by app, of as many replays as are asked for, and of bare presses."""
    found: Samples = {}
    with serving(APPS / "floor.py") as floor, atlases(many) as served:
        press = floor_click(browser, floor.address)
        for number in range(warmups + samples):
            for _ in range(8):
                _keep(found, (FLOOR_PRESS, FLOOR), press(), counts=number >= warmups)
            for app, (address, atlas) in served.items():
                page = open_page(browser, address)
                for what, milliseconds in _replayed(page, atlas, TOPS[app]):
                    _keep(found, (what, app), milliseconds, counts=number >= warmups)
                page.context.close()
            print(f"  replay {number + 1} of {warmups + samples}", flush=True)
        close_pages(browser)
    return found


def _keep(found: Samples, row: tuple[str, str], milliseconds: float, *, counts: bool) -> None:
    if counts:
        found.setdefault(row, []).append(milliseconds)


def _replayed(page: Page, atlas: Atlas, top: int | None) -> Iterator[tuple[str, float]]:
    request = Request(selection=Selection(), top=top)
    shown = picture(atlas, request)
    for act, what in ((act, what) for step in _STEPS for act, what in step.items()):
        if act == "press":
            facet, value = what
            chosen = request.selection.chosen(facet) ^ {value}
            request = replace(request, selection=replace(request.selection, **{facet: chosen}))
            before, shown = shown, picture(atlas, request)
            milliseconds = time_press(page, pill(atlas, facet, value), PICTURE, shown, settled=False)
            if shown != before:
                yield TRACE, milliseconds
        elif act == "focus":
            request = replace(request, focus=Focus.from_text(what))
            shown = picture(atlas, request)
            button = Button(frame=FRAME, mark=what)
            spot, wanted = (FOCUSED, what) if what else (LOOSE, "1")
            yield TRACE, time_press(page, button, spot, wanted, settled=False)
        else:
            x, y, zoom = (*what, 0) if act == "pan" else (0, 0, what)
            yield TRACE_PAN, longest_frame(page, x, y, zoom)
        page.wait_for_timeout(_THINKING_MS)
    rest(page)


def longest_frame(page: Page, x: float, y: float, zoom: int = 0) -> float:
    """Move the map by pixels, or zoom it by steps; return the milliseconds of the longest frame meanwhile."""
    drawn = page.locator(FRAME).content_frame.locator("[data-atlas-ready=true]")
    milliseconds: float = drawn.evaluate(_MOVE, [x, y, zoom])
    return milliseconds
