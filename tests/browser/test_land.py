"""The land is painted anew when what it says has changed, and only then."""

from tests.browser.paint import LAND, MARKS, SQUARE, colour, square, wait_for_another_colour

MEXICO = "country:MEX"
# Press a switch and read the land in the same breath: no server can have answered in between.
PRESS_AND_READ = f"""(button, asked) => {{
  button.click();
  return ({SQUARE})(button.closest("[data-atlas-ready]"), asked);
}}"""
# How many pixels of a canvas have the colour of the line around what is looked at.
OUTLINED = """(() => {
  const canvas = map.querySelector(what);
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--atlas-focus-ring").trim();
  ctx.fillRect(0, 0, 1, 1);
  const wanted = ctx.getImageData(0, 0, 1, 1).data.join();
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) count += data.slice(i, i + 4).join() === wanted;
  return count;
})()"""
PAINTED = "map.querySelector(what).toDataURL()"


def test_a_filter_changes_what_the_land_says(reader):
    named = colour(reader, LAND, MEXICO)
    reader.filter("types", "Forced labor").click()
    wait_for_another_colour(reader, LAND, MEXICO, named)


def test_a_switch_paints_the_land_in_the_moment_of_the_press_as_the_server_then_says(reader):
    named = colour(reader, LAND, MEXICO)
    asked = {"pane": LAND, "at": reader.stands_at(MEXICO), "side": 1}
    pressed = tuple(reader.legend("Forced labor").evaluate(PRESS_AND_READ, asked))
    reader.expect_link("types", "forced_labor")
    assert pressed == colour(reader, LAND, MEXICO) != named


def test_land_that_a_filter_leaves_out_is_plain_and_not_hatched_as_if_no_document_named_it(reader):
    named = colour(reader, LAND, MEXICO)
    reader.filter("types", "Forced labor").click()
    wait_for_another_colour(reader, LAND, MEXICO, named)
    assert len({pixel for row in square(reader, LAND, MEXICO, 9) for pixel in row}) == 1


def test_nightfall_darkens_the_land(reader):
    by_day = colour(reader, LAND, MEXICO)
    reader.page.emulate_media(color_scheme="dark")
    reader.frame.content_frame.locator("html[data-theme=dark]").wait_for()
    assert max(colour(reader, LAND, MEXICO)[:3]) < min(by_day[:3])


def test_a_country_in_focus_is_outlined_and_loses_its_outline_again(reader):
    reader.rests()
    land = reader.inside(PAINTED, LAND)
    assert reader.inside(OUTLINED, MARKS) == 0
    reader.click_map("country:BRA")
    reader.expect_focus("country:BRA")
    assert reader.inside(OUTLINED, MARKS) > 100
    assert reader.inside(PAINTED, LAND) == land  # all land would take longer than the rest of the press
    reader.click_map("country:URY", right_of=100)
    reader.expect_focus("")
    assert reader.inside(OUTLINED, MARKS) == 0
