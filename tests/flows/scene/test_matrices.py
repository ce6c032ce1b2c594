"""Matrices count claims by two of their values, and tell "no claim" from zero."""

from flows.query.selection import Selection
from flows.scene.matrices import MOST_COLUMNS, PAIRS, matrix_of
from flows.scene.scene import compose
from tests.flows.made_up import atlas_of, flow, role

NOTHING = Selection()


def test_types_by_sector_of_the_nine_claims(nine):
    matrix = matrix_of(compose(nine, NOTHING), nine, "types", "sectors")
    assert matrix.rows == ("sex_trafficking", "forced_labor", "debt_bondage", "unspecified")
    assert matrix.columns == ("agriculture", "mining", "unspecified")
    assert matrix.cells == {
        ("sex_trafficking", "unspecified"): 1,
        ("forced_labor", "agriculture"): 1,
        ("forced_labor", "mining"): 1,  # debt bondage is a form of it
        ("debt_bondage", "mining"): 1,
        ("unspecified", "unspecified"): 4,
    }


def test_roles_by_country_and_origins_by_destination(nine):
    scene = compose(nine, NOTHING)
    assert matrix_of(scene, nine, "roles", "places").cells == {
        ("source", "MEX"): 1,
        ("destination", "MEX"): 1,
    }
    assert matrix_of(scene, nine, "origins", "destinations").cells == {
        ("HND", "MEX"): 2,
        ("GTM", "USA"): 1,
        ("MEX", "MEX"): 1,
    }


def test_what_the_selection_leaves_out_is_zero_and_what_no_claim_names_is_absent(nine):
    chosen = Selection.from_values({"types": ["sex_trafficking"]})
    cells = matrix_of(compose(nine, chosen), nine, "types", "places").cells
    assert cells["sex_trafficking", "HND"] == 1
    assert cells["forced_labor", "USA"] == 0
    assert ("sex_trafficking", "USA") not in cells


def test_a_unit_counts_for_its_country_and_a_zone_for_both(gazetteer):
    atlas = atlas_of(gazetteer, role("PE-MDD"), role("border_MEX-USA"), role("latin_america"))
    cells = matrix_of(compose(atlas, NOTHING), atlas, "roles", "places").cells
    assert cells == {("source", "PER"): 1, ("source", "MEX"): 1, ("source", "USA"): 1}


def test_the_fullest_columns_come_first_and_the_rest_is_counted(gazetteer):
    places = [place.id for place in gazetteer if place.kind == "country"][: MOST_COLUMNS + 3]
    claims = [role(place) for place in places] + [flow(f"{places[-1]}~{places[-2]}")]
    atlas = atlas_of(gazetteer, *claims)
    matrix = matrix_of(compose(atlas, NOTHING), atlas, "types", "places")
    assert set(matrix.columns[:2]) == set(places[-2:])
    assert (len(matrix.columns), matrix.left_out) == (MOST_COLUMNS, 3)


def test_every_pair_that_is_offered_can_be_counted(nine):
    scene = compose(nine, NOTHING)
    assert all(matrix_of(scene, nine, *pair).cells for pair in PAIRS)
