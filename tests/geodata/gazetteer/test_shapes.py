"""Shapes of the places: valid, without gaps, and zones that lie where the borders are."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geodata.gazetteer.borders import WIDTH_KM, border_zone, shared_border
from geodata.gazetteer.gazetteer import PLACES, Gazetteer
from geodata.gazetteer.places import Place
from geodata.gazetteer.shapes import read_shapes
from geodata.vocabulary.enums import PlaceKind


@pytest.mark.parametrize(("name", "count"), [("countries", 250), ("admin1", 624)])
def test_shapes_form_a_valid_coverage(name: str, count: int):
    shapes = list(read_shapes(PLACES / f"{name}.parquet").values())
    assert len(shapes) == count
    assert all(shape.is_valid and not shape.is_empty for shape in shapes)
    assert shapely.coverage_is_valid(shapes)


def test_units_fill_their_country(gazetteer: Gazetteer):
    units = [unit.id for unit in gazetteer if unit.parent == "PER"]
    together = shapely.union_all([gazetteer.geometry(unit) for unit in units])
    assert together.symmetric_difference(gazetteer.geometry("PER")).area == pytest.approx(0, abs=1e-9)


def test_overseas_parts_are_cut_out_of_their_states(gazetteer: Gazetteer):
    assert gazetteer.geometry("NLD").bounds[0] > 3
    assert not gazetteer.geometry("FRA").intersects(gazetteer.geometry("GUF"))
    assert gazetteer.geometry("CUB").contains(shapely.Point(-75.2037, 19.9347))  # Guantanamo Bay
    assert gazetteer.geometry("NOR").bounds[3] < 72  # Svalbard has a code of its own


def test_a_region_is_the_union_of_its_members(gazetteer: Gazetteer):
    region = gazetteer.geometry("central_america")
    assert region.area == pytest.approx(
        sum(gazetteer.geometry(m).area for m in gazetteer["central_america"].members)
    )


def test_neighbours_are_mutual(gazetteer: Gazetteer):
    assert gazetteer["MEX"].neighbours == ("BLZ", "GTM", "USA")
    assert gazetteer["JAM"].neighbours == ()
    for place in gazetteer:
        assert all(place.id in gazetteer[other].neighbours for other in place.neighbours)


def test_every_border_of_the_americas_has_a_zone(gazetteer: Gazetteer):
    zones = {place.members for place in gazetteer if place.kind is PlaceKind.BORDER_ZONE}
    pairs = {(p.id, other) for p in gazetteer if p.americas for other in p.neighbours if p.id < other}
    assert zones == pairs
    assert all(gazetteer.geometry(f"border_{a}-{b}").is_valid for a, b in pairs)


def test_the_us_mexico_zone_reaches_50_km_into_both_countries(gazetteer: Gazetteer):
    mexico, states = gazetteer.geometry("MEX"), gazetteer.geometry("USA")
    zone = gazetteer.geometry("border_MEX-USA")
    assert mexico.union(states).buffer(0.001).contains(zone)
    border = shapely.get_coordinates(shapely.segmentize(shared_border(mexico, states), 0.05))
    for country in (mexico, states):
        edge = shapely.get_coordinates(zone.intersection(country))
        assert max(_kilometres(point, border) for point in edge) == pytest.approx(WIDTH_KM, rel=0.02)


def test_the_us_mexico_zone_holds_the_twin_cities_and_not_the_hinterland(gazetteer: Gazetteer):
    zone = gazetteer.geometry("border_MEX-USA")
    assert zone.contains(shapely.multipoints([(-117.0, 32.5), (-106.45, 31.72), (-99.5, 27.5)]))
    assert not zone.intersects(shapely.multipoints([(-100.3, 25.7), (-98.5, 29.4), (-111.0, 29.1)]))


def test_a_zone_can_be_asked_for_along_any_border(gazetteer: Gazetteer):
    pyrenees = Place(
        id="pyrenees", name="Pyrenees", kind=PlaceKind.AREA, lon=0, lat=43, rule="border:FRA-ESP"
    )
    zone = gazetteer.with_places([pyrenees]).geometry("pyrenees")
    assert zone.contains(shapely.Point(0.7, 42.7))
    assert zone.is_valid


def test_two_countries_that_share_no_border_have_no_zone(gazetteer: Gazetteer):
    with pytest.raises(ValueError, match="share no border"):
        border_zone(gazetteer.geometry("CUB"), gazetteer.geometry("USA"))


def _kilometres(point: np.ndarray, line: np.ndarray) -> float:
    """Return the shortest distance on the ground from a point to the vertices of a line."""
    lon, lat = np.broadcast_to(point, line.shape).T
    return Geod(ellps="WGS84").inv(lon, lat, line[:, 0], line[:, 1])[2].min() / 1000
