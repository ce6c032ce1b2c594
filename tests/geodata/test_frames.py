import pytest

from geodata.frames import context_frame, flows_frame, hotspots_frame, places_frame, roles_frame
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import ContextClaim, FlowClaim, HotspotClaim, RoleClaim


@pytest.mark.parametrize(
    ("frame", "kind", "shapes"),
    [
        (roles_frame, RoleClaim, ["Point", "Point"]),
        (flows_frame, FlowClaim, ["MultiLineString"] * 4),
        (hotspots_frame, HotspotClaim, ["Polygon"]),
        (context_frame, ContextClaim, ["Point", None]),
    ],
)
def test_frames_hold_a_row_a_claim_in_degrees(nine, frame, kind, shapes):
    found = frame(nine)
    assert list(found["id"]) == [claim.id for claim in nine.of_kind(kind)]
    assert found.crs == "EPSG:4326"
    assert [shape and shape.geom_type for shape in found.geometry] == shapes


def test_a_line_runs_from_origin_to_destination(nine):
    (line,) = flows_frame(nine).geometry.iloc[2].geoms
    assert [round(x) for x, _ in line.coords] == [round(nine.gazetteer[p].lon) for p in ("GTM", "MEX", "USA")]


def test_internal_trafficking_is_a_loop_at_its_place(nine):
    (loop,) = flows_frame(nine).geometry.iloc[3].geoms
    mexico = nine.gazetteer["MEX"]
    assert loop.is_ring
    assert loop.coords[0] == (mexico.lon, mexico.lat)


def test_the_frame_holds_every_place(gazetteer: Gazetteer):
    frame = places_frame(gazetteer)
    assert list(frame["id"]) == [place.id for place in gazetteer]
    assert list(frame.columns) == ["id", "name", "kind", "parent", "geometry"]
    assert frame.crs == "EPSG:4326"
    assert frame.is_valid.all()
