"""The claims behind the marks, as the page reads them."""

import pytest

from flows.maps.claim_table import KINDS, NO_MARK
from flows.maps.marks import marks_tables
from flows.query.facets import DECLARED, places_of
from flows.scene.scene import index_of
from geodata.vocabulary.enums import Theme
from tests.flows.made_up import atlas_of, flow, hotspot, note, role, tier


def facet(tables, name):
    return next(table for table in tables["facets"] if table["name"] == name)


def named(tables, name, claim):
    cell = tables["claims"]["facets"][name][claim]
    return [facet(tables, name)["values"][n] for n in (cell if isinstance(cell, list) else [cell])]


@pytest.fixture
def tables(gazetteer):
    return marks_tables(
        atlas_of(
            gazetteer,
            flow("HND~MEX", types=("forced_begging", "sex_trafficking"), year=2018),
            role("MEX"),
            hotspot("PE-MDD", "Madre de Dios"),
            note(id="note-said"),
            note(id="note-framing", theme=Theme.FRAMING),
            tier("PER", "2WL", year=2021),
        )
    )


def test_each_claim_knows_its_mark(tables):
    claims = tables["claims"]
    drawn = [
        (KINDS[kind], tables[KINDS[kind]][n]["id"])
        for kind, n in zip(claims["kind"][:4], claims["mark"], strict=False)
    ]
    assert drawn == [
        ("routes", "HND~MEX"),
        ("roles", "MEX.source"),
        ("hotspots", "PE-MDD.Madre-de-Dios"),
        ("notes", "note-said"),
    ]
    assert claims["kind"][4:] == [NO_MARK, NO_MARK]  # framing and a placement are no marks of their own


def test_values_are_those_that_the_claim_names(tables):
    assert named(tables, "types", 0) == ["forced_begging", "sex_trafficking"]
    assert named(tables, "places", 0) == ["HND", "MEX"]
    assert named(tables, "years", 0) == [2018]
    assert tables["claims"]["tier"] == {"5": "2wl"}


def test_a_type_counts_as_its_parents_and_a_unit_as_its_country(tables):
    types, places = facet(tables, "types"), facet(tables, "places")
    above = types["above"][types["values"].index("forced_begging")]
    assert {types["values"][n] for n in above} == {"forced_labor", "forced_criminality"}
    assert [places["values"][n] for n in places["above"][places["values"].index("PE-MDD")]] == ["PER"]


def test_the_file_holds_no_words_of_claims(tables):
    assert set(tables["claims"]) == {"id", "kind", "mark", "tier", "facets"}
    assert set(tables["claims"]["facets"]) == {declared.name for declared in DECLARED}


def test_every_claim_of_both_collections_answers_as_in_python(both_collections):
    tables = marks_tables(both_collections)
    places = facet(tables, "places")
    for number, claim in enumerate(both_collections.claims):
        own = named(tables, "places", number)
        held = {
            *own,
            *(places["values"][n] for value in own for n in places["above"][places["values"].index(value)]),
        }
        assert held == places_of(claim, both_collections.gazetteer), claim.id


def test_pills_are_offered_in_the_order_of_the_page(both_collections):
    offered = facet(marks_tables(both_collections), "types")["offered"]
    assert offered[:2] == ["sex_trafficking", "child_sex_trafficking"]
    assert set(offered) <= index_of(both_collections).values("types")
