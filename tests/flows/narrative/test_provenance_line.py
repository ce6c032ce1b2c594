"""The standing line is true of whatever is loaded and selected."""

from typing import Any

import pytest

from flows.narrative.citations import short_citation, source_line, sources_in_short
from flows.narrative.provenance_line import provenance_line
from flows.query.selection import Selection
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.load import load_atlas
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import EvidenceKind
from tests.flows.made_up import document, flow

STATE = {"author": "U.S. Department of State", "publisher": "U.S. Department of State"}
LEAD = "say, not a count of people or of crimes."


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas()


def line(gazetteer: Gazetteer, *documents: dict[str, Any]) -> str:
    made = [document(f"document-{number}", **parts) for number, parts in enumerate(documents)]
    named = {found.id: found for found in made}
    return provenance_line(Atlas(collections={}, documents=named, claims=(), gazetteer=gazetteer))


def test_both_collections(atlas):
    assert provenance_line(atlas) == (
        f"What U.S. government documents of 2015–2025 {LEAD} Nearly all have one author, the U.S. Department "
        "of State: 105 of 109, 38 of them as others relay it. By others: 2 documents, 2026."
    )


def test_one_collection_selected(atlas):
    selection = Selection.from_values({"collections": ["western-hemisphere"]})
    assert provenance_line(atlas, selection) == f"What U.S. government documents of 2015 and 2024 {LEAD}"
    selection = Selection.from_values({"collections": ["country-narratives"]})
    assert "104 of 107" in provenance_line(atlas, selection)


def test_all_by_one_author(gazetteer):
    assert line(gazetteer, *[STATE] * 5) == (
        f"What U.S. government documents of 2020 {LEAD} "
        "All have one author, the U.S. Department of State: 5 of 5."
    )


def test_documents_of_others_are_not_called_those_of_the_government(gazetteer):
    assert line(gazetteer, {"year": 2019}, {"year": 2021}) == f"What documents of 2019 and 2021 {LEAD}"
    assert line(gazetteer, STATE, {}).startswith("What documents of 2020 say")


def test_no_author_is_named_where_many_wrote(gazetteer):
    assert line(gazetteer, *({"author": f"A. Nobody {letter}"} for letter in "abcde")) == (
        f"What documents of 2020 {LEAD}"
    )


def test_what_rests_on_cited_documents_says_so_with_its_years():
    quoted = document("quoted")
    old, new = (
        document(f"cited-{year}", year=year, evidence_kind=EvidenceKind.CITED) for year in (2016, 2023)
    )
    assert sources_in_short([quoted, quoted]) == "2 documents"
    assert sources_in_short([new]) == "paraphrased from 1 document, 2023"
    assert sources_in_short([new, old]) == "paraphrased from 2 documents, 2016–2023"
    assert sources_in_short([quoted, new, old]) == "3 documents, 2 of them paraphrased"


def test_the_line_under_a_card_says_paraphrased_only_of_what_is():
    quoted, cited = document("quoted"), document("cited", evidence_kind=EvidenceKind.CITED)
    claim = flow("PER~BRA")
    assert source_line(quoted, claim) == short_citation(quoted, claim) == "The title of quoted, 2020"
    assert source_line(cited, claim) == "Paraphrased from The title of cited, 2020"
