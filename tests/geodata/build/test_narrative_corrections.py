"""Every correction of the country narratives stands in the tables that ship."""

import csv
import json
from pathlib import Path

import pytest

from geodata.build.narratives.collection import place_id

FOLDER = Path(__file__).parents[3] / "geodata" / "collections" / "country-narratives"
TABLES = ("roles", "flows", "hotspots", "rankings")
# What the tables call the columns of the source file.
COLUMNS = {"place": "place_label", "place_id": "place"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tables() -> dict[str, dict[str, str]]:
    return {row["id"]: row | {"table": name} for name in TABLES for row in read(FOLDER / f"{name}.csv")}


@pytest.fixture(scope="module")
def corrections() -> list[dict[str, str]]:
    return read(FOLDER / "coding" / "corrections.csv")


def test_every_corrected_cell_stands_in_its_table(tables, corrections):
    for row in corrections:
        column = COLUMNS.get(row["column"], row["column"])
        if row["action"] != "drop" and column not in {"kind", "role"}:
            now = place_id(row["now"]) if column in {"origin", "destination"} else row["now"]
            assert tables[row["claim_id"]][column] == now, (row["claim_id"], column)


def test_the_one_role_without_role_wording_is_a_flow_inside_its_country(tables, corrections):
    (moved,) = [row for row in corrections if row["column"] == "kind"]
    assert (moved["was"], moved["now"]) == ("role", "flow")
    fact = tables[moved["claim_id"]]
    assert (fact["table"], fact["origin"], fact["destination"]) == ("flows", "ABW", "ABW")


def test_every_correction_changes_something_and_says_why(corrections):
    assert all(row["was"] != row["now"] for row in corrections if row["action"] != "drop")
    assert all(row["why"].endswith(".") for row in corrections)
    assert {row["was"] for row in corrections if row["action"] == "complete"} == {""}


def test_no_form_is_added_to_a_fact(corrections):
    added = {
        form
        for row in corrections
        if row["column"] == "types"
        for form in set(row["now"].split("|")) - set(row["was"].split("|"))
    }
    assert added <= {""}


def test_the_data_package_describes_every_table_as_it_is():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {r["path"]: [field["name"] for field in r["schema"]["fields"]] for r in package["resources"]}
    assert set(described) == {str(path.relative_to(FOLDER)) for path in FOLDER.glob("**/*.csv")}
    for path, columns in described.items():
        assert list(read(FOLDER / path)[0]) == columns, path
