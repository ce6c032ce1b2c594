"""What the map draws of a scene, on the nine claims."""

import pytest
from hypothesis import given

from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.drawn import THIN_DOTS, documents_by_place, drawing, routes_drawn
from flows.scene.forms import Stripe, stripes_of
from flows.scene.scene import compose
from geodata.load import load_atlas
from geodata.vocabulary.enums import Assertion, Certainty
from tests.conftest import NINE
from tests.flows.asking import selections
from tests.flows.made_up import atlas_of, flow, role

ATLAS = load_atlas([NINE])
KINDS = ("routes", "hotspots", "roles", "notes")
BOTH = ("forced_labor", "sex_trafficking")


def drawn(atlas, focus="", *, hide=(), top=None, **asked):
    scene = compose(atlas, Selection.from_values(asked))
    return drawing(atlas, scene, Focus.from_text(focus), hide=hide, top=top)


def ids(found):
    return {mark.id for kind in KINDS for mark in getattr(found, kind)}


def mark(found, ident):
    (one,) = [mark for kind in KINDS for mark in getattr(found, kind) if mark.id == ident]
    return one


def test_the_best_documented_route_comes_first():
    assert [route.id for route in drawn(ATLAS).routes] == ["HND~MEX", "GTM~MEX~USA", "MEX~MEX"]
    assert [route.id for route in drawn(ATLAS, top=1).routes] == ["HND~MEX"]


def test_a_filter_leaves_the_marks_of_the_claims_that_it_admits():
    assert ids(drawn(ATLAS, types=["forced_labor"])) == {"GTM~MEX~USA", "PE-MDD.Madre-de-Dios"}


def test_width_is_documents_and_dashes_are_the_hedge():
    found = drawn(ATLAS)
    two, one, role = (mark(found, ident) for ident in ("HND~MEX", "GTM~MEX~USA", "MEX.source"))
    assert (two.width, two.forms, two.hedged) == (1, ("sex_trafficking",), False)
    assert (one.width, one.forms, one.hedged) == (0, ("forced_labor",), False)
    assert (role.width, role.forms, role.hedged) == (0, (), True)


@pytest.mark.parametrize(
    ("types", "forms"),
    [
        (["debt_bondage", "domestic_servitude"], ("forced_labor",)),
        (["forced_begging"], ("forced_criminality",)),
        (["unspecified", "child_sex_trafficking"], ("sex_trafficking",)),
        (["unspecified"], ("unspecified",)),
        (["forced_labor", "sex_trafficking"], ("sex_trafficking", "forced_labor")),
    ],
)
def test_a_type_is_shown_as_the_form_above_it(types, forms):
    assert tuple(stripe.form for stripe in stripes_of([flow("HND~MEX", types=tuple(types))])) == forms


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        ([], ("sex_trafficking", "forced_criminality")),
        (["forced_labor"], ("forced_labor",)),
        (["forced_begging"], ("forced_criminality",)),
        (["forced_labor", "forced_criminality"], ("forced_criminality",)),
        (["sex_trafficking", "forced_labor"], ("sex_trafficking", "forced_labor")),
    ],
)
def test_under_a_filter_the_forms_are_those_that_are_asked_for(asked, forms):
    claim = flow("HND~MEX", types=("forced_begging", "child_sex_trafficking"))
    assert tuple(stripe.form for stripe in stripes_of([claim], frozenset(asked))) == forms


def test_a_stripe_knows_its_documents_and_its_hedge():
    claims = [
        flow("HND~MEX", types=("forced_labor",), document="a"),
        flow(
            "HND~MEX", types=("forced_labor", "sex_trafficking"), document="b", certainty=Certainty.REPORTED
        ),
        flow("HND~MEX", document="c"),
    ]
    assert stripes_of(claims) == (
        Stripe(form="sex_trafficking", documents=1, hedged=True),
        Stripe(form="forced_labor", documents=2, hedged=False),
    )


