"""What the two documents say, as exact facts of the collection that ships."""

import hashlib
from pathlib import Path

import pytest

from geodata.load import load_atlas
from geodata.model.atlas import Atlas
from geodata.model.claims import ContextClaim, FlowClaim, HotspotClaim, RankingClaim, RoleClaim

FOLDER = Path(__file__).parents[2] / "geodata" / "collections" / "western-hemisphere"
TIP, CRS = "tip-2024", "crs-rl33200"
CERTIFIED_IN_2013 = {"MEX", "HND", "GTM", "SLV", "THA", "PHL", "IND"}
FIVE_SECTORS = {"agriculture", "mining", "logging", "fishing_maritime", "services_retail"}


@pytest.fixture(scope="module")
def atlas():
    return load_atlas([FOLDER])


def test_size_of_the_collection(atlas: Atlas):
    kinds = (RoleClaim, FlowClaim, HotspotClaim, ContextClaim, RankingClaim)
    assert [len(atlas.of_kind(kind)) for kind in kinds] == [14, 15, 1, 80, 1]
    assert set(atlas.documents) == {TIP, CRS}


@pytest.mark.parametrize(
    ("document", "counts", "furniture"), [(TIP, (43, 2, 37, 4), 4), (CRS, (18, 7, 7, 4), 1)]
)
def test_every_sentence_is_coded(atlas: Atlas, document: str, counts: tuple[int, ...], furniture: int):
    coverage = atlas.coverage(document)
    assert coverage.uncovered == ()
    assert (coverage.sentences, coverage.mapped, coverage.noted, coverage.framing) == counts
    assert sum(sentence.furniture for sentence in atlas.documents[document].sentences) == furniture


def test_every_quote_is_anchored_in_the_words_as_they_stand(atlas: Atlas):
    for claim in atlas.claims:
        assert claim.passage is not None, claim.id
        assert claim.passage.quote in atlas.documents[claim.document].text, claim.id
        words = atlas.documents[claim.document].text[claim.passage.start : claim.passage.end]
        assert words == claim.passage.quote, claim.id


@pytest.mark.parametrize("document", [TIP, CRS])
def test_texts_are_the_bytes_received(atlas: Atlas, document: str):
    sha256 = hashlib.sha256((FOLDER / "documents" / f"{document}.txt").read_bytes()).hexdigest()
    assert atlas.documents[document].sha256 == sha256
    assert atlas.documents[document].licence == "Public domain (work of the U.S. Government)"


def test_eight_routes_to_the_united_states(atlas: Atlas):
    to_usa = [flow for flow in atlas.of_kind(FlowClaim) if flow.destination == "USA"]
    assert sorted(flow.origin for flow in to_usa) == sorted([*CERTIFIED_IN_2013, "latin_america"])
    assert {(flow.document, flow.magnitude, flow.types) for flow in to_usa} == {
        (CRS, "primary", ("unspecified",))
    }


def test_victims_certified_in_2013(atlas: Atlas):
    flows = {f.origin: f for f in atlas.of_kind(FlowClaim) if f.year == 2013}
    roles = {r.place: r for r in atlas.of_kind(RoleClaim) if r.year == 2013}
    assert set(flows) == set(roles) == CERTIFIED_IN_2013
    for place, flow in flows.items():
        assert flow.id == f"crs-flow-{place.lower()}-usa-2013"
        # The words give the origin and where people were certified, not where they were taken.
        assert (flow.assertion, flow.certainty, flow.groups) == ("identified", "inferred", ("unspecified",))
        assert (roles[place].role, roles[place].assertion) == ("source", "identified")
        assert "certified in the United States in FY2013" in flow.statement


def test_routes_of_the_second_document_name_no_form(atlas: Atlas):
    flows = [flow for flow in atlas.of_kind(FlowClaim) if flow.document == CRS]
    assert len(flows) == 13
    assert {flow.types for flow in flows} == {("unspecified",)}
    assert {flow.sectors for flow in flows} == {("unspecified",)}


