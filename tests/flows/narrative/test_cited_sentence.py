"""Cited sentences: the words in them that lead on, their order of citation, and hedges behind names."""

from flows.narrative.cited_sentence import (
    CitedSentence,
    Part,
    Pointer,
    hedge_of,
    hedged_name,
    in_order_of_citation,
    parts_of,
)
from geodata.vocabulary.enums import Assertion, Certainty
from tests.flows.made_up import flow

ONE, TWO, THREE = (flow("MEX~USA", id=ident) for ident in ("a", "b", "c"))


def test_a_sentence_is_cut_at_the_words_that_stand_out():
    pointers = (Pointer("Peru", "country:PER"), Pointer("gold"))
    said = CitedSentence(text="From Peru come gold and Peru.", claims=(ONE,), pointers=pointers)
    assert parts_of(said) == [
        Part("From "),
        Part("Peru", strong=True, focus="country:PER"),
        Part(" come "),
        Part("gold", strong=True),
        Part(" and Peru."),
    ]


def test_words_that_are_not_there_are_passed_over():
    said = CitedSentence(text="From Peru.", claims=(ONE,), pointers=(Pointer("Chile", "country:CHL"),))
    assert parts_of(said) == [Part("From Peru.")]


def test_a_part_knows_the_place_that_it_leads_to():
    assert Part("Peru", strong=True, focus="country:PER").place == "PER"
    assert Part("the Caribbean", strong=True, focus="region:caribbean").place == "caribbean"
    assert Part("gaps", strong=True, focus="theme:data_gaps").place == ""
    assert Part("plain").place == ""


def test_claims_stand_in_the_order_in_which_they_are_cited_each_once():
    sentences = [CitedSentence(text="", claims=(THREE, TWO)), CitedSentence(text="", claims=(TWO,))]
    assert in_order_of_citation(sentences, (ONE, TWO, THREE)) == (TWO, THREE, ONE)


def test_a_hedge_is_that_of_the_strongest_claim():
    risk = flow("MEX~USA", assertion=Assertion.AT_RISK, certainty=Certainty.REPORTED)
    assert hedge_of([risk]) == "at risk, reported"
    assert hedge_of([risk, ONE]) == ""
    assert hedged_name("Peru", [risk], "1 document") == "Peru (1 document, at risk, reported)"
    assert hedged_name("Peru", [ONE]) == "Peru"
