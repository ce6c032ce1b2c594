"""Light and dark: the page and the map's frame are of one theme, at the start and when it changes."""

from playwright.sync_api import expect

# Brightness of the colour behind an element, from 0 to 255.
BRIGHTNESS = """(node) => {
  const [r, g, b] = getComputedStyle(node).backgroundColor.match(/[\\d.]+/g).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}"""


def brightness(locator):
    return locator.evaluate(BRIGHTNESS)


def frame_root(reader):
    return reader.frame.content_frame.locator("html")


def test_a_reader_in_the_dark_finds_page_and_map_dark(reader_in_the_dark):
    expect(frame_root(reader_in_the_dark)).to_have_attribute("data-theme", "dark")
    places = ".stApp", ".stSidebar", ".atlas-head"
    assert max(brightness(reader_in_the_dark.page.locator(place)) for place in places) < 60
    assert brightness(reader_in_the_dark.map) < 60


def test_nightfall_reaches_a_light_page_and_its_map_without_a_reload(reader):
    expect(frame_root(reader)).to_have_attribute("data-theme", "light")
    assert min(brightness(reader.page.locator(".stApp")), brightness(reader.map)) > 200
    reader.frame.evaluate("(frame) => { frame.contentWindow.token = 'kept'; }")
    reader.page.emulate_media(color_scheme="dark")
    expect(frame_root(reader)).to_have_attribute("data-theme", "dark")
    assert brightness(reader.page.locator(".stApp")) < 60
    assert brightness(reader.map) < 60
    assert reader.frame.evaluate("(frame) => frame.contentWindow.token") == "kept"
