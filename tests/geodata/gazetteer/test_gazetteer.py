"""The gazetteer as a reader of claims meets it: ids, names, regions, label points."""

import dataclasses
import re
import subprocess
import sys
from itertools import combinations

import pytest
from shapely import Point

from geodata.gazetteer.gazetteer import Gazetteer, read_gazetteer
from geodata.gazetteer.places import Place, neighbours_of
from geodata.vocabulary.enums import PlaceKind

OWN_CODE = {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
MEMBERS = {
    "americas": 56,
    "latin_america": 31,
    "caribbean": 28,
    "central_america": 7,
    "south_america": 15,
    "north_america": 3,
    "europe": 52,
    "asia": 51,
    "africa": 60,
    "middle_east": 15,
}


def of_kind(gazetteer: Gazetteer, *kinds: PlaceKind) -> list[Place]:
    return [place for place in gazetteer if place.kind in kinds]


def test_all_56_territories_of_the_americas_are_there(gazetteer: Gazetteer):
    american = {place.id for place in of_kind(gazetteer, *OWN_CODE) if place.americas}
    assert american == set(gazetteer["americas"].members)
    assert len(american) == 56
    assert "BVT" not in american


def test_every_code_of_iso_3166_1_and_kosovo_is_there(gazetteer: Gazetteer):
    assert len(of_kind(gazetteer, *OWN_CODE)) == 250
    assert {"FRA", "NOR", "GUF", "GLP", "MTQ", "BES", "REU", "MYT", "SJM", "CXR", "XKX"} <= {
        p.id for p in gazetteer
    }


def test_members_of_the_regions_are_known_and_counted(gazetteer: Gazetteer):
    regions = of_kind(gazetteer, PlaceKind.REGION)
    assert {region.id: len(region.members) for region in regions} == MEMBERS
    assert all(member in gazetteer for region in regions for member in region.members)
    assert all(region.note for region in regions)


def test_first_level_codes_follow_iso_3166_2(gazetteer: Gazetteer):
    units = of_kind(gazetteer, PlaceKind.ADMIN1)
    assert len(units) == 624
    assert all(re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", unit.id) for unit in units)
    assert all(gazetteer[unit.parent].americas for unit in units)


def test_every_place_has_a_name_in_four_languages(gazetteer: Gazetteer):
    for place in gazetteer:
        assert set(place.names) == {"en", "es", "pt", "fr"}
        assert all(place.names.values()), place.id
    assert gazetteer["DEU"].names == {"en": "Germany", "es": "Alemania", "pt": "Alemanha", "fr": "Allemagne"}
    assert gazetteer["FLK"].name == "Falkland Islands (Malvinas)"


def test_names_within_a_country_tell_its_units_apart(gazetteer: Gazetteer):
    for language in ("en", "es", "pt", "fr"):
        named = [(unit.parent, unit.names[language]) for unit in of_kind(gazetteer, PlaceKind.ADMIN1)]
        twice = {name for name in named if named.count(name) > 1}
        assert not twice, language


@pytest.mark.parametrize(
    ("place", "box"),
    [
        ("USA", (-106, 35, -90, 45)),  # the contiguous states, not Alaska
        ("CAN", (-115, 49, -90, 60)),  # not the Arctic islands
        ("CHL", (-74, -40, -69, -30)),  # halfway down
        ("ECU", (-80, -3, -76, 1)),  # not the Galápagos
        ("ESP", (-7, 38, -1, 43)),  # not the Canaries
        ("FRA", (-1, 44, 6, 49)),  # Europe
        ("BHS", (-79, 23.5, -77, 25.5)),
    ],
)
def test_labels_stand_on_the_main_land(
    gazetteer: Gazetteer, place: str, box: tuple[float, float, float, float]
):
    west, south, east, north = box
    assert west < gazetteer[place].lon < east
    assert south < gazetteer[place].lat < north


def test_labels_lie_inside_their_shapes(gazetteer: Gazetteer):
    drawn = of_kind(gazetteer, *OWN_CODE, PlaceKind.ADMIN1)
    outside = [p.id for p in drawn if not gazetteer.geometry(p.id).contains(Point(p.lon, p.lat))]
    assert outside == []


def test_region_anchors_stand_at_sea_and_apart(gazetteer: Gazetteer):
    regions = of_kind(gazetteer, PlaceKind.REGION)
    for one, other in combinations(regions, 2):
        assert max(abs(one.lon - other.lon), abs(one.lat - other.lat)) >= 6, (one.id, other.id)
    lands = [gazetteer.geometry(place.id) for place in of_kind(gazetteer, *OWN_CODE)]
    for region in regions:
        assert not any(land.contains(Point(region.lon, region.lat)) for land in lands), region.id


def test_regions_of_a_place_come_narrowest_first(gazetteer: Gazetteer):
    assert gazetteer.regions_of("GTM") == ("central_america", "latin_america", "americas")
    assert gazetteer.regions_of("PE-MDD") == ("south_america", "latin_america", "americas")
    assert gazetteer.regions_of("border_MEX-USA") == ("north_america", "americas")
    assert gazetteer.regions_of("central_america") == ("latin_america", "americas")
    assert gazetteer.regions_of("nowhere") == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Burma", "MMR"),
        ("Venezuala", "VEN"),
        ("MÉXICO", "MEX"),
        ("Estados Unidos", "USA"),
        ("Brasil", "BRA"),
        ("amerique latine", "latin_america"),
        ("Western Hemisphere", "americas"),
        ("US-Mexico border", "border_MEX-USA"),
        ("Sao Paulo", "BR-SP"),
        ("UK", "GBR"),
    ],
)
def test_a_misspelt_place_finds_its_closest(gazetteer: Gazetteer, written: str, meant: str):
    found = gazetteer.closest(written)
    assert found is not None
    assert found.id == meant


@pytest.mark.parametrize("written", ["", "qqqqzzz", "¿?"])
def test_nonsense_finds_nothing(gazetteer: Gazetteer, written: str):
    assert gazetteer.closest(written) is None


def test_added_places_leave_the_gazetteer_as_it_was(gazetteer: Gazetteer):
    island = Place(id="isla_x", name="Isla X", kind=PlaceKind.ISLAND, lon=-80.0, lat=10.0)
    more = gazetteer.with_places([island])
    assert more["isla_x"] is island
    assert more.geometry("isla_x") == Point(-80, 10)
    assert more.closest("isla x") is island
    assert "isla_x" not in gazetteer
    assert len(more) == len(gazetteer) + 1


def test_the_gazetteer_cannot_be_changed(gazetteer: Gazetteer):
    with pytest.raises(dataclasses.FrozenInstanceError):
        gazetteer["USA"].name = "Elsewhere"
    with pytest.raises(TypeError):
        gazetteer.places["USA"] = gazetteer["CAN"]


def test_a_border_rule_names_two_countries():
    assert neighbours_of("border:MEX-USA") == ("MEX", "USA")
    with pytest.raises(ValueError, match="border:MEX-USA"):
        neighbours_of("along the river")


def test_reading_the_gazetteer_imports_nothing_heavy():
    heavy = ["geopandas", "pandas", "shapely", "pyarrow", "pyproj", "rapidfuzz"]
    program = (
        "import sys; from geodata.gazetteer.gazetteer import read_gazetteer; read_gazetteer();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_two_readings_are_equal(gazetteer: Gazetteer):
    assert list(read_gazetteer()) == list(gazetteer)
