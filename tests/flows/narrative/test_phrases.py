import pytest

from flows.narrative.phrases import (
    flows_from,
    flows_to,
    flows_within,
    flows_within_region,
    named_as,
    nothing_said,
)
from geodata.vocabulary.enums import Certainty, Role

HEDGES = {
    Certainty.STATED: "is named as",
    Certainty.REPORTED: "is reported as",
    Certainty.INFERRED: "is inferred to be",
}


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("role", Role)
def test_the_hedge_of_the_source_is_kept(role, certainty):
    sentence = named_as("Mexico", role, certainty)
    assert sentence.startswith(f"Mexico {HEDGES[certainty]} a ")
    assert role in sentence


def test_routes_are_told_by_their_ends():
    assert flows_from("Honduras", ["Mexico", "the United States"]) == (
        "Routes from Honduras lead to Mexico and the United States."
    )
    assert flows_to("Mexico", ["Honduras"]) == "Routes to Mexico begin in Honduras."


def test_inside_a_country_and_inside_a_region_are_told_apart():
    assert flows_within("Mexico") == "People are exploited inside Mexico, without crossing its border."
    assert (
        flows_within_region("Latin America") == "People from Latin America are exploited inside the region."
    )


def test_silence_is_not_said_to_be_absence():
    assert "does not mean that nothing happens there" in nothing_said("Peru")
