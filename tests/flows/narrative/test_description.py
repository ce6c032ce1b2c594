"""What was asked and what is shown, in a sentence."""

import pytest
from hypothesis import given

from flows.narrative.description import describe, headline, unnamed_line
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.asking import requests

ATLAS = load_atlas([NINE])


def asking(**asked):
    years = asked.pop("years", None)
    return Selection.from_values(asked, years=years)


def said(atlas, focus="", **asked):
    return headline(compose(atlas, asking(**asked)), Focus.from_text(focus), atlas)


def test_the_first_sentence_of_the_page(nine, shipped):
    assert said(nine) == (
        "The Western Hemisphere, all forms: 3 routes, 1 hotspot, 2 country roles and 1 region-wide note "
        "from 2 documents."
    )
    assert said(shipped) == (
        "The Western Hemisphere, all forms: 14 routes, 12 country roles and 71 region-wide notes "
        "from 2 documents. Beside them 1 dotted hotspot, not drawn."
    )


@pytest.mark.parametrize(
    ("focus", "sentence"),
    [
        ("country:USA", "Routes to the United States, all forms: 8 routes from 1 document."),
        ("country:HND", "Routes from Honduras, all forms: 1 route from 1 document."),
        ("country:PHL", "Routes from the Philippines, all forms: 1 route from 1 document."),
        ("country:PER", "Routes of Peru, all forms: none in this selection."),
        ("region:latin_america", "Routes of Latin America, all forms: 6 routes from 1 document."),
        ("region:asia", "Routes of Asia, all forms: 2 routes from 1 document."),
    ],
)
def test_the_sentence_of_a_focus_on_the_two_documents(shipped, focus, sentence):
    assert said(shipped, focus) == sentence


def test_names_that_take_an_article_take_it_everywhere(shipped):
    assert said(shipped, "country:USA", types=["forced_labor"]) == (
        "Routes of the United States, forced labor: none in this selection."
    )
    assert describe(asking(places=["USA", "caribbean"]), shipped) == (
        "all forms, about the United States or the Caribbean"
    )


def test_a_focus_on_both_ends_is_neither_to_nor_from(nine):
    assert said(nine, "country:MEX") == "Routes of Mexico, all forms: 3 routes from 2 documents."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "all forms"),
        ({"types": ["forced_labor", "debt_bondage"]}, "debt bondage or forced labor"),
        ({"sectors": ["mining"]}, "all forms, in mining"),
        (
            {"types": ["forced_labor"], "sectors": ["mining", "logging"]},
            "forced labor, with logging or mining named in the same claim",
        ),
        ({"settings": ["online"]}, "all forms, setting: online"),
        ({"groups": ["women", "men"]}, "all forms, naming men or women"),
        ({"groups": ["indigenous", "lgbtqi"]}, "all forms, naming Indigenous people or LGBTQI+ people"),
        ({"certainty": ["reported"]}, "all forms, certainty: reported"),
        ({"assertion": ["at_risk"]}, "all forms, what is said: at risk"),
        ({"access": ["official_copy"]}, "all forms, text reached as: official copy"),
        ({"roles": ["source", "transit"]}, "all forms, role claims: source or transit"),
        ({"places": ["MEX"]}, "all forms, about Mexico"),
        ({"documents": ["study-2021"]}, "all forms, in the words of A study of cases"),
        ({"collections": ["nine"]}, "all forms, from the collection Nine claims"),
        ({"words": ["gold mining"]}, "all forms, with the words “gold mining”"),
        ({"words": ["gold", '"forced labor"']}, "all forms, with the words “‘forced labor’” or “gold”"),
        ({"years": (2013, 2020)}, "all forms, speaking of 2013–2020"),
        ({"years": (2020, 2020)}, "all forms, speaking of 2020"),
    ],
)
def test_every_filter_has_its_words(nine, asked, words):
    assert describe(asking(**asked), nine) == words


@given(requests(ATLAS))
def test_whatever_is_asked_has_one_sentence(request):
    sentence = headline(compose(ATLAS, request.selection), request.focus, ATLAS)
    assert sentence.endswith(("documents.", "document.", "drawn.", "with dots.", "selection."))
    assert sentence.isprintable()


def test_hidden_routes_are_counted_in_words(nine, shipped):
    def line(atlas, **asked):
        ((facet, count),) = compose(atlas, asking(**asked)).unnamed.items()
        return unnamed_line(facet, count)

    assert line(nine, types=["sex_trafficking"]) == "1 more route names no form."
    assert line(shipped, types=["forced_labor"]) == "13 more routes name no form."
    assert line(shipped, sectors=["mining"]) == "14 more routes name no sector."
    assert line(shipped, groups=["women"]) == "12 more routes name no group."
