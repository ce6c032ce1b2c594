import json

import pytest

from flows.i18n import use_language
from flows.maps.marks_file import marks_of
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.routes import routes_from
from flows.scene.scene import compose
from flows.search.file import search_address, search_file_of
from flows.search.index import SEARCHED, search_index
from geodata.gazetteer.exonyms import other_names
from geodata.name_index import fold
from geodata.vocabulary.terms import slugs, terms


@pytest.fixture(scope="module")
def entries(both_collections):
    return search_index(both_collections)["entries"]


def called(entries, text):
    """The entries of this name or code, accents and case aside."""
    return [
        entry
        for entry in entries
        if fold(text) in {fold(name) for name in (*entry["names"], entry.get("code", ""))}
    ]


def only(entries, text):
    (found,) = called(entries, text)
    return found


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("perú", "country:PER"),
        ("peru", "country:PER"),
        ("Pérou", "country:PER"),
        ("PER", "country:PER"),
        ("brésil", "country:BRA"),
        ("brasil", "country:BRA"),
        ("Estados Unidos", "country:USA"),
        ("Burma", "country:MMR"),
        ("América Latina", "region:latin_america"),
        ("Western Hemisphere", "region:americas"),
        ("Madre de Dios", "hotspot:PE-MDD.La-Pampa-Madre-de-Dios"),
        ("Cartagena", "hotspot:CO-BOL.Cartagena"),
        ("Ciudad de Panamá", "hotspot:PA-8.Panama-City"),
        ("Eje Cafetero de Colombia", "hotspot:colombia_coffee_belt.coffee-belt-Eje-Cafetero"),
        ("frontera México–Estados Unidos", "hotspot:border_MEX-USA"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(entries, text, focus):
    assert only(entries, text)["focus"] == focus


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("minería", "sectors", "mining"),
        ("mineração", "sectors", "mining"),
        ("exploitation minière", "sectors", "mining"),
        ("pêche et travail maritime", "sectors", "fishing_maritime"),
        ("farming", "sectors", "agriculture"),
        ("trabajo forzoso", "types", "forced_labor"),
        ("trabalho forçado", "types", "forced_labor"),
        ("travail forcé", "types", "forced_labor"),
        ("forced labour", "types", "forced_labor"),
        ("mendicidad forzada", "types", "forced_begging"),
    ],
)
def test_a_sector_or_type_is_found_in_four_languages(entries, text, facet, value):
    found = only(entries, text)
    assert (found["facet"], found["value"]) == (facet, value)


def test_every_sector_and_type_can_be_found(entries):
    assert {(e["facet"], e["value"]) for e in entries if "facet" in e} == {
        (facet, slug) for facet in SEARCHED for slug in slugs(facet)
    }
    unnamed = [
        word.slug for facet in SEARCHED for word in terms(facet) if set(word.names) != {"es", "pt", "fr"}
    ]
    assert unnamed == []


def test_every_place_can_be_found_by_its_name_and_its_code(both_collections, entries):
    names = {name for entry in entries for name in entry["names"]}
    assert [place.id for place in both_collections.gazetteer if place.name not in names] == []
    coded = [p.id for p in both_collections.gazetteer if p.kind in {"country", "territory", "admin1"}]
    assert set(coded) == {entry["code"] for entry in entries if entry.get("code")}


def test_a_unit_without_a_claim_opens_its_country_and_says_so(entries):
    tacna = only(entries, "Tacna")
    assert (tacna["kind"], tacna["claims"]) == ("first-level unit of Peru", 0)
    assert (tacna["focus"], tacna["instead"]) == ("country:PER", "Peru")


def test_a_country_without_a_claim_is_still_looked_at(entries):
    found = only(entries, "Andorra")
    assert (found["focus"], found["said"]) == ("country:AND", "no claim")
    assert "instead" not in found


def test_the_numbers_are_those_that_the_page_shows(both_collections, entries):
    counts = compose(both_collections, Selection()).counts
    assert only(entries, "Peru")["claims"] == counts["places"]["PER"]
    assert only(entries, "Mining")["claims"] == counts["sectors"]["mining"]
    assert only(entries, "Forced labor")["claims"] == counts["types"]["forced_labor"]


def test_the_best_documented_come_first_and_what_is_left_open_last(entries):
    assert entries[0]["name"] == "Sex trafficking"
    assert {entry["value"] for entry in entries[-2:]} == {"unspecified"}


def test_every_choice_leads_to_something_that_the_map_or_the_panel_has(both_collections, entries):
    tables = json.loads(marks_of(both_collections).body)
    marks = {kind: {mark["id"] for mark in tables[kind]} for kind in ("hotspots", "places")}
    known = {
        "hotspot": marks["hotspots"],
        "country": marks["places"],
        "region": both_collections.gazetteer,
        "claim": {claim.id for claim in both_collections.claims},
    }
    focuses = [Focus.from_text(entry["focus"]) for entry in entries if "focus" in entry]
    assert [str(focus) for focus in focuses if focus.id not in known[focus.kind]] == []


def test_the_nine_claims_have_one_hotspot(nine):
    entries = search_index(nine)["entries"]
    (found,) = [entry for entry in entries if entry.get("focus", "").startswith("hotspot:")]
    assert found["focus"] == "hotspot:PE-MDD.Madre-de-Dios"
    assert (found["kind"], found["said"]) == ("first-level unit of Peru", "1 claim")


def test_names_are_those_of_the_language_in_use(both_collections):
    in_english = search_address(both_collections)
    use_language("es")
    try:
        assert only(search_index(both_collections)["entries"], "Peru")["name"] == "Perú"
        assert search_address(both_collections).split("?")[0] != in_english.split("?")[0]
    finally:
        use_language("en")


def test_the_address_changes_with_what_the_file_says(both_collections, nine):
    assert search_file_of(both_collections).hash in search_address(both_collections)
    assert search_file_of(both_collections).hash != search_file_of(nine).hash
    assert json.loads(search_file_of(nine).body) == search_index(nine)


def test_areas_of_the_collections_are_named_in_other_languages(both_collections):
    own = [p for p in both_collections.gazetteer if p.kind in {"area", "island"} and len(p.names) < 4]
    assert [place.name for place in own if len(other_names(place.name)) != 3] == []


def test_a_route_is_found_by_its_places_and_opens_itself(both_collections):
    found = search_index(both_collections)
    (route,) = [entry for entry in found["routes"] if entry["focus"] == "route:VEN~TTO"]
    assert (route["name"], route["stops"]) == ("Venezuela → Trinidad & Tobago", ["VEN", "TTO"])
    assert "Trinité-et-Tobago" in found["stops"]["TTO"]
    assert {stop for entry in found["routes"] for stop in entry["stops"]} == set(found["stops"])
    assert len(found["routes"]) == len(routes_from(both_collections.claims))


def test_a_document_is_named_with_its_year_and_counts_its_claims(nine):
    found = {entry["document"]: entry for entry in search_index(nine)["documents"]}
    assert found["study-2021"]["name"] == "A study of cases, 2021"
    assert found["study-2021"]["said"] == "2 claims"
