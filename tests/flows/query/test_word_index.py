"""Which claims and documents the words of a search find."""

import pytest

from flows.query.selection import Selection
from flows.query.word_index import WordIndex
from flows.query.word_search import canonical
from flows.scene.scene import compose
from geodata.model.claims import Passage
from tests.flows.made_up import atlas_of, document, flow, role


def quoting(words, ident="paper-2020"):
    return Passage(document=ident, start=0, end=len(words), quote=words)


@pytest.fixture
def atlas(gazetteer):
    return atlas_of(
        gazetteer,
        flow("HND~MEX", id="mines", statement="Boys dig gold in illegal mines."),
        flow("GTM~MEX", id="mining", statement="Men are exploited in mining."),
        role("MEX", id="quoted", statement="Mexico is a source.", passage=quoting("Forced labor, they say.")),
        role("PER", id="spanish", document="informe", passage=quoting("La minería ilegal crece.", "informe")),
        role("BRA", id="deportees", statement="Deported migrants are at risk; labor laws differ."),
        documents=(document("informe", language="es", title="Informe sobre la trata de niñas"),),
    )


def found(atlas, *typed):
    selection = Selection.from_values({"words": map(canonical, typed)})
    return [claim.id for claim in compose(atlas, selection).claims]


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("gold", ["mines"]),
        ("mine", ["mines", "mining", "spanish"]),
        ("exploitation", []),
        ("exploits", ["mining"]),
        ("gold mining", ["mines"]),
        ("MINERIA", ["spanish"]),
        ("minería", ["spanish"]),
        ("crecen", ["spanish"]),
        ("exploit", ["mining"]),
        ("deport", ["deportees"]),
        ("deporting", ["deportees"]),
        ("forced labor", ["quoted"]),
        ('"forced labor"', ["quoted"]),
        ('"labor forced"', []),
        ('"mine"', []),
        ('"source forced"', []),
        ("sorcery", []),
        ("mi", []),
    ],
)
def test_what_a_search_finds(atlas, typed, claims):
    assert found(atlas, typed) == claims


def test_any_of_several_searches_suffices_and_other_filters_cut(atlas):
    assert found(atlas, "gold", "mining") == ["mines", "mining"]
    selection = Selection.from_values({"words": ["mining"], "places": ["GTM"]})
    assert [claim.id for claim in compose(atlas, selection).claims] == ["mining"]


def test_a_language_without_a_stemmer_is_searched_by_whole_words(gazetteer):
    atlas = atlas_of(
        gazetteer,
        role("PER", document="klan", statement="Said.", passage=quoting("ქალები და ბავშვები", "klan")),
        documents=(document("klan", language="ka"),),
    )
    assert found(atlas, "ბავშვები") == [atlas.claims[0].id]


def test_an_atlas_without_claims_finds_nothing(gazetteer):
    index = WordIndex(atlas_of(gazetteer))
    assert (index.admitted(["gold"]), index.words) == (0, ())


def test_the_table_holds_no_more_than_the_words_by_number(atlas):
    table = WordIndex(atlas).table()
    assert set(table) == {"words", "stems", "stems_of", "claims", "documents"}
    written = [[table["words"][word] if word >= 0 else "" for word in text] for text in table["claims"]]
    assert written[2] == ["mexico", "is", "a", "source", "", "forced", "labor", "they", "say"]
    assert set(table["documents"]) == {"paper-2020", "informe"}
