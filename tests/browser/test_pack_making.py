"""A pack is made when its button is pressed: what is being done is told beside it, and can be cancelled."""

import re
import struct

from playwright.sync_api import expect

ASKED = re.compile(r"/atlas/pack\?")
# Remembers what the line says, which may be too short to be read by a test.
REMEMBER = """() => {
  window.remembered = [];
  new MutationObserver(() => {
    const said = document.querySelector(".atlas-making [role=status]")?.textContent;
    if (said && window.remembered.at(-1) !== said) window.remembered.push(said);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def test_a_picture_for_a_slide_can_be_cancelled_and_tells_its_steps(reader, tmp_path):
    page, held = reader.page, []
    before = reader.visible()
    page.get_by_role("button", name="Download").click()
    packs = page.locator(".atlas-packs")
    button = packs.get_by_role("button", name="Picture for a slide (PNG)")
    making = page.locator(".atlas-making")
    told = making.get_by_role("status")

    page.route(ASKED, lambda route: held.append(route))  # noqa: PLW0108 — Playwright takes no built-in
    button.click()
    expect(told).to_have_text("Making the picture …")
    making.get_by_role("button", name="Cancel").click()
    expect(told).to_have_text("Cancelled: nothing was saved.")
    expect(button).to_be_focused()
    page.unroute(ASKED)

    page.evaluate(REMEMBER)
    with page.expect_download() as download:
        button.press("Enter")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert re.fullmatch(r"trafficking-flows-pack-selection-\d{4}-\d\d-\d\d\.png", path.name)
    content = path.read_bytes()
    assert struct.unpack(">II", content[16:24]) == (3840, 2160)
    expect(told).to_have_text(f"Made: {path.name}")
    assert "Making the picture … Drawing the map" in page.evaluate("window.remembered")
    assert reader.visible() == before

    # What is being made is seen, and can be cancelled, when the choice is closed too.
    page.route(ASKED, lambda route: held.append(route))  # noqa: PLW0108 — Playwright takes no built-in
    button.click()
    expect(told).to_have_text("Making the picture …")
    page.get_by_role("button", name="Download").click()
    expect(packs).to_have_count(0)
    expect(page.locator("body > .atlas-making")).to_be_in_viewport()
    making.get_by_role("button", name="Cancel").click()
    expect(told).to_have_text("Cancelled: nothing was saved.")
    page.unroute(ASKED)


def test_a_pack_that_cannot_be_made_says_so(reader):
    page = reader.page
    page.get_by_role("button", name="Download").click()
    page.route(ASKED, lambda route: route.fulfill(body='{"step":"Drawing the map"}\n'))
    page.locator(".atlas-packs").get_by_role("button", name="Page (HTML)").click()
    expect(page.locator(".atlas-making [role=status]")).to_have_text("The file could not be made. Try again.")
    page.unroute(ASKED)
