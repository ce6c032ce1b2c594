"""The profile of a place: what claims hold about it, and what none says."""

import pytest

from flows.narrative.profile import profile_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from tests.flows.made_up import atlas_of, flow, tier


def names(groups):
    return {key: len(claims) for key, claims in groups}


@pytest.fixture(scope="module")
def mexico(nine):
    return profile_of("MEX", compose(nine, Selection()), nine)


def test_roles_routes_and_what_happens_inside(mexico):
    assert names(mexico.roles) == {"destination": 1, "source": 1}
    assert names(mexico.inflows) == {"HND": 2}
    assert mexico.outflows == ()
    assert names(mexico.transit) == {"GTM~MEX~USA": 1}
    assert [claim.id for claim in mexico.internal] == ["flow-mex-mex"]


def test_forms_by_sector_and_what_no_claim_says(mexico):
    assert mexico.crossing[("forced_labor", "agriculture")] == 1
    assert mexico.silent == {"roles": (), "types": ("debt_bondage",), "sectors": ("mining",)}


def test_a_part_of_a_country_and_the_country_that_holds_it(nine):
    scene = compose(nine, Selection())
    for ident in ("PE-MDD", "PER"):
        assert names(profile_of(ident, scene, nine).hotspots) == {"mining": 1}


def test_a_place_without_claims_is_silent_in_everything(nine):
    chile = profile_of("CHL", compose(nine, Selection()), nine)
    assert (chile.roles, chile.inflows, chile.tiers, chile.crossing) == ((), (), (), {})
    assert chile.silent["roles"] == ("source", "destination")


def test_a_filter_holds_for_the_profile_too(nine):
    scene = compose(nine, Selection.from_values({"documents": ["study-2021"]}))
    mexico = profile_of("MEX", scene, nine)
    assert names(mexico.roles) == {"source": 1}
    assert names(mexico.inflows) == {"HND": 1}
    assert set(mexico.silent.values()) == {()}


def test_placements_come_in_order_of_year_and_the_best_documented_first(gazetteer):
    inflows = [flow("BOL~PER"), flow("VEN~PER", id="a"), flow("VEN~PER", id="b", document="note-2021")]
    atlas = atlas_of(gazetteer, *(tier("PER", year=year) for year in (2025, 2023)), *inflows)
    peru = profile_of("PER", compose(atlas, Selection()), atlas)
    assert [claim.year for claim in peru.tiers] == [2023, 2025]
    assert [key for key, _claims in peru.inflows] == ["VEN", "BOL"]


def test_a_route_with_an_unnamed_origin_is_kept_under_no_name(gazetteer):
    atlas = atlas_of(gazetteer, flow("~USA"))
    assert names(profile_of("USA", compose(atlas, Selection()), atlas).inflows) == {"": 1}
