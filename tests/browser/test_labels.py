"""Names on the map: every marked place has one, at once or with one zoom, and none hides an arrowhead."""

import pytest

ALL_COLLECTIONS = True

NAMES = "window.atlas.names()"
# Zoom in once where a place is, and tell whether its name is written then.
ZOOM_TO = """((place) => {
  const {id, at: [x, y]} = place;
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const latitude = (Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI;
  const [centre, zoom] = [map.getCenter(), map.getZoom()];
  map.setView([latitude, x], zoom + 1, {animate: false});
  const { written, places } = window.atlas.names();
  const { name } = places.find((place) => place.id === id);
  map.setView(centre, zoom, {animate: false});
  return written.some(({ text }) => text === name);
})(what)"""


def overlap(one, other):
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


@pytest.mark.parametrize(
    ("width", "height", "query"),
    [(1280, 720, ""), (1366, 768, ""), (1920, 1080, ""), (1366, 768, "?top=300"), (390, 844, "")],
)
def test_no_name_lies_over_an_arrowhead_or_another_name(welcome, width, height, query):
    names = welcome(viewport={"width": width, "height": height}).open(query).inside(NAMES)
    boxes = [written["box"] for written in names["written"]]
    assert len(names["heads"]) > 40
    hidden = [
        written["text"]
        for written in names["written"]
        if any(overlap(written["box"], head) for head in names["heads"])
    ]
    assert hidden == []
    assert not any(overlap(one, other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_every_place_that_holds_a_mark_is_named_at_once_or_with_one_zoom(welcome):
    reader = welcome(viewport={"width": 1366, "height": 768}).open()
    names = reader.inside(NAMES)
    written = {name["text"] for name in names["written"]}
    unnamed = [place for place in names["places"] if place["name"] not in written]
    assert len(unnamed) <= len(names["places"]) / 3
    assert [place["name"] for place in unnamed if not reader.inside(ZOOM_TO, place)] == []
