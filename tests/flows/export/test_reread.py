"""An exported CSV read again: the same claims, or every problem by its row."""

import csv
import dataclasses
import io

import pytest
from hypothesis import HealthCheck, given, settings

from flows.export.reread import compared, reread_csv
from flows.export.rows import COLUMNS
from flows.export.spreadsheet import csv_bytes, excel_csv_bytes
from flows.query.selection import Selection
from geodata.model.claims import CLAIM_KINDS
from geodata.problems import AtlasError
from tests.flows.export.conftest import NOTHING, WORDS, told


@pytest.fixture
def path(tmp_path):
    return tmp_path / "claims.csv"


@pytest.fixture
def spoil(nine, written, path):
    """Change cells of the exported nine claims, by row and column, and return what is said of them."""

    def spoiled(cells):
        rows = list(csv.reader(io.StringIO(written(csv_bytes, nine).decode(), newline="")))
        for (number, column), cell in cells.items():
            rows[number - 1][COLUMNS.index(column)] = cell
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        with pytest.raises(AtlasError) as error:
            reread_csv(path, nine)
        return [problem.sentence() for problem in error.value.problems]

    return spoiled


def test_the_nine_claims_are_the_same(nine, written, path):
    path.write_bytes(written(csv_bytes, nine))
    assert reread_csv(path, nine) == nine.claims


def test_a_table_for_excel_is_the_same_and_one_without_links(nine, written, path):
    path.write_bytes(written(excel_csv_bytes, nine))
    assert reread_csv(path, nine) == nine.claims
    rows = csv.reader(io.StringIO(written(csv_bytes, nine).decode(), newline=""))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(row[:-2] for row in rows)
    assert reread_csv(path, nine) == nine.claims


def test_all_shipped_claims_are_the_same_labels_and_notes_too(whole, written, path):
    path.write_bytes(written(csv_bytes, whole))
    assert reread_csv(path, whole) == whole.claims


def test_a_selection_is_the_claims_of_its_rows(nine, written, path):
    path.write_bytes(written(csv_bytes, nine, Selection(sectors=frozenset({"mining"}))))
    assert reread_csv(path, nine) == (nine.claim("hotspot-madre-de-dios"),)


def test_an_empty_selection_is_no_claim(nine, written, path):
    path.write_bytes(written(csv_bytes, nine, NOTHING))
    assert reread_csv(path, nine) == ()


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(statement=WORDS)
def test_any_words_are_the_same(nine, written, path, statement):
    changed = told(nine, statement=statement)
    path.write_bytes(written(csv_bytes, changed))
    assert reread_csv(path, nine) == changed.claims


@pytest.mark.parametrize(("old", "new"), [(",", ";"), (",", "\t")])
def test_a_spreadsheet_may_have_saved_it_in_its_own_way(nine, written, path, old, new):
    rows = csv.reader(io.StringIO(written(csv_bytes, nine).decode(), newline=""))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=new, lineterminator="\n").writerows(rows)
    assert reread_csv(path, nine) == nine.claims


def test_every_problem_is_told_with_its_row_at_once(spoil):
    sentences = spoil(
        {
            (2, "place"): "Burma",
            (2, "year"): "20",
            (3, "kind"): "rôle",
            (4, "document"): "notice-2021",
            (5, "certainty"): "sure",
            (6, "origin"): "",
            (7, "id"): "flow-hnd-mex",
            (8, "quote"): "Nobody said this.",
            (9, "document_title"): "Another title",
        }
    )
    rows = [sentence.split(":")[0].removeprefix("claims.csv, row ") for sentence in sentences]
    assert sorted(set(rows)) == ["2", "3", "4", "5", "7", "8", "9"]
    assert rows.count("2") == 2
    assert 'claims.csv, row 2: place "Burma" is not a known place. Closest: "Myanmar" (MMR).' in sentences
    assert 'claims.csv, row 3: kind "rôle" is not known. Closest: "role".' in sentences
    assert 'claims.csv, row 4: document "notice-2021" is not known. Closest: "notice-2020".' in sentences


def test_a_cell_that_the_kind_has_no_use_for_is_told(spoil):
    (sentence,) = spoil({(2, "theme"): "framing"})
    assert sentence.startswith("claims.csv, row 2: theme is filled in, but a role claim has none.")


def test_a_row_that_lost_a_cell_is_told(nine, written, path):
    lines = written(csv_bytes, nine).decode().split("\r\n")
    path.write_text(
        "\r\n".join([lines[0], lines[1].replace(",", "", 1), *lines[2:]]), encoding="utf-8", newline=""
    )
    with pytest.raises(AtlasError, match=r"claims\.csv, row 2"):
        reread_csv(path, nine)


def test_a_file_without_a_column_is_told_whole(path, nine):
    path.write_text("id,kind\nx,role\n", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"claims\.csv, row 1: missing columns: collection, document,"):
        reread_csv(path, nine)


def test_a_new_claim_is_read_where_the_table_holds_all_of_it(nine, written, path):
    new = dataclasses.replace(nine.claim("flow-hnd-mex"), id="flow-new")
    path.write_bytes(written(csv_bytes, dataclasses.replace(nine, claims=(new,))))
    assert reread_csv(path, nine) == (new,)
    assert compared(reread_csv(path, nine), nine) == "1 claim: 0 as in the atlas, 0 changed, 1 new."


def test_new_claims_of_every_kind_are_read_with_their_labels_and_notes(whole, written, path):
    new = tuple(
        dataclasses.replace(next(claim for claim in whole.claims if claim.kind == kind), id=f"new-{kind}")
        for kind in (claim.kind for claim in CLAIM_KINDS)
    )
    path.write_bytes(written(csv_bytes, dataclasses.replace(whole, claims=new)))
    assert reread_csv(path, whole) == new


def test_what_was_changed_is_counted(nine, written, path):
    content = written(csv_bytes, nine).decode()
    changed = content.replace("Mexico is named as a destination.", "Mexico is a destination.")
    path.write_text(changed, encoding="utf-8", newline="")
    assert compared(reread_csv(path, nine), nine) == "9 claims: 8 as in the atlas, 1 changed, 0 new."
