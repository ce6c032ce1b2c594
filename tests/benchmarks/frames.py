"""Slow frames while the map is pulled and zoomed, with every route drawn and with the bare base map."""

from playwright.sync_api import Browser

from tests.benchmarks import acts
from tests.benchmarks.browser import close_pages, new_page, rest, visit
from tests.benchmarks.names import BARE, BOTH, FRAMES
from tests.benchmarks.rounds import Samples, in_turn
from tests.benchmarks.servers import ATLAS, serving

# Moves the map as a reader does, by its own animations, and counts the frames that came late (over 33 ms).
_MOVE = """async (map, bare) => {
  const leaflet = Object.entries(window).find(([name]) => name.startsWith("map_"))[1];
  const layer = Object.entries(window).find(([name]) => name.startsWith("atlas_layer_"))[1];
  layer.marks.paint = bare ? () => layer.marks.clear() : Object.getPrototypeOf(layer.marks).paint;
  layer.marks.paint();
  let last = performance.now(), slow = 0, going = true;
  const count = (now) => { slow += now - last > 33; last = now; if (going) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const moved = (act) => new Promise((done) => { leaflet.once("moveend", done); act(); });
  for (const [x, y] of [[160, 0], [0, 120], [-160, 0], [0, -120]]) {
    await moved(() => leaflet.panBy([x, y], { animate: true, duration: 0.4 }));
  }
  await moved(() => leaflet.zoomIn(1, { animate: true }));
  await moved(() => leaflet.zoomOut(1, { animate: true }));
  going = false;
  return slow;
}"""


def measure_frames(browser: Browser, *, samples: int, warmups: int) -> Samples:
    """Return the number of slow frames in the same moves, with all routes and with land alone."""
    with serving(ATLAS) as server:
        page = new_page(browser)
        visit(page, f"{server.address}/?top=400", acts.READY)
        rest(page)
        drawn = page.locator(acts.FRAME).content_frame.locator("[data-atlas-ready=true]")
        turns = {
            (FRAMES, BOTH): lambda: float(drawn.evaluate(_MOVE, False)),
            (FRAMES, BARE): lambda: float(drawn.evaluate(_MOVE, True)),
        }
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    return found
