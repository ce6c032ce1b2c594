"""Where claims are: exact on the nine claims and on the two documents, within bounds for any two places."""

import dataclasses

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.export.shapes import claim_shape, geojson_geometry
from geodata.model.claims import FlowClaim


def drawn(claim, places):
    shape, drawn_as = claim_shape(claim, places)
    return geojson_geometry(shape), drawn_as


def geometry_of(atlas, ident):
    return drawn(atlas.claim(ident), atlas.gazetteer)[0]


def label_point(atlas, ident):
    place = atlas.gazetteer[ident]
    return round(place.lon, 5), round(place.lat, 5)


def positions(geometry):
    return [
        tuple(position) for position in shapely.get_coordinates(shapely.geometry.shape(geometry)).tolist()
    ]


def test_a_role_is_a_point_on_its_country(nine):
    mexico = {"type": "Point", "coordinates": label_point(nine, "MEX")}
    assert drawn(nine.claim("role-mex-source"), nine.gazetteer) == (mexico, "point")


def test_every_movement_is_drawn_with_lines_that_say_what_they_are(whole):
    flows = whole.of_kind(FlowClaim)
    shapes = [claim_shape(claim, whole.gazetteer) for claim in flows]
    assert {shape.geom_type for shape, _ in shapes} == {"MultiLineString"}
    assert {drawn_as for _, drawn_as in shapes} == {"curve", "ring", "stub"}


def test_a_movement_is_a_curve_from_its_origin_through_its_transit_stop_to_its_destination(nine):
    curve, drawn_as = drawn(nine.claim("flow-gtm-mex-usa"), nine.gazetteer)
    assert (curve["type"], drawn_as) == ("MultiLineString", "curve")
    (line,) = curve["coordinates"]
    assert len(line) == 24 + 1 + 24
    assert [line[number] for number in (0, 24, -1)] == [
        label_point(nine, place) for place in ("GTM", "MEX", "USA")
    ]


def test_internal_trafficking_is_a_loop_that_begins_and_ends_at_its_place(nine):
    loop, drawn_as = drawn(nine.claim("flow-mex-mex"), nine.gazetteer)
    (line,) = loop["coordinates"]
    mexico = label_point(nine, "MEX")
    assert (loop["type"], drawn_as) == ("MultiLineString", "ring")
    assert (line[0], line[-1]) == (mexico, mexico)
    assert max(latitude for _, latitude in line) == pytest.approx(mexico[1] + 1.6)


def test_a_movement_whose_destination_is_not_named_is_a_stub_at_its_origin(shipped):
    claim = shipped.claim("tip-flow-cub-medical-missions")
    stub, drawn_as = drawn(claim, shipped.gazetteer)
    assert (stub["type"], drawn_as) == ("MultiLineString", "stub")
    assert stub["coordinates"][0][0] == label_point(shipped, "CUB")
    arriving = dataclasses.replace(claim, origin="", destination="CUB")
    assert drawn(arriving, shipped.gazetteer)[0]["coordinates"][0][-1] == label_point(shipped, "CUB")


def test_a_loop_at_the_antimeridian_stays_on_the_globe(nine):
    edge = dataclasses.replace(nine.gazetteer["MEX"], id="edge", lon=179.9, lat=0.0)
    gazetteer = nine.gazetteer.with_places([edge])
    flow = dataclasses.replace(nine.claim("flow-mex-mex"), origin="edge", destination="edge")
    shape, _ = claim_shape(flow, gazetteer)
    assert shape.bounds[0] >= -180
    assert shape.bounds[2] <= 180
    assert shapely.get_num_geometries(shape) == 3


def test_a_movement_whose_destination_is_not_named_goes_as_far_as_its_transit_stop(shipped):
    curve = positions(geometry_of(shipped, "crs-flow-asia-via-latin-america"))
    assert (curve[0], curve[-1]) == (label_point(shipped, "asia"), label_point(shipped, "latin_america"))


def test_the_way_from_the_philippines_is_cut_in_the_pacific(shipped):
    curve = geometry_of(shipped, "crs-flow-phl-usa-2013")
    assert curve["type"] == "MultiLineString"
    west, east = curve["coordinates"]
    assert (west[0], east[-1]) == (label_point(shipped, "PHL"), label_point(shipped, "USA"))
    assert (west[-1][0], east[0][0]) == (180, -180)
    assert west[-1][1] == east[0][1]


def test_a_hotspot_in_a_unit_or_a_border_zone_is_its_area(nine, shipped):
    madre_de_dios = geometry_of(nine, "hotspot-madre-de-dios")
    assert madre_de_dios["type"] == "MultiPolygon"
    assert shapely.geometry.shape(madre_de_dios).contains(shapely.Point(*label_point(nine, "PE-MDD")))
    border = shapely.geometry.shape(geometry_of(shipped, "tip-hotspot-us-mexico-border"))
    assert border.contains(shapely.Point(-106.49, 31.76))  # El Paso and Ciudad Juárez
    assert not border.contains(shapely.Point(*label_point(shipped, "MEX")))


def test_outer_rings_turn_left_and_inner_ones_right(nine):
    square, hole = shapely.box(0, 0, 9, 9, ccw=False), shapely.box(3, 3, 6, 6)
    gazetteer = FixedShape(nine.gazetteer, square - hole)
    geometry, _ = drawn(nine.claim("hotspot-madre-de-dios"), gazetteer)
    (polygon,) = shapely.geometry.shape(geometry).geoms
    assert polygon.exterior.is_ccw
    assert [ring.is_ccw for ring in polygon.interiors] == [False]


def test_a_hotspot_without_an_outline_is_a_circle_that_says_so(nine):
    gazetteer = FixedShape(nine.gazetteer, shapely.Point(-70, -12))
    geometry, drawn_as = drawn(nine.claim("hotspot-madre-de-dios"), gazetteer)
    assert (geometry["type"], drawn_as) == ("MultiPolygon", "circle")
    centre = shapely.geometry.shape(geometry).centroid
    assert (centre.x, centre.y) == pytest.approx(label_point(nine, "PE-MDD"), abs=1e-5)


def test_a_region_wide_note_is_never_pinned(nine, shipped):
    notes = [claim for atlas in (nine, shipped) for claim in atlas.claims if claim.kind == "context"]
    assert {claim_shape(claim, nine.gazetteer) for claim in notes} == {(None, "not drawn")}


@settings(deadline=None)
@given(data=st.data())
def test_between_any_places_a_movement_stays_on_the_globe_and_ends_where_it_should(nine, data):
    known = [place.id for place in nine.gazetteer if abs(place.lat) < 85]
    stops = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=4))
    flow = dataclasses.replace(
        nine.claim("flow-gtm-mex-usa"), origin=stops[0], transit=tuple(stops[1:-1]), destination=stops[-1]
    )
    line = positions(drawn(flow, nine.gazetteer)[0])
    assert all(abs(longitude) <= 180 and abs(latitude) <= 90 for longitude, latitude in line)
    assert (line[0], line[-1]) == (label_point(nine, stops[0]), label_point(nine, stops[-1]))


class FixedShape:
    """A gazetteer whose places all have one shape."""

    def __init__(self, gazetteer, shape):
        self.gazetteer, self.shape = gazetteer, shape

    def __getitem__(self, ident):
        return self.gazetteer[ident]

    def geometry(self, ident):
        return self.shape
