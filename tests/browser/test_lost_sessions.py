"""After a restart of the server or an expired session every part of the page says the same, and soon."""

import re

import pytest
from playwright.sync_api import expect

from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import default_atlas
from tests.browser.line import line_to
from tests.browser.losses import LosingReader, lossy

ALL_COLLECTIONS = True
PRESSES = (("types", "Forced labor"), ("sectors", "Mining"), ("types", "Sex trafficking"))
PAGES = {
    "Places": ".st-key-place_page h2",
    "Compare": ".st-key-compare .atlas-matrix",
    "Table": ".st-key-table .stDataFrame canvas",
    "Sources": ".st-key-source h2",
    "About": "#glossary",
}


@pytest.fixture(scope="module")
def atlas(chromium):
    with lossy() as found:
        yield found


@pytest.fixture
def losing(welcome, atlas):
    found = LosingReader(welcome(atlas.address).open())
    yield found
    atlas.repair()


@pytest.fixture(params=["restarted", "expired"])
def lose(request, atlas, losing):
    """Lose the session, do what is given while there is no connection, and wait for the next session."""

    def restarted(meanwhile):
        atlas.kill()
        losing.wait_for_loss()
        meanwhile()
        atlas.start()

    def expired(meanwhile):
        atlas.cut()
        losing.wait_for_loss()
        meanwhile()
        atlas.mend()

    def lose(meanwhile=lambda: None):
        losing.watch()
        {"restarted": restarted, "expired": expired}[request.param](meanwhile)
        losing.wait_for_answer()

    return lose


def routes_of(**chosen):
    return len(compose(default_atlas(), Selection.from_values(chosen)).routes)


def in_mining():
    return routes_of(types=["forced_labor"], sectors=["mining"])


def forced_labor_in_mining(reader):
    reader.filter("types", "Forced labor").click()
    reader.filter("sectors", "Mining").click()
    reader.expect_link("sectors", "mining")


def turn_to(reader, name):
    reader.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"^{name}$")).click()
    expect(reader.page.locator(PAGES[name]).first).to_be_attached()
    reader.settle()


def test_filters_focus_and_view_stay_and_the_next_press_is_taken(losing, lose):
    reader = losing.reader
    forced_labor_in_mining(reader)
    reader.drag_map(-60, 20)
    reader.inside("window.atlas.click(what)", "country:PER")
    expect(reader.panel.locator("h2")).to_have_text("Peru")
    reader.expect_link("focus", "country:PER")
    before = reader.link()
    lose()
    assert reader.link() == before
    expect(reader.panel.locator("h2")).to_have_text("Peru")
    reader.expect_focus("country:PER")
    reader.inside("window.atlas.click(what)", "")
    losing.expect_routes(in_mining())
    reader.filter("sectors", "Mining").click()
    reader.expect_link("sectors", "")
    drawn = f"50 of {routes_of(types=['forced_labor'])} routes"
    expect(reader.page.locator(".atlas-asked")).to_contain_text(drawn)
    expect(reader.map).to_have_attribute("data-visible-routes", "50")
    assert reader.link()["view"] == before["view"]


def test_what_is_pressed_without_a_connection_is_shown_at_once_and_taken_up(losing, lose):
    reader = losing.reader
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")

    def press():
        expect(losing.line).to_contain_text("No connection")
        reader.filter("sectors", "Mining").click()
        expect(reader.map).to_have_attribute("data-visible-routes", str(in_mining()))
        losing.expect_pressed("sectors", "Mining")
        reader.legend("Hotspot").click(modifiers=["Control"])
        expect(reader.map).to_have_attribute("data-visible-hotspots", "0")
        reader.pull_map(-40, 10)

    before = reader.link()["view"]
    lose(press)
    reader.wait_for_another_view(before)  # it belongs to the step that the server had to answer
    losing.expect_routes(in_mining())
    expect(losing.line).to_be_empty()
    reader.expect_link("sectors", "mining")
    reader.expect_link("hide", "hotspots")
    expect(reader.map).to_have_attribute("data-visible-hotspots", "0")
    losing.expect_pressed("types", "Forced labor")
    losing.expect_pressed("sectors", "Mining")


