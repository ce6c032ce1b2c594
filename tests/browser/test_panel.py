"""From the panel to the map: cards, list entries, and the keyboard alone."""

from playwright.sync_api import expect

# Whether places stand inside the map's window.
IN_SIGHT = """([...places]) => places.every((place) => {
  const [x, y] = window.atlas?.where(place) ?? [];
  return x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight;
})"""
FAR_AWAY = "view=15,50,6"  # over Europe


def in_sight(reader, *places):
    return reader.inside(f"({IN_SIGHT})(what)", list(places))


def wait_until_in_sight(reader, *places):
    frame = reader.frame.element_handle().content_frame()
    frame.wait_for_function(IN_SIGHT, arg=list(places))


def test_a_card_leads_to_its_mark_and_brings_it_into_view(newcomer):
    newcomer.open(f"?focus=country:USA&{FAR_AWAY}")
    assert not in_sight(newcomer, "country:MEX")
    newcomer.card("crs-flow-mex-usa-2013").get_by_role("button").first.click()
    newcomer.expect_focus("route:MEX~USA")
    wait_until_in_sight(newcomer, "country:MEX", "country:USA")
    expect(newcomer.panel.locator("h2")).to_have_text("Mexico → United States")


def test_a_list_entry_is_reached_and_pressed_by_keyboard(newcomer):
    newcomer.open(f"?{FAR_AWAY}")
    newcomer.page.locator(".st-key-content_note input").focus()
    newcomer.page.keyboard.press("Tab")
    entry = newcomer.page.locator("button[data-atlas-focus]:focus")
    expect(entry).to_have_attribute("data-atlas-focus", "country:USA")
    newcomer.page.keyboard.press("Enter")
    newcomer.expect_focus("country:USA")
    wait_until_in_sight(newcomer, "country:USA")
    expect(newcomer.panel.locator("h2")).to_have_text("United States")


def test_every_mark_has_an_entry_in_the_list(reader):
    expect(reader.panel.locator("[data-atlas-focus^='route:']").first).to_be_attached()
    listed = reader.panel.locator("button[data-atlas-focus]").evaluate_all(
        "(entries) => entries.map((entry) => entry.dataset.atlasFocus)"
    )
    visible = reader.visible()
    marks = {f"route:{route}" for route in visible["routes"]}
    marks |= {f"hotspot:{hotspot}" for hotspot in visible["hotspots"]}
    assert marks <= set(listed)
    places = {role.split(".")[0] for role in visible["roles"]}
    assert places <= {entry.split(":")[1] for entry in listed if entry.startswith(("country:", "region:"))}


def test_entries_behind_a_fold_open_by_keyboard(reader):
    folded = reader.panel.locator("details", has=reader.page.locator("[data-atlas-focus^='route:']"))
    folded.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator("button[data-atlas-focus^='route:']:focus")).to_be_visible()


def test_the_map_zooms_by_keyboard(reader):
    before = reader.link()["view"]
    reader.map.get_by_role("button", name="Zoom in").focus()
    reader.page.keyboard.press("Enter")
    reader.wait_for_another_view(before)
    assert float(reader.link()["view"].split(",")[2]) == float(before.split(",")[2]) + 1


def test_the_way_back_leads_to_the_overview(newcomer):
    newcomer.open("?focus=hotspot:border_MEX-USA")
    expect(newcomer.panel.locator("mark").first).to_be_visible()
    newcomer.panel.get_by_role("button", name="Back to the overview").click()
    newcomer.expect_focus("")
    expect(newcomer.panel.locator("h2")).to_have_text("What the documents say")


def test_another_story_begins_at_its_top_and_the_keyboard_goes_on_there(newcomer):
    newcomer.open()
    last = newcomer.panel.locator(".atlas-card-title").last
    last.focus()
    newcomer.page.keyboard.press("Enter")
    back = newcomer.panel.get_by_role("button", name="Back to the overview")
    expect(back).to_be_focused()
    expect(back).to_be_in_viewport()
    newcomer.page.keyboard.press("Enter")
    expect(newcomer.panel.locator("h2")).to_be_focused()
