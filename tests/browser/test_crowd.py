"""More routes than are painted as ribbons: thin lines, which mean and answer the same."""

import pytest
from playwright.sync_api import expect

from tests.benchmarks.many_routes import write_many_routes
from tests.browser.paint import MARKS, square, strongest, unbroken
from tests.browser.served import serving

ROUTES = 450
EVERYTHING = f"?top={ROUTES}"
# Routes of the made-up collection that have no other mark near the point at which they are met.
SURE, HEDGED, BENT = "route:CCK~BHS", "route:ATA~FLK", "route:SXM~CHL~BVT"
BOX = 15


@pytest.fixture(scope="module")
def served_crowd(chromium, tmp_path_factory):
    collection = write_many_routes(tmp_path_factory.mktemp("made") / "crowd", routes=ROUTES)
    with serving(collection) as server:
        yield server
    assert server.mishaps() == []


@pytest.fixture
def crowd(welcome, served_crowd):
    return welcome(served_crowd.address)


def test_a_click_on_a_line_of_the_crowd_opens_it(crowd):
    crowd.open(EVERYTHING)
    assert len(crowd.visible()["routes"]) == ROUTES
    crowd.click_map(BENT)
    crowd.expect_focus(BENT)


def test_what_is_reported_stays_dashed_and_what_is_stated_unbroken(crowd):
    crowd.open(EVERYTHING)
    assert unbroken(square(crowd, MARKS, SURE, BOX))
    assert not unbroken(square(crowd, MARKS, HEDGED, BOX))
    assert strongest(square(crowd, MARKS, HEDGED, BOX)) > 200


def test_the_legend_says_that_each_route_of_a_crowd_is_one_line(crowd):
    crowd.open()
    told = crowd.map.locator(".atlas-legend-line .atlas-quiet")
    expect(told).to_be_hidden()
    crowd.page.locator(".st-key-top_slider input").press("End")
    expect(told).to_contain_text("Where more than 400 routes are drawn each is one thin line")


def test_a_line_in_focus_stands_out_of_the_crowd(crowd):
    crowd.open(f"{EVERYTHING}&focus={SURE}")
    crowd.expect_focus(SURE)
    assert strongest(square(crowd, MARKS, SURE, BOX)) > 200
    assert strongest(square(crowd, MARKS, BENT, BOX)) < 100


def test_the_lines_follow_when_the_map_is_zoomed(crowd):
    crowd.open(EVERYTHING)
    before = crowd.stands_at(BENT)
    crowd.zoom_map(90)
    assert crowd.stands_at(BENT) != before
    assert strongest(square(crowd, MARKS, BENT, BOX)) > 200
