from flows.maps.icons import icons
from flows.maps.legend import LAYERS, legend, words
from flows.scene.forms import FORMS, family
from geodata.vocabulary.terms import slugs
from tests.flows.made_up import atlas_of, flow


def naming(gazetteer, types):
    return legend(atlas_of(gazetteer, flow("HND~MEX", types=tuple(types))))


def test_the_legend_offers_only_what_claims_name(gazetteer):
    begging = naming(gazetteer, {"forced_begging", "unspecified"})["types"]
    assert [entry["value"] for entry in begging] == ["forced_labor", "forced_criminality", "unspecified"]


def test_every_switch_says_in_words_what_it_means(gazetteer):
    entries = naming(gazetteer, slugs("types"))
    assert {entry["value"] for entry in entries["types"]} == set(FORMS)
    assert {entry["value"] for entry in entries["layers"]} <= set(LAYERS)
    for entry in (*entries["types"], *entries["layers"]):
        assert entry["label"].strip()
        assert len(entry["meaning"].split()) > 2
    assert all(key["label"] for key in (*entries["lines"], *entries["land"]))


def test_switches_have_a_colour_of_the_map(gazetteer):
    entries = naming(gazetteer, slugs("types"))["types"]
    assert {entry["value"]: entry["css_class"] for entry in entries} == {form: family(form) for form in FORMS}


def test_the_legend_has_a_switch_with_an_icon_for_each_sector_that_is_named(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~MEX", sectors=("mining", "unspecified")))
    entries = legend(atlas)["sectors"]
    assert [entry["value"] for entry in entries] == ["mining", "unspecified"]
    assert set(icons()) >= {entry["symbol"] for entry in entries if entry["value"] != "unspecified"}
    assert all(entry["label"] and entry["meaning"] for entry in entries)


def test_width_is_said_to_be_documents():
    assert words()["width_means"] == "Width: number of documents"
