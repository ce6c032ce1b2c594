"""What the country narratives say, as exact facts of the collection that ships."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from geodata.load import load_atlas
from geodata.model.atlas import Atlas
from geodata.model.claims import FlowClaim, HotspotClaim, RankingClaim, RoleClaim

FOLDER = Path(__file__).parents[2] / "geodata" / "collections" / "country-narratives"
INTO_TRINIDAD_AND_TOBAGO = {
    *("CHN", "COL", "CUB", "DOM", "GUY", "IND", "KEN", "NPL", "PHL", "PRI", "VCT", "VEN"),
    *("asia", "caribbean"),
}
# The last id of the source file; claims that the second reading added come after it.
LAST_FACT = "cn-0655"
SENTENCE_END = re.compile(r"(?<!U\.S)[.!?](?=\s|$)")
KINDS_BY_PRECISION = {
    "admin1": {"admin1"},
    "city": {"admin1"},
    "border_zone": {"border_zone"},
    "area": {"area", "island"},
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas([FOLDER])


@pytest.fixture(scope="module")
def corrections() -> list[dict[str, str]]:
    with (FOLDER / "coding" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_size_of_the_collection(atlas: Atlas):
    kinds = (RoleClaim, FlowClaim, HotspotClaim, RankingClaim)
    assert [len(atlas.of_kind(kind)) for kind in kinds] == [116, 613, 57, 32]
    assert len({(flow.origin, flow.destination) for flow in atlas.of_kind(FlowClaim)}) == 378
    assert len(atlas.documents) == len({document.url for document in atlas.documents.values()}) == 107


def test_two_of_the_631_facts_are_left_out_with_a_reason(atlas: Atlas, corrections):
    dropped = {row["claim_id"]: row["why"] for row in corrections if row["action"] == "drop"}
    assert set(dropped) == {"cn-0290", "cn-0380"}
    assert all(why.endswith(".") for why in dropped.values())
    assert not any(atlas.claim(claim) for claim in dropped)
    read_from_the_file = [claim for claim in atlas.claims if claim.id <= LAST_FACT]
    assert len(read_from_the_file) + len(dropped) == 631


def test_every_claim_says_where_its_sentence_stands_and_each_how_it_was_read(atlas: Atlas):
    assert Counter(claim.reading for claim in atlas.claims) == {"full": 808, "part": 9, "none": 1}
    assert all(claim.locator_start for claim in atlas.claims)


def test_an_address_of_its_own_is_only_where_the_sentence_was_read_elsewhere(atlas: Atlas):
    elsewhere = [claim for claim in atlas.claims if claim.locator_url]
    assert len([claim for claim in elsewhere if claim.id <= LAST_FACT]) == 154
    assert all(claim.locator_url != atlas.documents[claim.document].url for claim in elsewhere)
    # The document names the file of the World Factbook in which it was read.
    assert not atlas.claim("cn-0435").locator_url
    assert "factbook" in atlas.documents["tip-2025-nicaragua-factbook"].url


def test_no_total_leaves_a_few_people_over(atlas: Atlas):
    assert "11" not in atlas.claim("cn-0351").statement + atlas.claim("cn-0364").statement


def test_all_evidence_is_cited_and_carries_no_words_of_a_document(atlas: Atlas):
    assert {document.evidence_kind for document in atlas.documents.values()} == {"cited"}
    assert {document.text for document in atlas.documents.values()} == {""}
    assert {claim.passage for claim in atlas.claims} == {None}
    assert {claim.document for claim in atlas.claims} == set(atlas.documents)


def test_nearly_all_comes_from_one_author(atlas: Atlas):
    others = {d.id for d in atlas.documents.values() if "Department of State" not in d.author}
    assert others == {
        *("child-labor-2022-dominican-republic", "un-2026-haiti", "un-2026-haiti-el-mercurio-digital"),
    }


def test_where_victims_exploited_in_trinidad_and_tobago_come_from(atlas: Atlas):
    inflows = {flow.origin for flow in atlas.of_kind(FlowClaim) if flow.destination == "TTO"}
    assert inflows == INTO_TRINIDAD_AND_TOBAGO | {"TTO"}


def test_which_places_in_peru_are_named_for_mining(atlas: Atlas):
    mining = [spot for spot in atlas.of_kind(HotspotClaim) if "mining" in spot.sectors]
    in_peru = [(s.place, s.place_label) for s in mining if atlas.gazetteer[s.place].parent == "PER"]
    assert in_peru == []  # The sentence on La Pampa names a raid, and no work.


def test_which_countries_are_transit_for_venezuelans(atlas: Atlas):
    flows = [flow for flow in atlas.of_kind(FlowClaim) if flow.origin == "VEN"]
    assert {stop for flow in flows for stop in flow.transit} == {"COL", "ECU", "PER", "BOL", "TTO"}
    assert "VEN~COL~ECU~PER~BOL~CHL" in {flow.route for flow in flows}


@pytest.mark.parametrize(
    ("names", "count", "coded"),
    [
        # The next sentence names both forms for all countries of the list together.
        (
            "is one of at least 28 countries where Colombians",
            28,
            (("sex_trafficking", "forced_labor"), "inferred"),
        ),
        ("Paraguayan victims of sex trafficking", 7, (("sex_trafficking", "forced_labor"), "stated")),
        ("Costa Ricans were recognized", 2, (("sex_trafficking", "forced_labor"), "stated")),
        # No sentence names a form for this one.
        ("traffickers exploit Venezuelans (form not", 19, (("unspecified",), "stated")),
    ],
)
def test_the_forms_of_a_list_of_countries(atlas: Atlas, names: str, count: int, coded: tuple[object, str]):
    listed = [claim for claim in atlas.of_kind(FlowClaim) if names in claim.statement]
    assert len(listed) == count
    assert {(claim.types, claim.certainty) for claim in listed} == {coded}


def test_one_tier_a_country_and_year(atlas: Atlas):
    rankings = atlas.of_kind(RankingClaim)
    assert len({(ranking.place, ranking.year) for ranking in rankings}) == len(rankings) == 32
    assert len({ranking.place for ranking in rankings}) == 31
    assert {ranking.scheme for ranking in rankings} == {"tip_report"}
    assert Counter(r.value for r in rankings) == {"2": 18, "1": 6, "2WL": 3, "3": 4, "special": 1}
    assert {(r.value, r.year) for r in rankings if r.place in {"HTI", "CAN"}} == {
        ("special", 2025),
        ("1", 2023),
    }


def test_a_hotspot_is_drawn_as_what_its_precision_says(atlas: Atlas):
    for spot in atlas.of_kind(HotspotClaim):
        assert atlas.gazetteer[spot.place].kind in KINDS_BY_PRECISION[spot.precision], spot.id
        assert spot.place_label, spot.id


def test_every_place_has_a_shape_or_lies_at_sea_or_on_a_river(atlas: Atlas):
    spots = {spot.place for spot in atlas.of_kind(HotspotClaim)}
    points = {place for place in spots if atlas.gazetteer.geometry(place).area == 0}
    assert points == {"paraguay_waterways", "suriname_fishing_grounds"}
    assert all(atlas.gazetteer.regions_of(place) for place in spots)


def test_trinidad_is_the_country_without_tobago(atlas: Atlas):
    whole, island, tobago = map(atlas.gazetteer.geometry, ("TTO", "trinidad", "TT-TOB"))
    assert island.area + tobago.area == pytest.approx(whole.area, rel=0.01)
    assert not island.intersects(tobago)


def test_no_claim_speaks_of_a_year_after_its_document(atlas: Atlas):
    assert all(2014 <= claim.year <= atlas.documents[claim.document].year for claim in atlas.claims)
    colombians_in_panama = {"cn-0440": 2021, "cn-0441": 2016}
    assert {claim: atlas.claim(claim).year for claim in colombians_in_panama} == colombians_in_panama


def test_people_at_risk_are_not_said_to_be_exploited(atlas: Atlas):
    at_risk = re.compile(r"\b(at (high|particular) risk|at risk of|particularly (exposed|vulnerable))\b")
    for claim in atlas.claims:
        if at_risk.search(claim.statement) and not re.search(
            r"exploited in|been forced|pass through", claim.statement
        ):
            assert claim.assertion == "at_risk", claim.id


def test_debts_to_smugglers_are_not_debt_bondage(atlas: Atlas):
    """Debt in sex trafficking names both forms, whoever imposed it."""
    told = [claim for claim in atlas.claims if "smuggler" in claim.statement]
    assert not [c.id for c in told if "debt_bondage" in c.types and "sex_trafficking" not in c.types]


def test_statements_are_one_sentence_and_point_to_nobody(atlas: Atlas):
    for claim in atlas.claims:
        assert len(SENTENCE_END.findall(claim.statement)) == 1, claim.id
        assert claim.statement.endswith("."), claim.id
        assert "at least one" not in claim.statement, claim.id
