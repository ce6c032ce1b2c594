"""Pulling the map: what is painted is carried along, and names are set for what the window shows then."""

from tests.browser.paint import LAND, MARKS, NAMES

PAINTED = "map.querySelector(what).toDataURL()"
# How far a canvas stays behind the four edges of the map, in pixels.
LEFT_OVER = """new Promise(requestAnimationFrame).then(() => what.map((pane) => {
  const [box, window_] = [map.querySelector(pane), map].map((node) => node.getBoundingClientRect());
  const [low, high] = [["left", "top"], ["right", "bottom"]];
  return Math.max(...low.map((n) => box[n] - window_[n]), ...high.map((n) => window_[n] - box[n]));
}))"""


def test_the_map_fills_the_window_while_it_is_pulled(reader):
    """Farther than the canvas reaches beyond the window, and without letting go."""
    box = reader.frame.bounding_box()
    x, y = box["x"] + box["width"] * 0.88, box["y"] + box["height"] * 0.7
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x - box["width"] * 0.5, y, steps=8)
    assert max(reader.inside(LEFT_OVER, [LAND, MARKS])) <= 0
    reader.page.mouse.up()


def test_after_a_pull_only_names_are_painted_anew(reader):
    before = {pane: reader.inside(PAINTED, pane) for pane in (LAND, MARKS, NAMES)}
    reader.drag_map(-90, -60)
    assert max(reader.inside(LEFT_OVER, [LAND, MARKS, NAMES])) <= 0
    after = {pane: reader.inside(PAINTED, pane) for pane in (LAND, MARKS, NAMES)}
    assert [pane for pane in before if before[pane] != after[pane]] == [NAMES]


def test_a_zoom_paints_everything_anew(reader):
    before = [reader.inside(PAINTED, pane) for pane in (LAND, MARKS, NAMES)]
    reader.zoom_map(-240)
    assert max(reader.inside(LEFT_OVER, [LAND, MARKS, NAMES])) <= 0
    after = [reader.inside(PAINTED, pane) for pane in (LAND, MARKS, NAMES)]
    assert all(map(str.__ne__, before, after))
