import pytest

from flows.narrative import phrases
from flows.narrative.phrases import named_as, nothing_said, sentence, told
from flows.scene.telling import Telling
from geodata.vocabulary.enums import Assertion, Certainty, Role

HEDGES = {
    Certainty.STATED: "is named as",
    Certainty.REPORTED: "is reported as",
    Certainty.INFERRED: "is inferred to be",
}


def strength(assertion="described", certainty="stated"):
    return Telling(assertion=Assertion(assertion), certainty=Certainty(certainty))


def said(clause, *parts):
    return sentence(told(clause, strength(*parts)))


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("role", Role)
def test_the_hedge_of_the_source_is_kept(role, certainty):
    words = named_as("Mexico", role, strength(certainty=certainty))
    assert words.startswith(f"Mexico {HEDGES[certainty]} a ")
    assert role in words


def test_a_role_that_rests_on_less_has_a_verb_of_its_own():
    assert named_as("Panama", Role.SOURCE, strength("at_risk")) == (
        "People from Panama are said to be at risk of trafficking."
    )
    assert named_as("Haiti", Role.DESTINATION, strength("alleged", "reported")) == (
        "It is alleged that Haiti is a destination."
    )
    assert named_as("Honduras", Role.TRANSIT, strength("onward_migration", "reported")) == (
        "People are reported to travel on through Honduras."
    )


def test_routes_are_told_by_their_ends():
    assert said(phrases.flows_from("Honduras", ["Mexico", "the United States"])) == (
        "Routes from Honduras lead to Mexico and the United States."
    )
    assert said(phrases.flows_to("Mexico", ["Honduras"])) == "Routes to Mexico begin in Honduras."


def test_what_is_less_than_said_to_happen_is_told_in_other_verbs():
    inside = phrases.flows_within("St. Lucia")
    assert said(inside, "at_risk") == "People inside St. Lucia are said to be at risk of trafficking."
    assert said(inside, "alleged") == (
        "It is alleged that people are exploited inside St. Lucia, without crossing its border."
    )
    assert said(phrases.flows_from("Honduras", ["Spain"]), "onward_migration") == (
        "People are said to travel on from Honduras to Spain."
    )
    assert said(phrases.flows_through("Mexico"), "described", "reported") == (
        "It is reported that routes pass through Mexico."
    )


def test_inside_a_country_and_inside_a_region_are_told_apart():
    assert said(phrases.flows_within("Mexico")) == (
        "People are exploited inside Mexico, without crossing its border."
    )
    assert said(phrases.flows_within_region("Latin America")) == (
        "People from Latin America are exploited inside the region."
    )


def test_silence_is_not_said_to_be_absence():
    assert "does not mean that nothing happens there" in nothing_said("Peru")
