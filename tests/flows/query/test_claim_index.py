"""Which of the nine claims a selection admits, and how many each further choice would leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.query.claim_index import CHOSEN, ClaimIndex
from flows.query.facets import places_of
from flows.query.selection import FACETS, Selection
from flows.scene.scene import index_of
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.asking import selections, values_of
from tests.flows.made_up import atlas_of, flow, hotspot, note

ATLAS = load_atlas([NINE])
INDEX = ClaimIndex(ATLAS)


def admitted(**asked) -> list[str]:
    years = asked.pop("years", None)
    bits = INDEX.admitted(Selection.from_values(asked, years=years))
    return [claim.id for claim in INDEX.claims_in(bits)]


def test_nothing_chosen_admits_all_nine():
    assert admitted() == [claim.id for claim in ATLAS.claims]
    assert len(admitted()) == 9


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": ["forced_labor"]}, ["flow-gtm-mex-usa", "hotspot-madre-de-dios"]),
        ({"sectors": ["mining"]}, ["hotspot-madre-de-dios"]),
        ({"roles": ["source"]}, ["role-mex-source"]),
        ({"groups": ["men", "women"]}, ["flow-hnd-mex", "flow-gtm-mex-usa"]),
        ({"assertion": ["at_risk"]}, ["note-debts"]),
        ({"assertion": ["identified"]}, ["role-mex-source", "flow-hnd-mex-study"]),
        ({"certainty": ["reported"]}, ["role-mex-source", "flow-hnd-mex-study"]),
        ({"access": ["official_copy"]}, ["role-mex-source", "flow-hnd-mex-study"]),
        ({"documents": ["study-2021"]}, ["role-mex-source", "flow-hnd-mex-study"]),
        ({"years": (2021, 2021)}, ["role-mex-source", "flow-hnd-mex-study"]),
        ({"places": ["USA"]}, ["flow-gtm-mex-usa"]),
        ({"settings": ["online"]}, []),
    ],
)
def test_one_facet(asked, found):
    assert admitted(**asked) == found


def test_values_of_one_facet_add_up_and_facets_cut():
    assert admitted(groups=["women", "children"]) == ["flow-hnd-mex", "flow-mex-mex"]
    assert admitted(groups=["women", "children"], types=["sex_trafficking"]) == ["flow-hnd-mex"]


def test_a_type_brings_its_children_and_a_child_not_its_parent():
    assert admitted(types=["debt_bondage"]) == ["hotspot-madre-de-dios"]
    assert "hotspot-madre-de-dios" in admitted(types=["forced_labor"])
    assert "hotspot-madre-de-dios" not in admitted(types=["sex_trafficking"])


def test_a_unit_belongs_to_its_country_and_a_region_to_no_country(gazetteer):
    assert admitted(places=["PER"]) == ["hotspot-madre-de-dios"]
    assert places_of(hotspot("border_MEX-USA"), gazetteer) == {"border_MEX-USA", "MEX", "USA"}
    assert places_of(note("latin_america"), gazetteer) == {"latin_america"}


def test_counts_say_what_remains_if_a_value_were_chosen():
    counts = INDEX.counts(Selection.from_values({"documents": ["study-2021"]}))
    assert counts["roles"]["source"] == 1
    assert counts["roles"]["destination"] == 0
    assert counts["documents"] == {"notice-2020": 7, "study-2021": 2}


@given(selections(ATLAS), st.sampled_from([facet.name for facet in CHOSEN]), st.data())
def test_counts_equal_what_choosing_gives(selection, facet, data):
    if not values_of(ATLAS, facet):
        return
    value = data.draw(st.sampled_from(values_of(ATLAS, facet)))
    chosen = {name: selection.chosen(name) for name in FACETS} | {facet: {value}}
    remaining = INDEX.admitted(Selection.from_values(chosen, years=selection.years))
    assert INDEX.counts(selection)[facet][value] == remaining.bit_count()


def test_years_are_counted_in_order():
    assert INDEX.years() == {2020: 7, 2021: 2}


def test_an_index_over_nothing_admits_nothing(gazetteer):
    empty = index_of(atlas_of(gazetteer))
    assert empty.admitted(Selection()) == 0
    assert empty.admitted(Selection.from_values({"types": ["other"]})) == 0


def test_a_claim_that_names_nothing_is_found_as_such(gazetteer):
    index = index_of(atlas_of(gazetteer, flow("HND~MEX"), flow("GTM~MEX", types=("other",))))
    assert index.having("types", "unspecified").bit_count() == 1
    assert index.having("types", "organ_removal") == 0
