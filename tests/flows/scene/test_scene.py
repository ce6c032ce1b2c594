"""The scene: the one composition that map, panel, counts and exports read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.query.selection import FACETS, Selection
from flows.scene.scene import compose
from geodata.load import load_atlas
from geodata.vocabulary.enums import UNSPECIFIED, Assertion
from tests.conftest import NINE
from tests.flows.asking import selections, values_of
from tests.flows.made_up import atlas_of, flow, hotspot, role

ATLAS = load_atlas([NINE])
LABOR = Selection.from_values({"types": ["forced_labor"]})


def marks(selection, atlas=ATLAS):
    scene = compose(atlas, selection)
    return {mark.id for mark in (*scene.claims, *scene.routes, *scene.roles, *scene.hotspots, *scene.notes)}


def test_the_nine_claims_at_a_glance(nine):
    scene = compose(nine, Selection())
    drawn = (scene.claims, scene.routes, scene.roles, scene.hotspots, scene.notes, scene.documents)
    assert [len(part) for part in drawn] == [9, 3, 2, 1, 1, 2]
    assert scene.unnamed == {}


def test_the_two_documents_at_a_glance(shipped):
    scene = compose(shipped, Selection())
    drawn = (scene.claims, scene.routes, scene.roles, scene.hotspots, scene.notes, scene.documents)
    assert [len(part) for part in drawn] == [111, 14, 12, 0, 71, 2]
    assert sum(route.stops[-1] == "USA" for route in scene.routes) == 8


def test_framing_is_a_claim_but_no_note(nine):
    scene = compose(nine, Selection())
    assert [note.id for note in scene.notes] == ["note-debts"]
    assert "frame-forms" in {claim.id for claim in scene.claims}


@given(selections(ATLAS), st.sampled_from(FACETS), st.data())
def test_widening_a_filter_never_removes_a_claim_or_a_mark(selection, facet, data):
    if not selection.chosen(facet):
        return
    more = selection.chosen(facet) | data.draw(st.frozensets(st.sampled_from(values_of(ATLAS, facet))))
    chosen = {name: selection.chosen(name) for name in FACETS} | {facet: more}
    assert marks(selection) <= marks(Selection.from_values(chosen, years=selection.years))


@given(selections(ATLAS), st.sampled_from([*FACETS, "years"]))
def test_loosening_a_filter_never_removes_a_claim_or_a_mark(selection, facet):
    if facet != "assertion":  # naming an assertion is how a reader asks for what is not drawn by default
        assert marks(selection) <= marks(selection.without(facet))


@given(selections(ATLAS))
def test_one_selection_gives_one_scene(selection):
    again = Selection.from_values(
        {facet: set(selection.chosen(facet)) for facet in FACETS}, years=selection.years
    )
    assert compose(ATLAS, selection) is compose(ATLAS, again)


@given(selections(ATLAS))
def test_nothing_is_drawn_without_an_admitted_claim(selection):
    scene = compose(ATLAS, selection)
    for mark in (*scene.routes, *scene.roles, *scene.hotspots):
        assert mark.evidence.claims
        assert set(mark.evidence.claims) <= set(scene.claims)


@pytest.mark.parametrize("assertion", [Assertion.ALLEGED, Assertion.AT_RISK, Assertion.ONWARD_MIGRATION])
def test_what_is_only_feared_or_alleged_is_drawn_on_request(assertion, gazetteer):
    atlas = atlas_of(
        gazetteer, flow("HND~MEX", assertion=assertion), role("HND", assertion=assertion), hotspot("PE-MDD")
    )
    scene = compose(atlas, Selection())
    assert (len(scene.claims), scene.routes, scene.roles, len(scene.hotspots)) == (3, (), (), 1)
    asked = compose(atlas, Selection.from_values({"assertion": [assertion]}))
    assert (len(asked.routes), len(asked.roles), asked.hotspots) == (1, 1, ())


def test_routes_hidden_only_because_they_name_no_form_are_counted(nine, shipped):
    assert compose(nine, LABOR).unnamed == {"types": 2}
    assert compose(shipped, LABOR).unnamed == {"types": 13}
    both = Selection.from_values({"types": ["forced_labor", UNSPECIFIED]})
    assert compose(nine, both).unnamed == {}


def test_a_route_that_a_choice_still_shows_is_not_counted_as_hidden(nine):
    assert compose(nine, Selection.from_values({"types": ["sex_trafficking"]})).unnamed == {"types": 1}


def unnamed_of(atlas, facet, selection):
    wider = selection.chosen(facet) | {UNSPECIFIED}
    chosen = {name: selection.chosen(name) for name in FACETS} | {facet: wider}
    more = compose(atlas, Selection.from_values(chosen, years=selection.years))
    return len(more.routes) - len(compose(atlas, selection).routes)


@given(selections(ATLAS))
def test_the_count_of_hidden_routes_is_what_showing_them_adds(selection):
    for facet, count in compose(ATLAS, selection).unnamed.items():
        assert count == unnamed_of(ATLAS, facet, selection)


def test_a_route_that_would_not_be_drawn_anyway_is_not_counted_as_hidden(gazetteer):
    alleged = flow("HND~MEX", assertion=Assertion.ALLEGED)
    atlas = atlas_of(gazetteer, alleged, flow("GTM~MEX", types=("forced_labor",)))
    assert compose(atlas, LABOR).unnamed == {"types": unnamed_of(atlas, "types", LABOR)} == {"types": 0}


def test_an_atlas_without_claims_has_an_empty_scene(gazetteer):
    scene = compose(atlas_of(gazetteer), Selection())
    assert (scene.claims, scene.routes, scene.documents) == ((), (), ())