@pytest.mark.parametrize(
    ("lose", "name"), [*(("restarted", name) for name in PAGES), ("expired", "Compare")], indirect=["lose"]
)
def test_a_page_beside_the_map_stays_with_its_filters(losing, lose, name):
    reader = losing.reader
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    turn_to(reader, name)
    if name == "Compare":
        reader.page.locator(".st-key-matrix button").filter(has_text="Roles by country").click()
        reader.expect_link("matrix", "roles-places")
    lose(lambda: reader.filter("sectors", "Mining").click())
    reader.expect_link("sectors", "mining")
    reader.expect_link("types", "forced_labor")
    assert reader.page.url.partition("?")[0].endswith(name.lower())
    expect(reader.page.locator(".atlas-asked")).to_contain_text(f"{in_mining()} routes")
    losing.expect_pressed("sectors", "Mining")
    expect(reader.page.locator(PAGES[name]).first).to_be_attached()
    if name == "Compare":
        losing.expect_pressed("matrix", "Roles by country")
    turn_back(losing)
    losing.expect_routes(in_mining())


def turn_back(losing):
    losing.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile("^Explore$")).click()
    losing.reader.map.wait_for()
    losing.reader.settle()


def test_what_was_opened_on_another_page_is_still_open_there(losing, lose):
    reader = losing.reader
    turn_to(reader, "Sources")
    heading = losing.page.locator(".st-key-source h2")
    first = heading.inner_text()
    listed = reader.page.locator("[data-reader-open]").nth(1)
    document = listed.get_attribute("data-reader-open")
    listed.click()
    reader.expect_link("document", document)
    expect(heading).not_to_have_text(first)
    title = heading.inner_text()
    turn_back(losing)
    lose()
    turn_to(reader, "Sources")
    reader.expect_link("document", document)
    expect(heading).to_have_text(title)


@pytest.mark.parametrize(
    ("lose", "number"),
    [*(("restarted", n) for n in range(len(PRESSES) + 1)), ("expired", 1)],
    indirect=["lose"],
)
def test_a_loss_amid_quick_presses_leaves_nothing_half_done(losing, lose, number):
    reader = losing.reader

    def press(presses):
        for facet, words in presses:
            reader.filter(facet, words).click()

    press(PRESSES[:number])
    lose(lambda: press(PRESSES[number:]))
    reader.expect_link("types", "forced_labor|sex_trafficking")
    reader.expect_link("sectors", "mining")
    losing.expect_pressed("types", "Sex trafficking", "Forced labor")
    losing.expect_routes(routes_of(types=["forced_labor", "sex_trafficking"], sectors=["mining"]))
    reader.inside("window.atlas.click(what)", "country:PER")
    expect(reader.panel.locator("h2")).to_have_text("Peru")


@pytest.fixture
def line(served_atlas):
    """A line to a server that remembers its sessions for a while."""
    with line_to(served_atlas.port) as found:
        yield found


def test_a_short_cut_loses_nothing_either(welcome, line):
    reader = welcome(f"http://localhost:{line.port}").open()
    losing = LosingReader(reader)
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    line.cut()
    losing.wait_for_loss()
    reader.filter("sectors", "Mining").click()
    reader.inside("window.atlas.click(what)", "country:PER")
    line.mend()
    reader.expect_link("focus", "country:PER")
    reader.expect_link("sectors", "mining")
    expect(reader.panel.locator("h2")).to_have_text("Peru")


def test_a_step_back_without_a_connection_is_followed_when_it_is_found(losing, lose):
    reader = losing.reader.open("?sectors=mining")
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    losing.expect_routes(in_mining())
    lose(reader.page.go_back)
    losing.expect_pressed("types")
    losing.expect_pressed("sectors", "Mining")
    losing.expect_routes(routes_of(sectors=["mining"]))
    reader.expect_link("types", "")
    reader.expect_link("step", "")
