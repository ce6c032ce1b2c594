"""The lines of the shipped atlas: as the map draws them and as an export samples them."""

import pytest
import shapely
from shapely import LineString

from flows.export.shapes import claim_shape
from flows.geometry.curves import DEFAULT_BEND, display_longitude, sample, to_plane
from flows.geometry.route_lines import bend_factors, courses_of, nodes_of, point_of, region_end
from flows.maps.marks import marks_tables
from flows.scene.routes import routes_from
from geodata.model.claims import FlowClaim
from tests.benchmarks.layout import crossings, hits
from tests.flows.made_up import atlas_of, flow, role


@pytest.fixture(scope="module")
def curves(both_collections):
    return {mark["id"]: mark["curve"] for mark in marks_tables(both_collections)["routes"]}


def test_every_line_on_the_map_ends_at_its_places(both_collections, curves):
    for ident, stops in courses_of(both_collections).items():
        assert len(curves[ident]) == len(stops) - 1
        for segment, start, end in zip(curves[ident], stops, stops[1:], strict=False):
            assert segment[:2] == pytest.approx(start, abs=0.006)
            assert segment[4:] == pytest.approx(end, abs=0.006)


def test_routes_drawn_without_a_line_have_none(both_collections, curves):
    lines = courses_of(both_collections)
    for route in routes_from(both_collections.claims):
        short = route.internal or len(route.places) < 2 or region_end(route, both_collections.gazetteer)
        assert bool(curves[route.id]) == (route.id in lines) == (not short)


def test_an_exported_movement_bends_as_on_the_map(both_collections, curves):
    sides = bend_factors(both_collections)
    flows = {claim.route: claim for claim in both_collections.claims if isinstance(claim, FlowClaim)}
    turned = [ident for ident, chosen in sides.items() if set(chosen) != {DEFAULT_BEND}]
    assert turned
    for ident in turned:
        drawn = LineString(sample([tuple(batched(segment)) for segment in curves[ident]]))
        shape, _ = claim_shape(flows[ident], both_collections.gazetteer, sides)
        exported = [to_plane(display_longitude(lon), lat) for lon, lat in shapely.get_coordinates(shape)]
        assert drawn.hausdorff_distance(LineString(exported)) < 0.1, ident


def batched(numbers):
    return zip(numbers[::2], numbers[1::2], strict=True)


def test_between_the_countries_of_a_region_a_wedge_stands_at_its_anchor(both_collections):
    marks = {mark["id"]: mark for mark in marks_tables(both_collections)["routes"]}
    inside, between = (marks[f"latin_america~latin_america{end}"] for end in ("", "~between"))
    assert "loop" in inside
    assert "loop" not in between
    assert (between["stub"]["region"], between["stub"]["label"]) == ("latin_america", "Latin America")


def test_opposite_directions_bend_apart(both_collections):
    sides = bend_factors(both_collections)
    both = [ident for ident in sides if "~".join(reversed(ident.split("~"))) in sides]
    assert both
    assert all(side >= DEFAULT_BEND for ident in both for side in sides[ident])


def test_lines_pass_fewer_nodes_and_cross_less_than_with_default_bends(both_collections):
    courses, nodes, sides = (
        courses_of(both_collections),
        nodes_of(both_collections),
        bend_factors(both_collections),
    )
    for count in (40, 100, len(courses)):
        first = dict(list(courses.items())[:count])
        passed, by_default = hits(first, sides, nodes), hits(first, {}, nodes)
        assert passed < by_default
        # A node passed is worse than a crossing: few lines may cross a little more to pass fewer.
        assert passed + crossings(first, sides) < by_default + crossings(first, {})
        assert count == 40 or crossings(first, sides) < crossings(first, {})


def test_what_the_map_draws_only_on_request_gives_way(gazetteer):
    asked = flow("HND~MEX", assertion="alleged")
    atlas = atlas_of(gazetteer, asked, flow("MEX~USA"))
    assert list(courses_of(atlas)) == ["MEX~USA", "HND~MEX"]


def test_lines_keep_clear_of_a_place_that_has_a_role_and_no_line(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX"), role("CUB"))
    assert point_of(gazetteer["CUB"]) in nodes_of(atlas)
