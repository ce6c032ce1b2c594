"""Slow frames while the map is pulled and zoomed, with every route drawn and with the bare base map.

They are counted in the browser's own trace (`tests.benchmarks.presented`).
"""

from functools import partial

from playwright.sync_api import Browser

from tests.benchmarks import acts
from tests.benchmarks.browser import close_pages, new_page, rest, visit
from tests.benchmarks.names import BARE, EVERY, FRAMES
from tests.benchmarks.presented import BEGAN, CATEGORIES, ENDED, slow_frames
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import ATLAS, serving

# Moves the map as a reader does, by its own animations. A pixel changes in every animation frame: otherwise
# nothing is shown while an animation moves the map by less than a pixel, which would look like a slow frame.
_MOVE = """async (map, [bare, began, ended]) => {
  const leaflet = Object.entries(window).find(([name]) => name.startsWith("map_"))[1];
  const layer = Object.entries(window).find(([name]) => name.startsWith("atlas_layer_"))[1];
  for (const canvas of [layer.marks, layer.names]) {
    canvas.paint = bare ? () => canvas.clear() : Object.getPrototypeOf(canvas).paint;
    canvas.paint();
  }
  const pixel = map.appendChild(document.createElement("i"));
  const corner = "position:absolute;left:0;top:0;width:1px;height:1px;z-index:999;";
  let going = true;
  const change = (now) => {
    pixel.style.cssText = `${corner}background:rgb(${Math.floor(now) % 256},0,0)`;
    if (going) requestAnimationFrame(change);
    else pixel.remove();
  };
  requestAnimationFrame(change);
  const moved = (act) => new Promise((done) => { leaflet.once("moveend", done); act(); });
  for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame); // the first picture is no move
  performance.mark(began);
  for (const [x, y] of [[160, 0], [0, 120], [-160, 0], [0, -120]]) {
    await moved(() => leaflet.panBy([x, y], { animate: true, duration: 0.4 }));
  }
  await moved(() => leaflet.zoomIn(1, { animate: true }));
  await moved(() => leaflet.zoomOut(1, { animate: true }));
  performance.mark(ended);
  going = false;
}"""


def measure_frames(browser: Browser, *, samples: int, warmups: int) -> Samples:
    """Return the number of slow frames in the same moves, with all routes and with land alone."""
    with serving(ATLAS) as server:
        page = new_page(browser)
        visit(page, f"{server.address}/?top=400", acts.READY)
        rest(page)
        drawn = page.locator(acts.FRAME).content_frame.locator("[data-atlas-ready=true]")

        def moved(*, bare: bool) -> float:
            browser.start_tracing(page=page, categories=list(CATEGORIES))
            drawn.evaluate(_MOVE, [bare, BEGAN, ENDED])
            return float(slow_frames(browser.stop_tracing()))

        turns = {(FRAMES, EVERY): partial(moved, bare=False), (FRAMES, BARE): partial(moved, bare=True)}
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    return found
