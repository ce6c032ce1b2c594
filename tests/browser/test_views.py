"""The map looks as it did: a dozen named views against committed pictures."""

import pytest
from PIL import Image, ImageDraw

from tests.browser.views import LEFT_BEHIND, PICTURES, SHEET, contact_sheet, difference, names, photograph

ALL_COLLECTIONS = True
# Two pixels in a hundred: another rounding of letters and edges, not another map.
TOLERANCE = 0.02


@pytest.mark.parametrize("name", names())
def test_a_view_looks_as_it_did(browser, served_atlas, name):
    kept = Image.open(PICTURES / f"{name}.webp").convert("RGB")
    taken = photograph(browser, served_atlas.address, name)
    found = difference(kept, taken)
    if found > TOLERANCE:
        LEFT_BEHIND.mkdir(exist_ok=True)
        taken.save(LEFT_BEHIND / f"view-{name}.png")
    assert found <= TOLERANCE, f"{found:.1%} of the picture differ; look at test-results/view-{name}.png"


def test_a_changed_map_is_noticed():
    kept = Image.open(PICTURES / "hemisphere.webp").convert("RGB")
    changed = kept.copy()
    ImageDraw.Draw(changed).rectangle((600, 100, 800, 250), fill="black")
    assert difference(kept, changed) > TOLERANCE


def test_the_contact_sheet_shows_every_picture():
    assert difference(Image.open(SHEET).convert("RGB"), contact_sheet()) <= TOLERANCE