def test_what_is_only_alleged_is_thin_dots_that_can_be_hidden(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX", assertion=Assertion.ALLEGED))
    (dots,) = drawn(atlas).routes
    assert (dots.width, dots.unconfirmed) == (THIN_DOTS, True)
    assert drawn(atlas, hide=["dots"]).routes == ()


def test_what_was_asked_for_by_name_or_is_looked_at_is_not_hidden(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX", assertion=Assertion.ALLEGED))
    assert ids(drawn(atlas, hide=["dots"], assertion=[Assertion.ALLEGED])) == {"HND~MEX"}
    assert ids(drawn(atlas, "route:HND~MEX", hide=["dots"])) == {"HND~MEX"}
    assert ids(drawn(atlas, "country:MEX", hide=["dots"])) == {"HND~MEX"}
    assert ids(drawn(atlas, "country:PER", hide=["dots"])) == set()


def test_a_role_that_rests_on_a_risk_is_drawn_as_such_with_the_dots_or_where_its_place_is_looked_at(
    gazetteer,
):
    claims = [
        role("PAN", assertion=Assertion.AT_RISK),
        role("MEX"),
        role("MEX", id="risk", assertion=Assertion.AT_RISK),
    ]
    atlas = atlas_of(gazetteer, *claims)
    told = {mark.id: (mark.unconfirmed, mark.told) for mark in drawn(atlas).roles}
    assert told == {"PAN.source": (True, "at_risk"), "MEX.source": (False, "")}
    assert ids(drawn(atlas, hide=["dots"])) == {"MEX.source"}
    assert ids(drawn(atlas, "country:PAN", hide=["dots"])) == {"MEX.source", "PAN.source"}


def test_a_dotted_mark_is_told_as_the_strongest_of_its_claims(gazetteer):
    said = ["onward_migration", "at_risk", "alleged"]
    claims = [flow("HND~MEX", id=assertion, assertion=Assertion(assertion)) for assertion in said]
    for count, strongest in enumerate(said, start=1):
        (mark,) = drawn(atlas_of(gazetteer, *claims[:count])).routes
        assert mark.told == strongest


@pytest.mark.parametrize(
    ("focus", "highlighted"),
    [
        ("country:USA", {"GTM~MEX~USA"}),
        ("country:PER", {"PE-MDD.Madre-de-Dios"}),
        ("route:HND~MEX", {"HND~MEX", "MEX.source", "MEX.destination"}),
        ("hotspot:PE-MDD.Madre-de-Dios", {"PE-MDD.Madre-de-Dios"}),
        ("note:note-debts", {"note-debts"}),
        ("region:latin_america", {"note-debts"}),
        ("claim:flow-hnd-mex-study", {"HND~MEX"}),
        ("country:BRA", set()),
    ],
)
def test_a_focus_highlights_what_belongs_to_it(focus, highlighted):
    found = drawn(ATLAS, focus)
    marks = [mark for kind in KINDS for mark in getattr(found, kind)]
    assert {mark.id for mark in marks if mark.highlighted} == highlighted


def test_a_route_in_focus_is_drawn_beside_the_best_documented():
    scene = compose(ATLAS, Selection())
    focus = Focus.from_text("route:MEX~MEX")
    assert [route.id for route in drawn(ATLAS, "route:MEX~MEX", top=1).routes] == ["HND~MEX", "MEX~MEX"]
    assert (routes_drawn(ATLAS, scene, None, top=1), routes_drawn(ATLAS, scene, focus, top=1)) == (1, 2)


@given(selections(ATLAS))
def test_everything_drawn_is_in_the_scene(selection):
    scene = compose(ATLAS, selection)
    found = drawing(ATLAS, scene, None)
    for kind in KINDS:
        every = {*getattr(scene, kind), *getattr(scene, f"unconfirmed_{kind}", ())}
        assert {mark.id for mark in getattr(found, kind)} == {mark.id for mark in every}


def test_hidden_layers_are_not_drawn():
    assert ids(drawn(ATLAS, hide=["routes", "source", "notes"])) == {
        "PE-MDD.Madre-de-Dios",
        "MEX.destination",
    }


def test_a_claim_about_a_unit_names_its_country_and_one_about_a_region_none(nine, shipped):
    assert documents_by_place(nine, compose(nine, Selection()))["PER"] == 1
    border = compose(shipped, Selection.from_values({"settings": ["border_crossing"]}))
    assert documents_by_place(shipped, border)["border_MEX-USA"] == 1
    assert "BRA" not in documents_by_place(shipped, compose(shipped, Selection()))
