"""Whatever the width of the window, what a mark opens is in sight, and nothing lies over anything else."""

from playwright.sync_api import expect

WIDTHS = (1024, 1100, 1200, 1279, 1280, 1297, 1366, 1920)

# Streamlit draws its links to the pages some moments later, and anew.
PAGES_BESIDE_SEARCH = """() => {
  const box = (found) => found && found.getBoundingClientRect();
  const last = box([...document.querySelectorAll("[data-testid=stTopNavLink]")].at(-1));
  const search = box(document.querySelector(".atlas-search input"));
  return last && search && last.width > 0 && last.right <= search.left;
}"""


def test_the_panel_stands_beside_the_map_and_the_head_has_room_for_all(welcome):
    reader = welcome(viewport={"width": WIDTHS[0], "height": 720}).open()
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 720})
        reader.rests()
        frame, panel = reader.frame.bounding_box(), reader.panel.bounding_box()
        assert frame["x"] + frame["width"] <= panel["x"] + 1, width
        assert panel["y"] < 720 / 2, width
        assert panel["x"] + panel["width"] <= width
        reader.page.wait_for_function(PAGES_BESIDE_SEARCH)
        reader.click_map("country:BRA")
        reader.expect_focus("country:BRA")
        expect(reader.panel.locator("h2").filter(has_text="Brazil")).to_be_in_viewport()
        reader.panel.get_by_role("button", name="Back to the overview").click()
        reader.expect_focus("")