def test_routes_that_do_not_lead_to_the_united_states(atlas: Atlas):
    others = sorted((f.route, f.magnitude) for f in atlas.of_kind(FlowClaim) if f.destination != "USA")
    assert others == [
        ("CUB~", ""),
        ("CUB~", ""),
        ("asia~latin_america~", ""),
        ("latin_america~asia", "smaller"),
        ("latin_america~europe", "smaller"),
        ("latin_america~latin_america", ""),
        ("latin_america~latin_america~between", ""),
    ]


def test_trafficking_inside_the_region(atlas: Atlas):
    inside = [flow for flow in atlas.of_kind(FlowClaim) if flow.origin == flow.destination]
    assert {(flow.route, flow.scope, flow.destination_label) for flow in inside} == {
        ("latin_america~latin_america", "within_one", "within their own countries"),
        ("latin_america~latin_america~between", "between", "other countries in the region"),
    }
    assert {frozenset(flow.groups) for flow in inside} == {frozenset({"men", "women", "children"})}


def test_roles_come_from_role_claims_only(atlas: Atlas):
    roles = [(r.place, r.role) for r in atlas.of_kind(RoleClaim) if r.place not in CERTIFIED_IN_2013]
    assert sorted(roles) == [
        ("CUB", "source"),
        ("USA", "destination"),
        ("latin_america", "destination"),
        ("latin_america", "source"),
        ("latin_america", "source"),
        ("latin_america", "transit"),
        ("latin_america", "transit"),
    ]


def test_cuba_has_a_program_missions_the_role_that_they_make_and_a_tier(atlas: Atlas):
    cuba = [c for c in atlas.claims if "CUB" in c.places and not isinstance(c, ContextClaim)]
    assert {(c.id, c.types, c.sectors) for c in cuba} == {
        ("tip-role-cub-source-labor-export", ("state_sponsored_forced_labor",), ("medical_missions",)),
        ("crs-ranking-cub-2014", ("unspecified",), ("unspecified",)),
        ("tip-flow-cub-labor-export", ("state_sponsored_forced_labor",), ("unspecified",)),
        ("tip-flow-cub-medical-missions", ("state_sponsored_forced_labor",), ("medical_missions",)),
    }
    assert atlas.claim("tip-role-cub-source-labor-export").certainty == "stated"
    placement = atlas.claim("crs-ranking-cub-2014")
    assert (placement.value, placement.year, placement.certainty) == ("3", 2014, "stated")
    politics = atlas.claim("crs-note-cuba-tier-3")
    assert (politics.theme, politics.certainty, politics.year) == ("rankings", "reported", 2014)


def test_the_one_hotspot_is_the_border_zone(atlas: Atlas):
    (spot,) = atlas.of_kind(HotspotClaim)
    assert (spot.place, spot.precision, spot.sense) == ("border_MEX-USA", "border_zone", "at_risk")
    assert (spot.types, spot.settings, spot.groups) == (
        ("unspecified",),
        ("border_crossing",),
        ("migrants", "refugees"),
    )
    assert (spot.assertion, spot.place_label) == ("at_risk", "")


def test_five_labor_sectors_are_never_pinned(atlas: Atlas):
    for sector in FIVE_SECTORS:
        (claim,) = [claim for claim in atlas.claims if sector in claim.sectors]
        assert (claim.kind, claim.place, claim.types) == ("context", "americas", ("forced_labor",))


def test_informal_worksites_along_changing_routes(atlas: Atlas):
    (claim,) = [claim for claim in atlas.claims if "migration_route" in claim.settings]
    assert (claim.kind, claim.place, set(claim.settings)) == (
        "context",
        "americas",
        {"informal_worksite", "migration_route"},
    )


def test_debts_to_smugglers_are_a_risk_not_debt_bondage(atlas: Atlas):
    (claim,) = [c for c in atlas.of_kind(ContextClaim) if c.theme == "smuggling_debt"]
    assert (claim.assertion, claim.types, claim.groups) == ("at_risk", ("unspecified",), ("migrants",))
    assert not [c.id for c in atlas.claims if "debt_bondage" in c.types]
