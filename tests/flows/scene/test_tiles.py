"""The tiles of the hemisphere: every place has one, about where it lies."""

import pytest

from flows.scene.tiles import ELSEWHERE, by_ends, tile_of, tile_places, tile_rows
from geodata.vocabulary.enums import PlaceKind
from tests.flows.made_up import flow, role

WHOLE = {PlaceKind.COUNTRY, PlaceKind.TERRITORY}


def test_every_country_of_the_hemisphere_and_every_region_has_one_tile(gazetteer):
    ours = {place.id for place in gazetteer if place.kind in WHOLE and place.americas}
    regions = {place.id for place in gazetteer if place.kind is PlaceKind.REGION}
    written = [ident for row in tile_rows() for ident in row if ident]
    assert sorted(written) == sorted(ours | regions | {ELSEWHERE})
    assert len({len(row) for row in tile_rows()}) == 1


@pytest.mark.parametrize(
    ("place", "tile"),
    [
        ("MEX", "MEX"),
        ("PE-MDD", "PER"),
        ("FRA", "europe"),
        ("EGY", "middle_east"),
        ("CHN", "asia"),
        ("caribbean", "caribbean"),
        ("border_MEX-USA", "north_america"),
        ("AUS", ELSEWHERE),
    ],
)
def test_a_place_is_shown_in_its_tile_its_country_s_or_its_region_s(gazetteer, place, tile):
    assert tile_of(place, gazetteer) == tile


@pytest.mark.parametrize(("west", "east"), [("MEX", "BHS"), ("PAN", "VEN"), ("PER", "BRA"), ("CHL", "ARG")])
def test_tiles_keep_east_of_west(gazetteer, west, east):
    assert tile_places()[west][1] < tile_places()[east][1]


@pytest.mark.parametrize(("north", "south"), [("CAN", "USA"), ("USA", "MEX"), ("CUB", "JAM"), ("COL", "CHL")])
def test_tiles_keep_north_of_south(gazetteer, north, south):
    assert tile_places()[north][0] < tile_places()[south][0]


def test_only_movements_that_name_both_ends_are_gathered(gazetteer):
    far, near = flow("CHN~PER"), flow("PHL~PER", id="two")
    found = by_ends([far, near, flow("~PER"), flow("HND~", id="h"), role("PER")], gazetteer)
    assert found == {("asia", "PER"): [far, near]}
