"""Forms side by side: which a line, a card or a row of a file has, and that none of them is a mixture."""

from hypothesis import given
from hypothesis import strategies as st

from flows.palette import read_palette
from flows.query.selection import Selection
from flows.scene.drawn import drawing
from flows.scene.forms import FORMS, family, form_of, forms_named, stripes_of
from flows.scene.scene import compose
from geodata.load import load_atlas
from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import slugs
from tests.flows.made_up import flow

types = st.frozensets(st.sampled_from(slugs("types")), min_size=1)


def test_every_type_has_a_colour_of_both_themes():
    palette = read_palette()
    for theme in (palette.light, palette.dark):
        assert {f"type_{family(slug)}" for slug in slugs("types")} == {
            key for key in theme if key.startswith("type_")
        }


@given(types)
def test_each_type_is_one_of_the_forms_in_the_order_of_the_legend(some):
    named = forms_named(some)
    assert list(named) == [form for form in FORMS if form in named]
    forms = {form_of(slug) for slug in some}
    assert set(named) == (forms - {UNSPECIFIED} or forms)


@given(types)
def test_stripes_and_files_name_the_same_forms(some):
    stripes = stripes_of([flow("HND~MEX", types=tuple(some))])
    assert tuple(stripe.form for stripe in stripes) == forms_named(some)


def test_children_and_parents_share_a_form_and_one_that_is_not_named_yields():
    assert forms_named(["child_sex_trafficking", "sex_trafficking"]) == ("sex_trafficking",)
    assert forms_named(["unspecified", "debt_bondage"]) == ("forced_labor",)
    assert forms_named(["unspecified"]) == ("unspecified",)
    assert forms_named([]) == ()


def test_only_the_forms_asked_for_are_named():
    some = ["sex_trafficking", "forced_begging"]
    assert forms_named(some) == ("sex_trafficking", "forced_criminality")
    assert forms_named(some, frozenset({"forced_labor"})) == ("forced_labor",)
    assert forms_named(some, frozenset({"child_soldiering"})) == ()


def test_no_line_that_names_a_form_is_drawn_in_neutral_ink():
    atlas = load_atlas()
    scene = compose(atlas, Selection())
    drawn = drawing(atlas, scene, None, top=len(scene.routes))
    evidence = {route.id: route.evidence for route in (*scene.routes, *scene.unconfirmed_routes)}
    neutral = [
        mark.id
        for mark in drawn.routes
        if "unspecified" in {family(form) for form in mark.forms}
        and set(evidence[mark.id].types) != {UNSPECIFIED}
    ]
    assert len(drawn.routes) > 100
    assert neutral == []


def test_seven_forms_on_one_line_are_seven_stripes():
    named = [form for form in FORMS if form != UNSPECIFIED]
    stripes = stripes_of([flow("HND~MEX", types=(*named, UNSPECIFIED))])
    assert [stripe.form for stripe in stripes] == named
    assert len(stripes) == 7
