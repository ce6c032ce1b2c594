"""However often, late or out of turn a page tells what was done, a session takes each act once."""

from urllib.parse import parse_qsl

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from flows.query.links import write_link
from flows.ui import browser_events, kept, reconnect, state
from flows.ui.push_html import push_channel
from geodata.load import default_atlas

PLACES = ("PER", "BOL", "COL", "ECU", "CHL")
TYPES = ("forced_labor", "sex_trafficking", "child_soldiering", "unspecified")
LOOKS = st.builds(lambda place: {"act": "focus", "focus": f"country:{place}"}, st.sampled_from(PLACES))
SWITCHES = st.builds(
    lambda types: {"act": "switch", "types": types}, st.lists(st.sampled_from(TYPES), unique=True)
)


@pytest.fixture
def session(monkeypatch):
    remembered = {}
    monkeypatch.setattr(streamlit, "session_state", remembered)
    begin(remembered)
    return remembered


def begin(session, link=""):
    session.clear()
    session.update({state.LAST_EVENT: 0, state.ZOOM_COUNT: 0, state.MAP: {}})
    state.take_link(default_atlas(), dict(parse_qsl(link)))


def asked(session):
    return session[state.FOCUS], sorted(session["types"])


def after(acts):
    """Return what is asked after each act was taken once and in turn."""
    focus, types = "", []
    for act in acts:
        focus, types = act.get("focus", focus), act.get("types", types)
    return focus, sorted(types)


@given(
    acts=st.lists(LOOKS | SWITCHES, min_size=1, max_size=8),
    messages=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
def test_acts_doubled_and_late_are_each_taken_once(acts, messages):
    with pytest.MonkeyPatch.context() as patch:
        remembered = {}
        patch.setattr(streamlit, "session_state", remembered)
        begin(remembered)
        numbered = [{**act, "count": count} for count, act in enumerate(acts, start=1)]
        for first, last in [*messages, (0, len(acts))]:
            heard = remembered[state.LAST_EVENT]
            # A page tells every act that it knows no answer to, so it never begins behind the last heard of.
            told = {"acts": numbered[min(first, heard) : last + 1]}
            remembered[state.MAP] = {"told": told}
            browser_events.handle_events()
        assert asked(remembered) == after(acts)
        assert remembered[state.LAST_EVENT] == len(acts)


@given(
    acts=st.lists(LOOKS | SWITCHES, max_size=6),
    answered=st.integers(0, 6),
    taken=st.integers(0, 6),
    again=st.integers(1, 3),
    wish=st.none() | st.lists(st.sampled_from(TYPES), unique=True),
)
def test_another_session_takes_over_what_the_page_shows(acts, answered, taken, again, wish):
    numbered = [{**act, "count": count} for count, act in enumerate(acts, start=1)]
    with pytest.MonkeyPatch.context() as patch:
        remembered = {}
        patch.setattr(streamlit, "session_state", remembered)
        begin(remembered)
        browser_events.take_acts({"acts": numbered[:answered]})
        link = write_link(state.request())  # what the page knows of the session that is lost
        begin(remembered, link)
        browser_events.take_acts({"acts": numbered[answered : answered + taken]})  # the answer is lost
        told = {
            "acts": numbered[answered:],
            "back": {
                "count": 20,
                "session": "lost",
                "link": link,
                "wish": {} if wish is None else {"types": wish},
            },
        }
        for _time in range(again):
            reconnect.take_return(default_atlas(), told)
        focus, types = after(acts)
        assert asked(remembered) == (focus, types if wish is None else sorted(wish))
        assert remembered[state.LAST_EVENT] == 20


def test_the_same_session_keeps_what_it_has(session):
    begin(session, "types=forced_labor&sectors=mining")
    back = {"count": 3, "session": push_channel().name, "link": "types=sex_trafficking", "wish": {}}
    reconnect.take_return(
        default_atlas(), {"acts": [{"act": "focus", "focus": "country:PER", "count": 2}], "back": back}
    )
    assert asked(session) == ("country:PER", ["forced_labor"])
    assert session["sectors"] == ["mining"]


def test_filters_years_and_the_number_of_routes_are_taken_up(session):
    wish = {"types": ["forced_labor"], "years": [2015, 2020], "top": 70, "sectors": None}
    back = {"count": 1, "session": "lost", "link": "sectors=mining", "wish": wish}
    reconnect.take_return(default_atlas(), {"acts": [], "back": back})
    assert session["types"] == ["forced_labor"]
    assert session["years"] == (2015, 2020)
    assert session[state.TOP] == 70
    assert session["sectors"] == []


def test_what_the_link_does_not_hold_is_kept_by_the_page(session):
    session[state.PARAMETERS] = {"document": "tip-2024"}
    session[state.SHOWN] = 26
    state.restore(state.asked_by(default_atlas(), {"types": "forced_labor"}))
    session[state.SHOWN] = 26
    state.reset()
    session[state.SHOWN] = 16
    keep = kept.written()
    begin(session)
    reconnect.take_return(
        default_atlas(), {"acts": [], "back": {"count": 1, "session": "lost", "link": "", "keep": keep}}
    )
    assert session[state.PARAMETERS] == {"document": "tip-2024"}
    assert session[state.SHOWN] == 16
    state.bring_back()
    assert session["types"] == ["forced_labor"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(back=ANYTHING, link=ANYTHING, wish=ANYTHING, keep=ANYTHING, values=ANYTHING)
def test_what_a_page_tells_may_be_anything(back, link, wish, keep, values):
    with pytest.MonkeyPatch.context() as patch:
        remembered = {}
        patch.setattr(streamlit, "session_state", remembered)
        begin(remembered)
        atlas = default_atlas()
        kept_of = {"page": keep, "cards": keep, "before": keep}
        whole = {"count": 1, "session": "lost", "link": link, "wish": wish, "keep": keep}
        for told in (
            {"acts": [], "back": back},
            {"acts": [], "back": whole},
            {"acts": [], "back": whole | {"count": 2, "keep": kept_of}},
            {
                "acts": [],
                "back": whole | {"count": 3, "wish": {"types": values, "years": values, "top": values}},
            },
        ):
            reconnect.take_return(atlas, told)
        state.request()
