from flows.maps.legend import LAYERS, SWITCHED_TYPES, legend, switches, words
from flows.scene.scales import FAMILIES
from geodata.vocabulary.terms import slugs


def test_the_legend_offers_only_what_claims_name():
    labor = legend(frozenset({"debt_bondage", "unspecified"}))["types"]
    assert [entry["value"] for entry in labor] == ["sex_trafficking", "forced_labor", "unspecified"]


def test_every_switch_says_in_words_what_it_means():
    entries = legend(frozenset(slugs("types")))
    assert {entry["value"] for entry in entries["types"]} == set(SWITCHED_TYPES)
    assert {entry["value"] for entry in entries["layers"]} <= set(LAYERS)
    for entry in (*entries["types"], *entries["layers"]):
        assert entry["label"].strip()
        assert len(entry["meaning"].split()) > 2
    assert all(line["label"] for line in entries["lines"])


def test_switches_have_a_colour_of_the_map():
    assert {entry["look"] for entry in legend(frozenset(slugs("types")))["types"]} <= set(FAMILIES)
    assert [entry["type"] for entry in switches()] == list(SWITCHED_TYPES)


def test_width_is_said_to_be_documents():
    assert words()["width_means"] == "Width: number of documents"
