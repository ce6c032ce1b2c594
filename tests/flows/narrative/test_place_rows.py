"""All places by how much is said of each."""

from flows.narrative.place_rows import place_index
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.vocabulary.enums import Role
from tests.flows.made_up import atlas_of, flow, hotspot, role


def index_of(gazetteer, *claims, **chosen):
    atlas = atlas_of(gazetteer, *claims)
    return place_index(compose(atlas, Selection.from_values(chosen)), atlas)


def test_a_row_counts_what_is_said_of_a_place(gazetteer):
    claims = [
        flow("PER~CHL"),
        flow("BOL~PER", id="in", document="another", year=2023),
        flow("PER~PER"),
        hotspot("PE-MDD"),
        role("PER"),
        role("PER", Role.TRANSIT),
    ]
    peru = index_of(gazetteer, *claims).countries[0]
    assert (peru.name, peru.documents, peru.share, peru.years) == ("Peru", 2, 1.0, "2020–2023")
    assert (peru.out, peru.into, peru.inside, peru.hotspots) == (1, 1, 1, 1)
    assert (peru.roles, peru.signs) == (("Source", "Transit"), "▲ ◆")


def test_places_stand_by_documents_then_by_name_and_those_far_away_apart(gazetteer):
    claims = [flow("PER~CHL"), flow("CHL~CHN", document="another"), flow("latin_america~CHL")]
    index = index_of(gazetteer, *claims)
    assert [row.name for row in index.countries] == ["Chile", "Peru"]
    assert [row.name for row in index.regions] == ["Latin America"]
    assert [row.name for row in index.elsewhere] == ["China"]


def test_what_no_document_names_is_told_from_what_a_filter_leaves_out(gazetteer):
    claims = [flow("PER~CHL", types=("forced_labor",)), flow("BRA~CHL")]
    index = index_of(gazetteer, *claims, types=["forced_labor"])
    assert index.left_out == (("BRA", "Brazil"),)
    assert ("GRD", "Grenada") in index.silent
    assert not {name for _id, name in index.silent} & {"Brazil", "Peru", "Chile"}


def test_a_selection_of_nothing_lists_nothing(gazetteer):
    index = index_of(gazetteer, flow("PER~CHL"), places=["MEX"])
    assert (index.countries, index.regions, index.elsewhere) == ((), (), ())
