"""The picture of the map for a slide: made in the page, with all that a reader needs to understand it."""

import re
import struct
from xml.etree import ElementTree as ET

from playwright.sync_api import expect

SVG = "{http://www.w3.org/2000/svg}"


def downloaded(reader, kind, folder):
    reader.page.get_by_role("button", name="Download").click()
    button = reader.page.get_by_role("button", name=f"Picture for a slide ({kind})")
    with reader.page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_picture_has_the_size_of_a_slide(reader, tmp_path):
    before = reader.visible()
    path = downloaded(reader, "PNG", tmp_path)
    assert re.fullmatch(r"trafficking-flows-map-\d{4}-\d\d-\d\d\.png", path.name)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (1920, 1080)
    assert reader.visible() == before
    assert reader.inside("window.atlas.where('country:USA')")


def test_a_drawing_says_what_it_shows_and_asks_nobody_for_anything(newcomer, tmp_path):
    reader = newcomer.open("?focus=country:MEX")
    path = downloaded(reader, "SVG", tmp_path)
    text = path.read_text(encoding="utf-8")
    drawing = ET.fromstring(text)  # noqa: S314 - our own file
    assert drawing.get("viewBox") == "0 0 1920 1080"
    words = [node.text for node in drawing.iter(f"{SVG}text")]
    said = reader.page.locator(".st-key-asked .atlas-asked").inner_text()
    told = " ".join(words)
    for part in (
        "Mexico",
        said,
        "Color: form of trafficking",
        "Forced labor",
        "Lines show what documents say",
    ):
        assert part in told, part
    assert any(word.startswith("Sources, 2") for word in words)
    assert {"United States", "Source", "Destination"} <= set(words)
    assert not re.findall(r"(?:href|src)=\"(?!data:)", text)
    assert set(re.findall(r"https?://[^\"<\s]+", text)) == {"http://www.w3.org/2000/svg"}
    fills = {node.get("fill") for node in drawing.iter(f"{SVG}path")}
    assert len(fills) > 4


def test_other_pages_offer_no_picture_of_a_map_that_they_lack(newcomer):
    newcomer.open()
    newcomer.page.get_by_test_id("stTopNavLink").filter(has_text="Table").click()
    newcomer.page.locator(".st-key-table").wait_for()
    newcomer.page.get_by_role("button", name="Download").click()
    expect(newcomer.page.get_by_role("button", name="Sources (text)")).to_be_visible()
    expect(newcomer.page.get_by_role("button", name=re.compile("^Picture for a slide"))).to_have_count(0)
