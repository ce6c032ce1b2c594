from hypothesis import given
from hypothesis import strategies as st

from flows.scene.scales import WIDTH_STEPS, hedged, width_class
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Certainty
from tests.flows.made_up import flow

documents = st.integers(min_value=1, max_value=10_000)


@given(documents, documents)
def test_more_documents_are_never_drawn_thinner(one, other):
    assert (one <= other) <= (width_class(one) <= width_class(other))


def test_width_classes_begin_where_the_legend_says():
    assert [width_class(count) for count in (1, 2, 3, 4, 400)] == [0, 1, 1, 2, 2]
    assert len(WIDTH_STEPS) == 3


def test_one_plain_statement_takes_the_dashes_away():
    reported = flow("HND~MEX", id="a", certainty=Certainty.REPORTED)
    stated = flow("HND~MEX", id="b", certainty=Certainty.STATED)
    assert hedged(Evidence(claims=(reported,)))
    assert not hedged(Evidence(claims=(reported, stated)))
