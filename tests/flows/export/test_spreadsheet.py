import csv
import io

import pytest
from hypothesis import given, settings

from flows.export.rows import COLUMNS
from flows.export.spreadsheet import csv_bytes, excel_csv_bytes
from flows.query.selection import Selection
from geodata.readers.formulas import unescape_formula
from tests.flows.export.conftest import NOTHING, TEXTS, told


@pytest.fixture(scope="session")
def read_again(written):
    def read(atlas, selection=None):
        content = written(csv_bytes, atlas, selection)
        return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))

    return read


def test_a_row_a_claim_in_the_order_of_the_collection(nine, read_again):
    assert [row["id"] for row in read_again(nine)] == [claim.id for claim in nine.claims]


def test_only_what_the_selection_admits_is_written(nine, read_again):
    forced_labor = Selection(types=frozenset({"forced_labor"}))
    assert [row["id"] for row in read_again(nine, forced_labor)] == [
        "flow-gtm-mex-usa",
        "hotspot-madre-de-dios",
    ]


def test_lines_end_as_rfc_4180_says_and_no_byte_order_mark_precedes_them(nine, written):
    content = written(csv_bytes, nine)
    assert content.startswith(b"id,collection,kind,")
    assert content.count(b"\r\n") == content.count(b"\n") == 10


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1"])
def test_what_a_spreadsheet_would_run_is_held_by_an_apostrophe(nine, read_again, formula):
    assert {row["statement"] for row in read_again(told(nine, statement=formula))} == {f"'{formula}"}


@pytest.mark.parametrize("text", ["1 = 1", "— a dash", "(-1)", "", "<b>bold</b>"])
def test_other_text_stays_as_it_is(nine, read_again, text):
    assert {row["statement"] for row in read_again(told(nine, statement=text))} == {text}


@settings(deadline=None)
@given(statement=TEXTS)
def test_any_text_gives_as_many_rows_as_claims(nine, read_again, statement):
    rows = read_again(told(nine, statement=statement))
    assert len(rows) == 9
    for row in rows:
        assert tuple(row)[:-1] == COLUMNS
        assert unescape_formula(row["statement"]) == statement


def test_the_last_heading_tells_what_the_file_is(nine, read_again):
    row = read_again(nine, Selection(sectors=frozenset({"mining"})))[0]
    heading = list(row)[-1]
    assert heading.startswith("about this file: filter: all forms, in mining; contents: 1 of 9 claims from")
    assert "date: 2026-11-21; version: 0.3.0; caveat: Lines show what documents say" in heading
    assert row[heading] == ""


def test_an_empty_selection_is_a_header_that_says_so(nine, written):
    (header,) = csv.reader(written(csv_bytes, nine, NOTHING).decode().splitlines())
    assert tuple(header[:-1]) == COLUMNS
    assert "contents: No claim fits this filter, so this file is empty" in header[-1]


def test_excel_is_told_by_a_byte_order_mark_which_letters_these_are(nine, written):
    accents = told(nine, statement="Trata de personas en Perú y São Paulo")
    content = written(excel_csv_bytes, accents)
    assert content == b"\xef\xbb\xbf" + written(csv_bytes, accents)
    assert "São Paulo" in content.decode("utf-8-sig")


def test_the_last_column_opens_the_source_at_the_sentence_of_a_cited_claim(whole, read_again):
    cited = next(claim for claim in whole.claims if claim.locator_start and claim.locator_url)
    row = next(row for row in read_again(whole) if row["id"] == cited.id)
    assert row["link"].startswith(f"{cited.locator_url}#:~:text=")
    assert list(row).index("link") == len(COLUMNS) - 1
