"""The filter of years: a slider under a histogram that says how many claims speak of each year."""

import re

import pytest

from flows.ui.years import histogram, histogram_words
from tests.app.opened import html, open_page, ran, sent

COUNTS = {2019: 4, 2020: 0, 2021: 1, 2022: 200}


def bars(text):
    """Return (inside the range, height in per cent) of each bar."""
    found = re.findall(r"<span class='atlas-years-(in|out)' title=\"[^\"]*\"><i style='height:(\d+)%'>", text)
    return [(where == "in", int(height)) for where, height in found]


def test_every_year_has_its_place_and_a_year_without_claims_keeps_its_gap():
    assert bars(histogram(COUNTS, (2021, 2022))) == [(False, 6), (False, 0), (True, 6), (True, 100)]


def test_the_picture_is_said_in_words():
    assert histogram_words(COUNTS, (2021, 2022)) == (
        "Claims by the year that they speak of, 2019 to 2022. Most in 2022: 200 claims. None in 2020. "
        "Chosen: 2021 to 2022, 201 claims."
    )
    assert 'aria-label="Claims by the year' in histogram(COUNTS, (2021, 2022))
    assert 'title="2021: 1 claim"' in histogram(COUNTS, (2021, 2022))


def test_years_without_any_claim_at_all_are_drawn_empty():
    nothing = dict.fromkeys(COUNTS, 0)
    assert bars(histogram(nothing, (2019, 2022))) == [(True, 0)] * 4
    assert "Most in" not in histogram_words(nothing, (2019, 2022))


def test_no_colour_is_written_down():
    assert "#" not in histogram(COUNTS, (2019, 2022))


@pytest.fixture(scope="module")
def page():
    return open_page()


def test_the_shipped_years_span_2013_to_2026_and_none_speaks_of_2017(page):
    slider = page.slider(key="years_range")
    assert (slider.min, slider.max, slider.value) == (2013, 2026, (2013, 2026))
    drawn = bars(html(page))
    assert len(drawn) == 14
    assert [2013 + number for number, (_, height) in enumerate(drawn) if not height] == [2017]
    assert "Most in 2016: 272 claims." in html(page)


def test_a_chosen_range_is_emphasised_and_in_the_link(page):
    page.slider(key="years_range").set_value((2016, 2020))
    inside = [2013 + number for number, (inside, _) in enumerate(bars(html(ran(page)))) if inside]
    assert inside == [2016, 2017, 2018, 2019, 2020]
    assert sent(page)["link"] == "years=2016-2020"
    page.slider(key="years_range").set_value((2013, 2026))
    assert sent(ran(page))["link"] == ""


def test_the_other_filters_change_the_histogram_but_not_its_axis():
    drawn = bars(html(open_page(documents="crs-rl33200", years="2015")))
    assert len(drawn) == 14
    assert {2013 + number for number, (_, height) in enumerate(drawn) if height} == {2013, 2014, 2015}
