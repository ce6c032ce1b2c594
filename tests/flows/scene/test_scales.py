from hypothesis import given
from hypothesis import strategies as st

from flows.scene.scales import FAMILIES, WIDTH_STEPS, family, hedged, width_class
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Certainty
from geodata.vocabulary.terms import slugs, term, terms
from tests.flows.made_up import flow

documents = st.integers(min_value=1, max_value=10_000)
types = st.frozensets(st.sampled_from(slugs("types")), min_size=1)


@given(documents, documents)
def test_more_documents_are_never_drawn_thinner(one, other):
    assert (one <= other) <= (width_class(one) <= width_class(other))


def test_width_classes_begin_where_the_legend_says():
    assert [width_class(count) for count in (1, 2, 3, 4, 400)] == [0, 1, 1, 2, 2]
    assert len(WIDTH_STEPS) == 3


def test_every_type_has_a_family_of_the_legend():
    assert {found.colour for found in terms("types")} <= set(FAMILIES)


@given(types, types)
def test_a_family_is_that_of_its_types_or_several(some, more):
    assert family(some | more) in FAMILIES
    if family(some) == family(more):
        assert family(some | more) == family(some)


def test_several_families_are_several_and_a_form_that_is_not_named_yields():
    assert family(["sex_trafficking", "child_sex_trafficking"]) == "sex"
    assert family(["sex_trafficking", "forced_labor"]) == "several"
    assert family(["unspecified", "debt_bondage"]) == term("types", "debt_bondage").colour
    assert family(["unspecified"]) == family([]) == "unspecified"


def test_one_plain_statement_takes_the_dashes_away():
    reported = flow("HND~MEX", id="a", certainty=Certainty.REPORTED)
    stated = flow("HND~MEX", id="b", certainty=Certainty.STATED)
    assert hedged(Evidence(claims=(reported,)))
    assert not hedged(Evidence(claims=(reported, stated)))
