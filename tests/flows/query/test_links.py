"""Links: written in one way, read with patience."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.maps.legend import LAYERS
from flows.query.focus import Focus
from flows.query.links import Request, notice, read_link, write_link
from flows.query.selection import FACETS, Selection
from flows.query.word_search import MOST_SEARCHES
from flows.scene.scene import index_of
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.asking import requests

ATLAS = load_atlas([NINE])


def known(facet, value):
    return value in index_of(ATLAS).values(facet)


def read(**parameters):
    return read_link(parameters, known, LAYERS)


def test_a_link_that_asks_for_nothing_is_empty():
    assert write_link(Request(selection=Selection())) == ""
    assert read() == (Request(selection=Selection()), ())


def test_links_hold_slugs_in_one_order():
    places = ["USA", "MEX", "PER", "HND", "GTM"]
    asked = Selection.from_values({"places": places, "types": ["forced_labor"]}, years=(2013, 2024))
    focus = Focus.from_text("route:GTM~MEX~USA")
    link = write_link(Request(selection=asked, focus=focus, hide=frozenset({"hotspots", "dots"})))
    assert link == (
        "types=forced_labor&places=GTM%7CHND%7CMEX%7CPER%7CUSA&years=2013-2024&focus=route:GTM~MEX~USA&hide=hotspots"
    )


@given(requests(ATLAS))
def test_links_round_trip(request):
    assert read_link(dict(parse_qsl(write_link(request))), known, LAYERS) == (request, ())


def test_unknown_values_fall_back_and_the_rest_is_kept():
    request, unrecognised = read(
        types="forced_labor|witchcraft", sectors="spaceflight", roles="source", colour="red"
    )
    assert request.selection == Selection.from_values({"types": ["forced_labor"], "roles": ["source"]})
    assert unrecognised == ("types=witchcraft", "sectors=spaceflight", "colour=red")


def test_what_advertisers_add_to_a_link_is_left_out_without_a_word():
    added = ["utm_source", "utm_campaign", "fbclid", "gclid", "GCLID", "msclkid", "mc_eid", "_ga", "_hsenc"]
    request, unrecognised = read(types="forced_labor", **dict.fromkeys(added, "x"))
    assert request.selection == Selection.from_values({"types": ["forced_labor"]})
    assert unrecognised == ()
    assert read(utmost="x", gclidx="y")[1] == ("utmost=x", "gclidx=y")


def test_a_link_stays_whole_in_a_table_or_a_mail():
    asked = Selection.from_values({"types": ["forced_labor", "sex_trafficking"]})
    link = write_link(Request(selection=asked, focus=Focus.from_text("route:GTM~MEX~USA")))
    assert link == "types=forced_labor%7Csex_trafficking&focus=route:GTM~MEX~USA"
    assert not set(link) & set('|<>"` \\^{}[]')


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("years", "soon"),
        ("years", "20133"),
        ("focus", "planet:MARS"),
        ("hide", "sea"),
        ("view", "1,2"),
        ("view", "x"),
        ("view", "NaN,1,2"),
        ("view", "999,12,4"),
        ("view", "-98,91,4"),
    ],
)
def test_malformed_parts_fall_back_and_are_named(name, value):
    assert read(**{name: value}) == (Request(selection=Selection()), (f"{name}={value}",))


def test_years_are_one_or_two_in_either_order():
    assert read(years="2013")[0].selection.years == (2013, 2013)
    assert read(years="2024-2013")[0].selection.years == (2013, 2024)


def test_a_view_is_kept_on_the_map():
    assert read(view="-98.5,12,4.25")[0].view == (-98.5, 12.0, 4.25)
    assert read(view="-310,89,0")[0].view == (-300.0, 84.0, 2.0)


def test_the_notice_is_one_line():
    assert notice(()) == ""
    assert notice(["types=x"]) == (
        "The link had parts that this atlas does not know, which were left out: types=x."
    )
    assert notice(["a=1", "b=2", "c=3", "d=4", "e=5"]).endswith("left out: a=1, b=2, c=3 and 2 more.")


def test_the_notice_shortens_what_is_long():
    _request, unrecognised = read(**{"n" * 500: "v" * 500})
    assert unrecognised == ("n" * 24 + "=" + "v" * 32,)


names = st.sampled_from([*FACETS, "years", "focus", "hide", "view"]) | st.text(max_size=30)


@given(st.dictionaries(names, st.text(max_size=300)))
def test_no_link_is_too_odd_to_read(parameters):
    request, unrecognised = read_link(parameters, known, LAYERS)
    assert read_link(dict(parse_qsl(write_link(request))), known, LAYERS)[0].selection == request.selection
    assert notice(unrecognised).isprintable()


def test_searches_are_read_as_they_are_typed_and_written_in_one_way():
    request, unrecognised = read(words="Gold  mining|“Forced labor”|*")
    assert request.selection.words == {"gold mining", '"forced labor"'}
    assert unrecognised == ("words=*",)
    assert write_link(request) == "words=%22forced%20labor%22%7Cgold%20mining"


def test_more_searches_than_anybody_makes_are_cut_off_and_told():
    request, unrecognised = read(words="|".join(f"word{n}" for n in range(5_000)))
    assert len(request.selection.words) == MOST_SEARCHES
    assert unrecognised == (f"words=word{MOST_SEARCHES}",)


def test_a_search_of_ten_thousand_letters_is_told():
    request, unrecognised = read(words="x" * 10_000)
    assert request.selection.words == frozenset()
    assert unrecognised == (f"words={'x' * 32}",)
