"""The build of the country narratives on three made-up facts."""

import csv
from pathlib import Path

import pytest

from geodata.build.narratives.collection import build, corrected, place_id
from geodata.build.narratives.documents import documents_of
from geodata.problems import AtlasError, Report

COLUMNS = (
    *("claim_id", "subject", "kind", "role", "origin", "destination", "origin_label", "destination_label"),
    *("transit", "tier", "types", "sectors", "settings", "groups", "sense", "place", "admin1", "precision"),
    *("statement", "source_title", "source_publisher", "source_year", "source_url", "assertion"),
    *("certainty", "access", "source_author"),
)
SOURCE = {
    "source_title": "2019 Trafficking in Persons Report: Peru",
    "source_author": "U.S. Department of State",
    "source_publisher": "U.S. Department of State",
    "source_year": "2019",
    "source_url": "https://www.state.gov/reports/2019/peru/",
    "access": "official_page_or_copy",
    "assertion": "described",
    "certainty": "stated",
}
HOSTS = "host,series,relay,language,licence\nstate.gov,tip,,en,Public domain\n"
NO_CORRECTIONS = "claim_id,action,column,was,now,why\n"


def fact(claim: str, kind: str, **cells: str) -> dict[str, str]:
    own = {"claim_id": claim, "kind": kind, "subject": "PER", "statement": "Said."}
    return dict.fromkeys(COLUMNS, "") | SOURCE | own | cells


FLOW = fact("x-1", "flow", origin="LATIN_AMERICA", transit="COL|ECU", destination="PER")
SPOT = fact("x-2", "hotspot", place="Cusco", admin1="PE-CUS", precision="city", sense="exploitation")
ROLE = fact("x-3", "role", role="transit", source_title=SOURCE["source_title"] + " (trafficking profile)")


def folder(path: Path, facts: list[dict[str, str]], corrections: str = "") -> Path:
    (path / "coding").mkdir()
    (path / "coding" / "corrections.csv").write_text(NO_CORRECTIONS + corrections, encoding="utf-8")
    (path / "coding" / "hosts.csv").write_text(HOSTS, encoding="utf-8")
    with (path / "source.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(facts)
    return path


def rows(path: Path, table: str) -> list[dict[str, str]]:
    with (path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_kind_goes_to_its_table_and_one_address_is_one_document(tmp_path: Path):
    written = build(folder(tmp_path, [FLOW, SPOT, ROLE]) / "source.csv", tmp_path)
    assert written == {"documents": 1, "roles": 1, "flows": 1, "hotspots": 1, "rankings": 0}
    (flow,), (spot,), (document,) = (rows(tmp_path, name) for name in ("flows", "hotspots", "documents"))
    assert (flow["origin"], flow["transit"], flow["destination"]) == ("latin_america", "COL|ECU", "PER")
    assert (spot["place"], spot["place_label"], spot["year"]) == ("PE-CUS", "Cusco", "2019")
    assert (document["id"], document["title"]) == ("tip-2019-peru", SOURCE["source_title"])
    assert flow["quote"] == ""


def test_a_correction_changes_its_cell_and_a_drop_leaves_its_fact_out(tmp_path: Path):
    corrections = (
        "x-1,correct,transit,COL|ECU,ECU,One stop.\nx-1,complete,year,,2018,Said.\nx-3,drop,,,,No role.\n"
    )
    build(folder(tmp_path, [FLOW, ROLE], corrections) / "source.csv", tmp_path)
    (flow,) = rows(tmp_path, "flows")
    assert (flow["transit"], flow["year"]) == ("ECU", "2018")
    assert rows(tmp_path, "roles") == []


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_written(tmp_path: Path):
    spot = SPOT | {"claim_id": "x-4", "admin1": "PE-LMA|PE-LIM", "source_url": "https://example.org/a"}
    corrections = "x-1,correct,transit,BOL,ECU,One stop.\nx-9,drop,,,,Gone.\n"
    with pytest.raises(AtlasError) as error:
        build(folder(tmp_path, [FLOW, spot], corrections) / "source.csv", tmp_path)
    said = str(error.value).splitlines()
    assert [line.partition(":")[0] for line in said] == [
        *("corrections.csv, row 2", "corrections.csv, row 3", "hosts.csv", "source.csv"),
    ]
    assert 'transit is "COL|ECU", not "BOL"' in said[0]
    assert not (tmp_path / "flows.csv").exists()


@pytest.mark.parametrize(
    ("action", "why", "said"),
    [("mend", "So.", "is no action"), ("correct", "", "reason is missing"), ("correct", "So.", "no column")],
)
def test_a_correction_that_cannot_be_applied_says_why(action: str, why: str, said: str):
    row = {"claim_id": "x-1", "action": action, "column": "colour", "was": "", "now": "red", "why": why}
    report = Report()
    (unchanged,) = corrected([FLOW], [row], report)
    (problem,) = report.problems
    assert said in problem.sentence()
    assert unchanged["transit"] == FLOW["transit"]


def test_two_addresses_never_share_an_id():
    other = FLOW | {"claim_id": "x-5", "source_url": "https://www.state.gov/reports/2019/peru-again/"}
    hosts = [{"host": "state.gov", "series": "tip", "relay": "", "language": "en", "licence": "PD"}]
    report = Report()
    documents_of([FLOW, other], hosts, report)
    (problem,) = report.problems
    assert "tip-2019-peru" in problem.sentence()


@pytest.mark.parametrize(
    ("code", "place"), [("MIDDLE_EAST", "middle_east"), ("ASIA", "asia"), ("TTO", "TTO")]
)
def test_regions_are_lower_case_and_countries_keep_their_codes(code: str, place: str):
    assert place_id(code) == place
