"""Two filters pressed before the server answers the first are both taken."""

from playwright.sync_api import expect

PRESS_BOTH = """() => {
  const press = (facet, words) => [...document.querySelectorAll(`.st-key-${facet} button`)]
    .find((button) => button.innerText.startsWith(words)).click();
  press("types", "Forced labor");
  press("sectors", "Mining");
}"""


def test_two_presses_at_once_are_both_taken(reader):
    pressed = (("types", "Forced labor"), ("sectors", "Mining"))
    for facet, words in pressed:
        reader.filter(facet, words).wait_for()
    reader.page.evaluate(PRESS_BOTH)
    reader.expect_link("types", "forced_labor")
    reader.expect_link("sectors", "mining")
    for facet, words in pressed:
        expect(reader.filter(facet, words)).to_have_attribute("aria-pressed", "true")
