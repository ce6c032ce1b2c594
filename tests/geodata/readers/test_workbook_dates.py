"""A date in a workbook where a year belongs: possible, out of bounds or none, it ends in a sentence."""

import datetime as dt

import openpyxl
import pytest

from geodata.schema.columns import COLUMNS

DAYS = {
    "a day": dt.date(2020, 2, 29),
    "a time": dt.time(20, 20),
    "a span": dt.timedelta(days=2020),
    "the day that never was": 60,
    "before all days": -1,
    "after all days": 2_958_466,
    "beyond all numbers": 1e300,
    "an error": "#NUM!",
}


@pytest.fixture
def dated(spoiled):
    """Put a value, written as a date, into a cell of the column year."""

    def write(value):
        book = openpyxl.Workbook()
        book.active.title = "roles"
        book.active.append(list(COLUMNS["roles"]))
        for row in spoiled.rows("roles"):
            book.active.append([row.get(column) or None for column in COLUMNS["roles"]])
        year = book.active.cell(row=2, column=COLUMNS["roles"].index("year") + 1)
        year.value = value
        year.number_format = "yyyy-mm-dd"
        (spoiled.folder / "roles.csv").unlink()
        book.save(spoiled.folder / "roles.xlsx")

    return write


@pytest.mark.parametrize("value", DAYS.values(), ids=DAYS)
def test_a_date_in_the_place_of_a_year_is_told(spoiled, dated, value):
    dated(value)
    (told,) = spoiled.sentences()
    assert told.startswith("nine/roles.xlsx, sheet roles, row 2: year ")
    assert "is not a year. Write four digits, 1900 to 2100." in told


def test_a_year_that_a_spreadsheet_shows_as_a_date_is_not_taken_for_one(spoiled, dated):
    dated(2020)  # it shows 1905-07-12, and so does its author read it
    (told,) = spoiled.sentences()
    assert 'year "1905-07-12 00:00:00" is not a year.' in told
