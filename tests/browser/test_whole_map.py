"""Where the map stands: a link's focus is in sight, one button shows the whole again, no tooltip stays."""

import pytest
from playwright.sync_api import expect

ALL_COLLECTIONS = True
IN_SIGHT = """() => {
  const [x, y] = window.atlas.where(what);
  return x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight;
}"""


@pytest.mark.parametrize(
    "focus", ["region:europe", "route:BOL~BRA", "hotspot:CO-BOL.Cartagena", "country:CHL"]
)
def test_a_link_with_a_focus_brings_it_into_sight(welcome, focus):
    reader = welcome(viewport={"width": 1024, "height": 500}).open(f"?focus={focus}")
    reader.expect_focus(focus)
    reader.rests()
    assert reader.inside(f"({IN_SIGHT})()", focus)


def test_a_link_with_a_view_of_its_own_keeps_it(newcomer):
    newcomer.open("?focus=country:CHL&view=-100,40,5")
    newcomer.expect_focus("country:CHL")
    assert newcomer.link()["view"] == "-100,40,5"


def test_one_button_shows_the_whole_map_again(reader):
    stood = reader.stands_at("country:BRA")
    reader.zoom_map(-480)
    reader.drag_map(-120, 60)
    assert reader.stands_at("country:BRA") != pytest.approx(stood, abs=20)
    before = reader.link()["view"]
    reader.map.get_by_role("button", name="Whole map").click()
    reader.wait_for_another_view(before)
    reader.expect_at("country:BRA", stood)


def test_a_tooltip_leaves_when_the_map_moves(reader):
    tip = reader.point_at("country:BRA")
    expect(tip).to_be_visible()
    before = reader.link()["view"]
    reader.page.mouse.wheel(0, -240)
    reader.wait_for_another_view(before)
    expect(tip).to_be_hidden()
