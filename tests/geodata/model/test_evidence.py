import pytest

from geodata.model.claims import FlowClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Certainty


@pytest.fixture
def from_honduras(nine):
    return Evidence(claims=(nine.claim("flow-hnd-mex-study"), nine.claim("flow-hnd-mex")))


def test_no_evidence_no_ink():
    with pytest.raises(ValueError, match="at least one claim"):
        Evidence(claims=())


def test_strength_counts_documents_not_claims(nine, from_honduras):
    assert from_honduras.strength == 2
    assert Evidence(claims=nine.of_kind(FlowClaim)).strength == 2


def test_years_span_first_to_last(from_honduras):
    assert from_honduras.years == (2020, 2021)


def test_types_come_in_the_order_of_the_vocabulary(from_honduras):
    assert from_honduras.types == ("sex_trafficking", "unspecified")


def test_the_strongest_certainty_counts(nine, from_honduras):
    assert from_honduras.certainty is Certainty.STATED
    assert Evidence(claims=(nine.claim("flow-hnd-mex-study"),)).certainty is Certainty.REPORTED
