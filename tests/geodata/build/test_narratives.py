"""The build of the country narratives on three made-up facts."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from geodata.build.narratives.audit_additions import LOCATOR
from geodata.build.narratives.collection import build, place_id
from geodata.build.narratives.corrections import corrected
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
NO_CORRECTIONS = "claim_id,action,column,was,now,why,passes,between\n"
SECOND = "claim_id,document,reached,address,verdict,field,now,should_be,reason,text_start,text_end\n"
ADDITIONS = (
    *("claim_id", "decision", "why", "document", "kind", "place", "place_label", "role", "origin", "transit"),
    *("destination", "types", "sectors", "settings", "groups", "assertion", "certainty", "year", "statement"),
)
PERU = "tip-2019-peru"
ADDRESS = "https://www.state.gov/reports/2019/peru/"


def fact(claim: str, kind: str, **cells: str) -> dict[str, str]:
    own = {"claim_id": claim, "kind": kind, "subject": "PER", "statement": "Said."}
    return dict.fromkeys(COLUMNS, "") | SOURCE | own | cells


AUDIT = "claim_id,column,was,now,why\n"
FLOW = fact("x-1", "flow", origin="LATIN_AMERICA", transit="COL|ECU", destination="PER")
SPOT = fact("x-2", "hotspot", place="Cusco", admin1="PE-CUS", precision="city", sense="exploitation")
ROLE = fact("x-3", "role", role="transit", source_title=SOURCE["source_title"] + " (trafficking profile)")


def folder(
    path: Path,
    facts: list[dict[str, str]],
    corrections: str = "",
    *,
    second: str = "",
    additions: Sequence[dict[str, str]] = (),
    audit: str = "",
    audit_additions: Sequence[dict[str, str]] = (),
) -> Path:
    (path / "coding").mkdir()
    write(path / "coding" / "audit_additions.csv", (*ADDITIONS, *LOCATOR), audit_additions)
    (path / "coding" / "audit_corrections.csv").write_text(AUDIT + audit, encoding="utf-8")
    write(path / "coding" / "additions.csv", ADDITIONS, additions)
    (path / "second_pass.csv").write_text(SECOND + second, encoding="utf-8")
    (path / "coding" / "corrections.csv").write_text(NO_CORRECTIONS + corrections, encoding="utf-8")
    (path / "coding" / "hosts.csv").write_text(HOSTS, encoding="utf-8")
    write(path / "country_narratives.csv", COLUMNS, facts)
    return path


def write(path: Path, columns: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def rows(path: Path, table: str) -> list[dict[str, str]]:
    with (path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_kind_goes_to_its_table_and_one_address_is_one_document(tmp_path: Path):
    written = build(folder(tmp_path, [FLOW, SPOT, ROLE]), tmp_path)
    assert written == {"documents": 1, "roles": 1, "flows": 1, "hotspots": 1, "rankings": 0}
    (flow,), (spot,), (document,) = (rows(tmp_path, name) for name in ("flows", "hotspots", "documents"))
    assert (flow["origin"], flow["transit"], flow["destination"]) == ("latin_america", "COL|ECU", "PER")
    assert (spot["place"], spot["place_label"], spot["year"]) == ("PE-CUS", "Cusco", "2019")
    assert (document["id"], document["title"]) == ("tip-2019-peru", SOURCE["source_title"])
    assert flow["quote"] == ""


def test_a_correction_changes_its_cell_and_a_drop_leaves_its_fact_out(tmp_path: Path):
    corrections = (
        "x-1,correct,transit,COL|ECU,ECU,One stop.,1,\nx-1,complete,year,,2018,Said.,1,\n"
        "x-3,drop,,,,No role.,1,\n"
    )
    build(folder(tmp_path, [FLOW, ROLE], corrections), tmp_path)
    (flow,) = rows(tmp_path, "flows")
    assert (flow["transit"], flow["year"]) == ("ECU", "2018")
    assert rows(tmp_path, "roles") == []


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_written(tmp_path: Path):
    spot = SPOT | {"claim_id": "x-4", "admin1": "PE-LMA|PE-LIM", "source_url": "https://example.org/a"}
    corrections = "x-1,correct,transit,BOL,ECU,One stop.,1,\nx-9,drop,,,,Gone.,1,\n"
    with pytest.raises(AtlasError) as error:
        build(folder(tmp_path, [FLOW, spot], corrections), tmp_path)
    said = str(error.value).splitlines()
    assert [line.partition(":")[0] for line in said] == [
        *("corrections.csv, row 2", "corrections.csv, row 3", "hosts.csv", "country_narratives.csv"),
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


def test_the_second_reading_says_where_each_sentence_stands_and_how_it_was_read(tmp_path: Path):
    second = (
        f"x-1,{PERU},full,{ADDRESS},ok,,,,,Women from the coast,sex trafficking in Peru\n"
        f"x-3,{PERU},part,https://example.org/copy,ok,,,,,,\n"
    )
    build(folder(tmp_path, [FLOW, SPOT, ROLE], second=second), tmp_path)
    (flow,), (spot,), (role,) = (rows(tmp_path, name) for name in ("flows", "hotspots", "roles"))
    assert [flow[f"locator_{part}"] for part in ("start", "end", "url")] == [
        *("Women from the coast", "sex trafficking in Peru", ""),
    ]
    assert (role["locator_start"], role["locator_url"]) == ("", "https://example.org/copy")
    assert [row["reading"] for row in (flow, spot, role)] == ["full", "none", "part"]


CHANGE = f"x-1,{PERU},full,{ADDRESS},change,transit,COL|ECU,ECU,One stop.,,\n"


@pytest.mark.parametrize(
    ("second", "corrections", "said"),
    [
        (CHANGE, "", "second_pass.csv, row 2: x-1: the change of transit is not decided"),
        (
            CHANGE.replace("COL|ECU", "PER"),
            "",
            'second_pass.csv, row 2: x-1: transit is "COL|ECU", not "PER"',
        ),
        (
            CHANGE + CHANGE,
            "x-1,refuse,transit,COL|ECU,ECU,No.,2,\n",
            "row 3: x-1: transit is changed in row 2",
        ),
        (CHANGE.replace("transit", "colour"), "", 'there is no column "colour"'),
        (CHANGE.replace("x-1", "x-9"), "", "second_pass.csv, row 2: x-9: the source file has no such fact"),
        (
            CHANGE,
            "x-1,correct,transit,COL|ECU,COL,One stop.,2,\n",
            'transit should be "ECU", as it was not decided',
        ),
        (
            "",
            "x-1,correct,transit,COL|ECU,ECU,So.,1,\nx-1,correct,transit,ECU,COL,So.,2,\n",
            "corrections.csv, row 3: x-1: transit is decided in row 2 already",
        ),
        (
            f"x-1,{PERU},full,{ADDRESS},ok,,,,,one two three four five six,\n",
            "",
            "second_pass.csv, row 2: text_start has 6 words, at most 5 are allowed",
        ),
    ],
)
def test_a_second_reading_that_does_not_fit_is_named_and_nothing_is_written(
    tmp_path: Path, second: str, corrections: str, said: str
):
    with pytest.raises(AtlasError) as error:
        build(folder(tmp_path, [FLOW], corrections, second=second), tmp_path)
    assert said in str(error.value)
    assert not (tmp_path / "flows.csv").exists()


@pytest.mark.parametrize(
    ("correction", "transit"),
    [
        ("x-1,correct,transit,COL|ECU,ECU,One stop.,2,\n", "ECU"),
        ("x-1,weaken,transit,COL|ECU,,The stop is not named.,2,\n", ""),
        ("x-1,refuse,transit,COL|ECU,ECU,Both are named.,2,\n", "COL|ECU"),
    ],
)
def test_a_proposed_change_is_taken_weakened_or_refused(tmp_path: Path, correction: str, transit: str):
    build(folder(tmp_path, [FLOW], correction, second=CHANGE), tmp_path)
    assert rows(tmp_path, "flows")[0]["transit"] == transit


PROPOSED = (
    f",{PERU},full,{ADDRESS},add,,,kind=role; place=PER; role=source; certainty=stated,Said too.,"
    "One two three,four five six\n"
)
ADDED = {
    "claim_id": "x-4",
    "decision": "keep",
    "why": "Said too.",
    "document": PERU,
    "kind": "role",
    "place": "PER",
    "role": "source",
    "certainty": "stated",
    "year": "2019",
    "statement": "Said.",
}


def test_a_claim_that_was_added_takes_its_locator_from_the_second_reading(tmp_path: Path):
    build(folder(tmp_path, [FLOW], second=PROPOSED, additions=[ADDED]), tmp_path)
    (role,) = rows(tmp_path, "roles")
    assert (role["id"], role["document"], role["role"], role["certainty"]) == (
        "x-4",
        PERU,
        "source",
        "stated",
    )
    assert (role["access"], role["locator_start"], role["reading"]) == (
        *("official_page_or_copy", "One two three"),
        "full",
    )


def test_a_claim_that_is_refused_is_not_written(tmp_path: Path):
    refused = ADDED | {"decision": "refuse", "why": "It names no role."}
    build(folder(tmp_path, [FLOW], second=PROPOSED, additions=[refused]), tmp_path)
    assert rows(tmp_path, "roles") == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"certainty": "reported"}, 'certainty is "reported", not "stated"'),
        ({"claim_id": "x-1"}, "another claim has this id"),
        ({"decision": "maybe"}, '"maybe" is no decision'),
        ({"why": ""}, "the reason is missing"),
        ({"kind": "rumour"}, '"rumour" is no kind of claim'),
        ({"document": "tip-2019-chile"}, f'the proposed claim is of document "{PERU}"'),
    ],
)
def test_a_decision_that_does_not_fit_its_proposal_says_why(tmp_path: Path, cells: dict[str, str], said: str):
    with pytest.raises(AtlasError) as error:
        build(folder(tmp_path, [FLOW], second=PROPOSED, additions=[ADDED | cells]), tmp_path)
    assert "additions.csv, row 2" in str(error.value)
    assert said in str(error.value)


def test_every_proposed_claim_needs_a_decision(tmp_path: Path):
    with pytest.raises(AtlasError, match="0 claims are decided, but 1 are proposed"):
        build(folder(tmp_path, [FLOW], second=PROPOSED), tmp_path)


def test_what_an_audit_corrected_is_changed_last(tmp_path):
    audit = "x-1,destination,PER,,The source names none.\n"
    build(folder(tmp_path, [FLOW], audit=audit), tmp_path)
    (row,) = rows(tmp_path, "flows")
    assert (row["transit"], row["destination"]) == ("COL|ECU", "")


@pytest.mark.parametrize(
    ("audit", "problem"),
    [
        ("x-9,destination,PER,,Why.\n", "audit_corrections.csv, row 2: x-9: there is no such claim."),
        ("x-1,end,PER,,Why.\n", 'audit_corrections.csv, row 2: x-1: there is no column "end".'),
        ("x-1,destination,CHL,,Why.\n", 'x-1: destination is "PER", not "CHL".'),
        ("x-1,destination,PER,,\n", "x-1: the reason is missing."),
    ],
)
def test_an_audit_correction_that_does_not_fit_is_named_and_nothing_is_written(tmp_path, audit, problem):
    with pytest.raises(AtlasError, match=re.escape(problem)):
        build(folder(tmp_path, [FLOW], audit=audit), tmp_path)
    assert not (tmp_path / "flows.csv").exists()


SINCE = {column: cell for column, cell in ADDED.items() if column != "decision"} | {
    "locator_start": "One two three",
    "locator_end": "four five",
    "reading": "full",
}


def test_a_claim_that_was_cut_out_of_another_is_added_with_its_own_locator(tmp_path: Path):
    build(folder(tmp_path, [FLOW], audit_additions=[SINCE]), tmp_path)
    (role,) = rows(tmp_path, "roles")
    assert (role["id"], role["document"], role["access"]) == ("x-4", PERU, "official_page_or_copy")
    assert (role["locator_start"], role["locator_end"], role["reading"]) == (
        "One two three",
        "four five",
        "full",
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"claim_id": "x-1"}, "another claim has this id"),
        ({"why": ""}, "the reason is missing"),
        ({"kind": "rumour"}, '"rumour" is no kind of claim'),
        ({"document": "tip-2019-chile"}, 'no fact cites document "tip-2019-chile"'),
        ({"locator_end": ""}, "locator_end has 0 words"),
        ({"locator_start": "one two three four five six"}, "locator_start has 6 words"),
    ],
)
def test_an_addition_of_an_audit_that_does_not_fit_is_named(tmp_path: Path, cells: dict[str, str], said: str):
    with pytest.raises(AtlasError, match=re.escape(said)) as error:
        build(folder(tmp_path, [FLOW], audit_additions=[SINCE | cells]), tmp_path)
    assert "audit_additions.csv, row 2" in str(error.value)
