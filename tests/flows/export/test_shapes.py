"""Where claims are: exact on the nine claims and on the two documents, within bounds for any two places."""

import dataclasses

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.export.shapes import claim_geometry


def geometry_of(atlas, ident):
    return claim_geometry(atlas.claim(ident), atlas.gazetteer)


def label_point(atlas, ident):
    place = atlas.gazetteer[ident]
    return round(place.lon, 5), round(place.lat, 5)


def positions(geometry):
    return [
        tuple(position) for position in shapely.get_coordinates(shapely.geometry.shape(geometry)).tolist()
    ]


def test_a_role_is_a_point_on_its_country(nine):
    mexico = {"type": "Point", "coordinates": label_point(nine, "MEX")}
    assert geometry_of(nine, "role-mex-source") == mexico


def test_a_movement_is_a_curve_from_its_origin_through_its_transit_stop_to_its_destination(nine):
    curve = geometry_of(nine, "flow-gtm-mex-usa")
    assert curve["type"] == "LineString"
    assert len(curve["coordinates"]) == 24 + 1 + 24
    ends_and_stop = [curve["coordinates"][number] for number in (0, 24, -1)]
    assert ends_and_stop == [label_point(nine, place) for place in ("GTM", "MEX", "USA")]


def test_internal_trafficking_is_a_point(nine):
    assert geometry_of(nine, "flow-mex-mex") == {"type": "Point", "coordinates": label_point(nine, "MEX")}


def test_a_movement_whose_destination_is_not_named_is_a_point_at_its_origin(shipped):
    cuba = {"type": "Point", "coordinates": label_point(shipped, "CUB")}
    assert geometry_of(shipped, "tip-flow-cub-medical-missions") == cuba


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
    assert madre_de_dios["type"] == "Polygon"
    assert shapely.geometry.shape(madre_de_dios).contains(shapely.Point(*label_point(nine, "PE-MDD")))
    border = shapely.geometry.shape(geometry_of(shipped, "tip-hotspot-us-mexico-border"))
    assert border.contains(shapely.Point(-106.49, 31.76))  # El Paso and Ciudad Juárez
    assert not border.contains(shapely.Point(*label_point(shipped, "MEX")))


def test_outer_rings_turn_left_and_inner_ones_right(nine):
    square, hole = shapely.box(0, 0, 9, 9, ccw=False), shapely.box(3, 3, 6, 6)
    gazetteer = FixedShape(nine.gazetteer, square - hole)
    drawn = shapely.geometry.shape(claim_geometry(nine.claim("hotspot-madre-de-dios"), gazetteer))
    assert drawn.exterior.is_ccw
    assert [ring.is_ccw for ring in drawn.interiors] == [False]


def test_an_area_without_a_polygon_is_a_point(nine):
    gazetteer = FixedShape(nine.gazetteer, shapely.Point(-70, -12))
    assert claim_geometry(nine.claim("hotspot-madre-de-dios"), gazetteer)["type"] == "Point"


def test_a_region_wide_note_is_never_pinned(nine, shipped):
    notes = [claim for atlas in (nine, shipped) for claim in atlas.claims if claim.kind == "context"]
    assert {claim_geometry(claim, nine.gazetteer) for claim in notes} == {None}


@settings(deadline=None)
@given(data=st.data())
def test_between_any_places_a_movement_stays_on_the_globe_and_ends_where_it_should(nine, data):
    known = [place.id for place in nine.gazetteer if abs(place.lat) < 85]
    stops = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=4))
    flow = dataclasses.replace(
        nine.claim("flow-gtm-mex-usa"), origin=stops[0], transit=tuple(stops[1:-1]), destination=stops[-1]
    )
    line = positions(claim_geometry(flow, nine.gazetteer))
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
