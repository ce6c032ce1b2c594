"""Every correction of the country narratives stands in the tables that ship."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from geodata.build.narratives.collection import place_id

FOLDER = Path(__file__).parents[3] / "geodata" / "collections" / "country-narratives"
DOCUMENTS = FOLDER.parent / "western-hemisphere"
TABLES = ("roles", "flows", "hotspots", "rankings")
# What the tables call the columns of the source file.
COLUMNS = {"place": "place_label", "place_id": "place"}
# Cells of an addition that are of the decision and not of the claim.
DECISION = {"claim_id", "decision", "why", "kind"}
# What reading each proposal once more changed beside them.
OWN_CORRECTIONS = 25


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tables() -> dict[str, dict[str, str]]:
    return {row["id"]: row | {"table": name} for name in TABLES for row in read(FOLDER / f"{name}.csv")}


@pytest.fixture(scope="module")
def audits() -> list[dict[str, str]]:
    return read(FOLDER / "coding" / "audit_corrections.csv")


@pytest.fixture(scope="module")
def before_audits(tables, audits) -> dict[str, dict[str, str]]:
    """Return the tables as the two readings left them: the corrections of audits, the last ones, undone."""
    found = {claim: dict(row) for claim, row in tables.items()}
    for row in audits:
        assert found[row["claim_id"]][row["column"]] == row["now"], (row["claim_id"], row["column"])
        found[row["claim_id"]][row["column"]] = row["was"]
    return found


@pytest.fixture(scope="module")
def corrections() -> list[dict[str, str]]:
    return read(FOLDER / "coding" / "corrections.csv")


def test_every_corrected_cell_stands_in_its_table(before_audits, corrections):
    for row in corrections:
        column = COLUMNS.get(row["column"], row["column"])
        if row["action"] not in {"drop", "refuse"} and column not in {"kind", "role", "source_url"}:
            now = place_id(row["now"]) if column in {"origin", "destination"} else row["now"]
            assert before_audits[row["claim_id"]][column] == now, (row["claim_id"], column)


def test_every_refused_cell_stands_as_it_was(before_audits, corrections):
    refused = [row for row in corrections if row["action"] == "refuse"]
    assert all(before_audits[row["claim_id"]][row["column"]] == row["was"] for row in refused)


@pytest.mark.parametrize("folder", [FOLDER, DOCUMENTS], ids=lambda folder: folder.name)
def test_every_correction_of_an_audit_stands_in_its_table_once_and_says_why_and_after_which(folder):
    names = (*TABLES, "context")
    cells = {row["id"]: row for n in names if (p := folder / f"{n}.csv").is_file() for row in read(p)}
    audits = read(folder / "coding" / "audit_corrections.csv")
    assert len({(row["claim_id"], row["column"]) for row in audits}) == len(audits)
    seeds = {row["seed"] for row in read(folder / "coding" / "audits.csv")}
    for row in audits:
        assert cells[row["claim_id"]][row["column"]] == row["now"] != row["was"], row
        assert row["why"].endswith((".", '."')), row
        # No seeds: all claims had been read again.
        assert not row["seeds"] or set(row["seeds"].split("|")) <= seeds, row


def test_the_one_role_without_role_wording_is_a_flow_inside_its_country(tables, corrections):
    (moved,) = [row for row in corrections if row["column"] == "kind"]
    assert (moved["was"], moved["now"]) == ("role", "flow")
    fact = tables[moved["claim_id"]]
    assert (fact["table"], fact["origin"], fact["destination"]) == ("flows", "ABW", "ABW")


def test_every_correction_changes_something_and_says_why(corrections):
    for row in corrections:
        before = row["between"] if row["passes"] == "1|2" else row["was"]
        assert row["action"] == "drop" or row["now"] != before, row
    assert all(row["why"].endswith((".", ".)")) for row in corrections)
    assert {row["was"] for row in corrections if row["action"] == "complete"} == {""}


def test_every_change_that_the_second_reading_proposed_is_decided(corrections):
    actions = Counter(row["action"] for row in corrections if row["passes"] != "1")
    # Corrections beside those that were proposed are counted apart.
    taken = actions["correct"] + actions["complete"] - OWN_CORRECTIONS
    assert taken + actions["weaken"] + actions["reword"] + actions["refuse"] == 497
    assert (actions["weaken"], actions["reword"], actions["refuse"]) == (2, 5, 12)
    assert len([row for row in corrections if row["passes"] == "1|2"]) == 55


def test_every_added_claim_is_decided_and_stands_in_its_table(before_audits):
    additions = read(FOLDER / "coding" / "additions.csv")
    assert [row["claim_id"] for row in additions] == [f"cn-{number:04}" for number in range(656, 840)]
    decided = Counter(row["decision"] for row in additions)
    assert decided == {"keep": 167, "weaken": 13, "reword": 3, "refuse": 1}
    for row in additions:
        assert row["why"].endswith("."), row["claim_id"]
        if row["decision"] == "refuse":
            assert row["claim_id"] not in before_audits
        else:
            own = {column: cell for column, cell in row.items() if cell and column not in DECISION}
            assert own.items() <= before_audits[row["claim_id"]].items(), row["claim_id"]


def test_what_was_cut_out_of_a_claim_stands_in_one_of_its_own(tables):
    additions = read(FOLDER / "coding" / "audit_additions.csv")
    assert [row["claim_id"] for row in additions] == [f"cn-{number:04}" for number in range(840, 846)]
    for row in additions:
        assert row["why"].endswith("."), row["claim_id"]
        own = {column: cell for column, cell in row.items() if cell and column not in DECISION}
        assert own.items() <= tables[row["claim_id"]].items(), row["claim_id"]


def test_the_first_reading_added_no_form_to_a_fact(corrections):
    """What the second added, it had read in the source; the first had the sentence of ours alone."""
    added = {
        form
        for row in corrections
        if row["column"] == "types" and row["passes"] == "1"
        for form in set(row["now"].split("|")) - set(row["was"].split("|"))
    }
    assert added <= {""}


def test_the_data_package_describes_every_table_as_it_is():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {r["path"]: [field["name"] for field in r["schema"]["fields"]] for r in package["resources"]}
    assert set(described) == {str(path.relative_to(FOLDER)) for path in FOLDER.glob("**/*.csv")}
    for path, columns in described.items():
        assert list(read(FOLDER / path)[0]) == columns, path
