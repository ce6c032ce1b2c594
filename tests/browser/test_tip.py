"""What the tip says of a route: the form under the pointer first, and what a filter leaves out by name."""

from playwright.sync_api import expect

ALL_COLLECTIONS = True
ROUTE = "route:BOL~ARG"


def point_at(reader, mark):
    x, y = reader.stands_at(mark)
    corner = reader.frame.bounding_box()
    reader.page.mouse.move(corner["x"] + x, corner["y"] + y)
    return reader.map.locator(".atlas-tip")


def test_under_a_filter_the_tip_names_what_else_the_route_names(welcome):
    reader = welcome().open("?types=forced_labor&hide=hotspots&focus=route:BOL~ARG")
    told = point_at(reader, ROUTE)
    expect(told).to_contain_text("Bolivia → Argentina")
    expect(told).to_contain_text("Forced labor")
    expect(told).to_contain_text("also named: sex trafficking")


def test_without_a_filter_every_form_has_its_documents_and_nothing_is_left_to_name(welcome):
    told = point_at(welcome().open("?hide=hotspots&focus=route:BOL~ARG"), ROUTE)
    expect(told).to_contain_text("Bolivia → Argentina")
    expect(told).to_contain_text(" · ")
    expect(told).not_to_contain_text("also named")
