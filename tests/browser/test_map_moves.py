"""Pulling the map: what is painted is carried along, and names are set for what the window shows then."""

import pytest

from tests.browser.paint import LAND, MARKS, NAMES

PAINTED = "map.querySelector(what).toDataURL()"
# A canvas of the layer, once all of it is painted again.
PAINTED_WHOLE = """(() => {
  const painter = atlas_layer_atlas[what];
  painter.paint();
  return painter._container.toDataURL();
})()"""
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


def test_once_all_is_painted_a_pull_paints_only_names_anew(reader):
    reader.drag_map(40, 20)  # the first one paints what lies beside the window
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


@pytest.mark.parametrize(
    "begin", [lambda reader: reader.drag_map(-90, -60), lambda reader: reader.zoom_map(240)]
)
def test_what_a_press_did_not_paint_beside_the_window_is_there_when_the_map_moves(reader, begin):
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    begin(reader)
    moved = [reader.inside(PAINTED, pane) for pane in (LAND, MARKS)]
    assert moved == [reader.inside(PAINTED_WHOLE, which) for which in ("ground", "marks")]
