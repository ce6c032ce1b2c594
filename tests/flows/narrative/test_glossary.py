"""The glossary holds every term of the vocabulary, and finds the one that a link asks for."""

import pytest

from flows.narrative.glossary import entries, entry_named, headings, nearest_term
from flows.query.selection import FACETS as FILTERS
from flows.scene.scene import index_of
from geodata.vocabulary.terms import terms


@pytest.mark.parametrize("facet", headings())
def test_every_term_has_a_definition_and_its_source(facet):
    found = entries(facet)
    assert len(found) == len(terms(facet))
    assert all(entry.definition and entry.source for entry in found)
    assert headings()[facet]


def test_what_can_be_filtered_by_a_term_is_explained(shipped):
    own = {"documents", "collections", "places", "words"}
    assert set(FILTERS) - own <= set(headings())
    for facet in set(FILTERS) - own:
        known = {entry.id for entry in entries(facet)}
        assert {f"term-{facet}-{slug}" for slug in index_of(shipped).values(facet)} <= known


def test_a_term_is_found_by_the_name_in_a_link():
    assert entry_named("types-forced_labor").label == "Forced labor"
    assert entry_named("certainty-stated").label == "Stated"
    assert entry_named("types-witchcraft") is None


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [("types-forced_labour", "types-forced_labor"), ("Debt bondage", "types-debt_bondage"), ("qxzqxz", "")],
)
def test_the_nearest_term_is_offered(asked, nearest):
    assert nearest_term(asked) == nearest
