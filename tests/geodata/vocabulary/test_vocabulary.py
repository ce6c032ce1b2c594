import re

import pytest

from geodata.vocabulary.enums import UNSPECIFIED, Sector, TraffickingType
from geodata.vocabulary.terms import facets, slugs, term, terms, with_descendants

FACETS = ("types", "sectors", "settings", "groups", "roles", "assertion", "certainty", "access", "sense")
FAMILIES = {"sex", "labor", "criminality", "soldiering", "other", "unspecified"}


def test_forced_labor_brings_its_children_and_grandchildren():
    assert with_descendants("forced_labor") == {
        "forced_labor",
        "domestic_servitude",
        "debt_bondage",
        "state_sponsored_forced_labor",
        "forced_begging",
        "forced_criminality",
    }


def test_debt_bondage_is_forced_labor_alone():
    assert term("types", "debt_bondage").parents == ("forced_labor",)
    assert with_descendants("sex_trafficking") == {"sex_trafficking", "child_sex_trafficking"}


def test_recruited_children_are_never_filed_under_crime():
    assert with_descendants("child_soldiering") == {"child_soldiering"}
    assert "child_soldiering" not in with_descendants("forced_criminality")


def test_open_lists_have_the_slugs_of_the_file():
    assert TraffickingType("sex_trafficking") == "sex_trafficking"
    assert tuple(Sector) == slugs("sectors")


@pytest.mark.parametrize("facet", ["types", "sectors", "groups"])
def test_a_claim_can_name_nothing(facet):
    assert UNSPECIFIED in slugs(facet)


def test_every_word_is_defined_with_a_source():
    undefined = [t.slug for facet in FACETS for t in terms(facet) if not (t.definition and t.source)]
    assert undefined == []


def test_labels_are_short_and_in_sentence_case():
    labels = [word.label for facet in FACETS for word in terms(facet)]
    assert [label for label in labels if len(label) > 32 or not re.match(r"[A-Z]", label)] == []


def test_every_type_has_a_colour_family_and_every_sector_a_symbol():
    assert {word.colour for word in terms("types")} == FAMILIES
    assert [word.slug for word in terms("sectors") if not word.symbol] == []


def test_parents_are_types():
    assert {parent for word in terms("types") for parent in word.parents} <= set(slugs("types"))


def test_only_tiers_have_a_short_form_so_that_one_thing_has_one_name():
    short = {word.slug for facet in facets() for word in terms(facet) if word.short != word.label}
    assert short == set(slugs("tier"))
