"""The workbook: what is on its sheets, and that it loads again to the same claims."""

import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from flows.export.readable import READABLE
from flows.export.workbook import xlsx_bytes
from flows.query.selection import Selection
from geodata.problems import AtlasError
from geodata.schema.columns import COLUMNS
from tests.flows.export.conftest import NOTHING, WORDS, told

KINDS = ("roles", "flows", "hotspots", "context", "rankings")


def sheets(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_all_in_words_then_a_sheet_a_kind_then_sources_and_what_claims_rest_on(nine, written):
    found = sheets(written(xlsx_bytes, nine))
    assert list(found) == [
        *("readable", "about", *KINDS),
        *("sources", "documents", "places", "texts", "sentences", "editorial"),
    ]
    assert [len(found[kind]) - 1 for kind in KINDS] == [2, 4, 1, 2, 0]
    assert all(tuple(found[kind][0]) == COLUMNS[kind] for kind in KINDS)


def test_a_sheet_tells_what_the_file_is(nine, written):
    about = dict(sheets(written(xlsx_bytes, nine, Selection(sectors=frozenset({"mining"}))))["about"][1:])
    assert about["filter"] == "all forms, in mining"
    assert about["contents"] == "1 of 9 claims from 1 document."
    assert about["date"] == "2026-11-21"
    assert about["version"] == "0.3.0"
    assert about["caveat"].startswith("Lines show what documents say, not how many people")


def test_the_first_sheet_says_each_claim_in_words(whole, written):
    found = sheets(written(xlsx_bytes, whole, Selection(places=frozenset({"BOL"}))))
    heads, *rows = found["readable"]
    assert tuple(heads) == READABLE
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    flow = next(row for row in told if row["kind"] == "flow" and "Forced labor" in row["forms"])
    assert "Bolivia" in flow["places"]
    assert isinstance(flow["reference year"], int)
    assert flow["document"] in flow["citation"]
    codes = {"BOL", "forced_labor", "unspecified"}
    assert not codes & {row[column] for row in told for column in ("name", "places", "forms", "sectors")}


def test_sources_are_cited_with_the_number_of_their_claims(nine, written):
    assert sheets(written(xlsx_bytes, nine))["sources"][1:] == [
        ["notice-2020", 7, "The Notice Office (2020). A notice on trafficking.", None],
        [
            "study-2021",
            2,
            "A. Student (2021). A study of cases. The University.",
            "https://example.org/study",
        ],
    ]


def test_years_are_numbers(nine, written):
    assert {row[11] for row in sheets(written(xlsx_bytes, nine))["roles"][1:]} == {2020, 2021}


def test_the_nine_claims_and_their_documents_load_again(nine, written, loaded):
    again = loaded(written(xlsx_bytes, nine), "nine.xlsx")
    assert again.claims == nine.claims
    assert again.documents == nine.documents


def test_both_shipped_collections_load_again_from_one_file(whole, written, loaded):
    again = loaded(written(xlsx_bytes, whole), "all.xlsx")
    assert again.claims == whole.claims
    assert again.documents == whole.documents
    assert list(again.collections) == list(whole.collections)
    assert {p: again.gazetteer[p] for c in again.claims for p in c.places} == {
        p: whole.gazetteer[p] for c in whole.claims for p in c.places
    }


def test_a_selection_loads_again_to_its_claims(nine, written, loaded):
    again = loaded(written(xlsx_bytes, nine, Selection(documents=frozenset({"study-2021"}))), "part.xlsx")
    assert again.claims == tuple(claim for claim in nine.claims if claim.document == "study-2021")
    assert list(again.documents) == ["study-2021"]


def test_an_empty_selection_is_a_file_that_says_so_and_loads(nine, written, loaded):
    content = written(xlsx_bytes, nine, NOTHING)
    assert dict(sheets(content)["about"][1:])["contents"].startswith("No claim fits this filter")
    assert loaded(content, "none.xlsx").claims == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(statement=WORDS)
def test_any_words_load_again(nine, written, loaded, statement):
    changed = told(nine, statement=statement)
    assert loaded(written(xlsx_bytes, changed), "any.xlsx").claims == changed.claims


@pytest.mark.parametrize("space", ["\t", "\r", "\n"])
def test_a_formula_behind_white_space_loads_again(nine, written, loaded, space):
    hidden = told(nine, statement=f"{space}=1+1")
    assert loaded(written(xlsx_bytes, hidden), "claims.xlsx").claims == hidden.claims


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(nine, written, formula):
    book = openpyxl.load_workbook(io.BytesIO(written(xlsx_bytes, told(nine, statement=formula))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {row[12].value for row in book["roles"].iter_rows(min_row=2)} == {f"'{formula}"}


def test_damage_done_by_hand_is_told_by_sheet_and_row(nine, written, loaded):
    book = openpyxl.load_workbook(io.BytesIO(written(xlsx_bytes, nine)))
    book["roles"]["C2"] = "Burma"
    book["flows"]["A3"] = book["flows"]["A2"].value
    book["hotspots"]["K2"] = "last year"
    damaged = io.BytesIO()
    book.save(damaged)
    with pytest.raises(AtlasError) as error:
        loaded(damaged.getvalue(), "torn.xlsx")
    assert {problem.sentence().split(":")[0] for problem in error.value.problems} == {
        "torn.xlsx, sheet roles, row 2",
        "torn.xlsx, sheet flows, row 3",
        "torn.xlsx, sheet hotspots, row 2",
    }
