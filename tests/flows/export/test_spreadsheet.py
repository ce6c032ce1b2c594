import csv
import dataclasses
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.export.rows import COLUMNS
from flows.export.spreadsheet import csv_bytes
from flows.scene import compose
from flows.selection import Selection

# What breaks tables: separators, quotation marks, line ends, NUL, formulas, script.
NASTY = st.text(st.characters(codec="utf-8")) | st.text(st.sampled_from("=+-@,;\"'|\r\n\t\0 <é￾"))


def told(atlas, **words):
    """Return an atlas whose claims all have other words."""
    return dataclasses.replace(
        atlas, claims=tuple(dataclasses.replace(claim, **words) for claim in atlas.claims)
    )


def read_again(atlas, selection=None):
    content = csv_bytes(atlas, compose(atlas, selection or Selection()))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_row_a_claim_in_the_order_of_the_collection(nine):
    assert [row["id"] for row in read_again(nine)] == [claim.id for claim in nine.claims]


def test_only_what_the_selection_admits_is_written(nine):
    forced_labor = Selection(types=frozenset({"forced_labor"}))
    assert [row["id"] for row in read_again(nine, forced_labor)] == [
        "flow-gtm-mex-usa",
        "hotspot-madre-de-dios",
    ]


def test_lines_end_as_rfc_4180_says_and_no_byte_order_mark_precedes_them(nine):
    content = csv_bytes(nine, compose(nine, Selection()))
    assert content.startswith(b"id,collection,kind,")
    assert content.count(b"\r\n") == content.count(b"\n") == 10


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1"])
def test_what_a_spreadsheet_would_run_is_held_by_an_apostrophe(nine, formula):
    assert {row["statement"] for row in read_again(told(nine, statement=formula))} == {f"'{formula}"}


@pytest.mark.parametrize("text", ["1 = 1", "— a dash", "(-1)", "", "<b>bold</b>"])
def test_other_text_stays_as_it_is(nine, text):
    assert {row["statement"] for row in read_again(told(nine, statement=text))} == {text}


@settings(deadline=None)
@given(statement=NASTY)
def test_any_text_gives_as_many_rows_as_claims(nine, statement):
    rows = read_again(told(nine, statement=statement))
    assert len(rows) == 9
    for row in rows:
        assert tuple(row) == COLUMNS
        assert row["statement"].removeprefix("'") == statement.removeprefix("'")
