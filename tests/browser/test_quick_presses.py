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


PRESS_AGAIN_AND_AGAIN = """async () => {
  for (let n = 0; n < 10; n += 1) {
    const pills = [...document.querySelectorAll(".st-key-types button")];
    pills.find((button) => button.innerText.startsWith("Forced labor")).click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""


def test_quick_presses_leave_the_number_of_routes_as_it_was_asked(welcome):
    reader = welcome().open("?top=12")
    reader.page.evaluate(PRESS_AGAIN_AND_AGAIN)
    reader.filter("sectors", "Mining").click()
    reader.expect_link("sectors", "mining")
    reader.expect_link("top", "12")
    reader.expect_link("types", "")
