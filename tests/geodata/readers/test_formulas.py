import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.load import load_collection
from geodata.readers.formulas import escape_formula, unescape_formula

TEXTS = st.text() | st.text(st.sampled_from("'=+-@ \t\nx"), max_size=8)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1"])
def test_what_a_spreadsheet_would_run_is_held(formula):
    assert escape_formula(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["", "1 = 1", "— a dash", "'90s", "(-1)"])
def test_other_text_stays_as_it_is(text):
    assert escape_formula(text) == unescape_formula(text) == text


@given(TEXTS)
def test_holding_is_undone_by_freeing(text):
    assert unescape_formula(escape_formula(text)) == text
    assert not escape_formula(text).lstrip().startswith(("=", "+", "-", "@"))


def test_a_table_that_holds_a_formula_says_what_it_stands_for(spoiled):
    spoiled.set("roles", 2, statement="'=1+1")
    assert load_collection(spoiled.folder).claim("role-mex-destination").statement == "=1+1"
