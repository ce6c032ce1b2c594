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
# Names of people by what was done to them, or by what they did for a living.
UNKIND = re.compile(
    r"\b(prostitut\w*|illegals|sex slaves?|sex workers?|johns|pimps?|brothels?)\b", re.IGNORECASE
)
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
    assert [len(atlas.of_kind(kind)) for kind in kinds] == [98, 447, 54, 30]
    assert len({(flow.origin, flow.destination) for flow in atlas.of_kind(FlowClaim)}) == 340
    assert len(atlas.documents) == len({document.url for document in atlas.documents.values()}) == 107


def test_two_of_the_631_facts_are_left_out_with_a_reason(atlas: Atlas, corrections):
    dropped = {row["claim_id"]: row["why"] for row in corrections if row["action"] == "drop"}
    assert set(dropped) == {"cn-0290", "cn-0380"}
    assert all(why.endswith(".") for why in dropped.values())
    assert not any(atlas.claim(claim) for claim in dropped)
    assert len(atlas.claims) + len(dropped) == 631


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
    assert in_peru == [("PE-MDD", "La Pampa (Madre de Dios)")]


def test_which_countries_are_transit_for_venezuelans(atlas: Atlas):
    flows = [flow for flow in atlas.of_kind(FlowClaim) if flow.origin == "VEN"]
    assert {stop for flow in flows for stop in flow.transit} == {"COL", "ECU", "PER", "BOL", "TTO"}
    assert "VEN~COL~ECU~PER~BOL~CHL" in {flow.route for flow in flows}


def test_lists_of_countries_name_no_form(atlas: Atlas):
    for names, count in (("Colombians are or have been", 28), ("Venezuelan trafficking victims were", 18)):
        listed = [claim for claim in atlas.of_kind(FlowClaim) if names in claim.statement]
        assert len(listed) == count
        assert {claim.types for claim in listed} == {("unspecified",)}


def test_one_tier_a_country_with_its_year(atlas: Atlas):
    rankings = atlas.of_kind(RankingClaim)
    assert len({ranking.place for ranking in rankings}) == 30
    assert {ranking.scheme for ranking in rankings} == {"tip_report"}
    assert Counter(r.value for r in rankings) == {"2": 17, "1": 6, "2WL": 3, "3": 3, "special": 1}
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
    assert not [c.id for c in atlas.claims if "smuggler" in c.statement and "debt_bondage" in c.types]


def test_statements_are_one_sentence_in_words_that_put_people_first(atlas: Atlas):
    for claim in atlas.claims:
        assert len(SENTENCE_END.findall(claim.statement)) == 1, claim.id
        assert claim.statement.endswith("."), claim.id
        assert not UNKIND.search(claim.statement), claim.id
        assert "at least one" not in claim.statement, claim.id
