"""What a page tells may be anything, and changes only what a reader could have pressed."""

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from flows.query.links import Request
from flows.query.selection import FACETS, Selection
from flows.scene.known_values import known_values
from flows.ui import browser_events, state

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(FACETS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["focus", "facet", "value", "types", "hide", "page", "chosen", "place", "link", "away"]
)
KINDS = st.sampled_from(["focus", "search", "switch", "open", "choose", "return", "nothing"])
ACTS = st.builds(
    lambda told, kind, count: told | {"act": kind, "count": count},
    st.dictionaries(NAMES, VALUES, max_size=6),
    KINDS | VALUES,
    st.integers(1, 9) | VALUES,
)


@pytest.fixture
def session(monkeypatch):
    remembered = {}
    monkeypatch.setattr(streamlit, "session_state", remembered)
    begin(remembered)
    return remembered


def begin(remembered):
    remembered.clear()
    remembered.update({state.LAST_EVENT: 0, state.ZOOM_COUNT: 0, state.MAP: {}})
    state.restore(Request(selection=Selection()))


def tell(session, told):
    session[state.MAP] = {"told": told}
    browser_events.handle_events()


@pytest.mark.parametrize("facet", ["documents", "collections", "places"])
def test_a_cell_of_a_facet_without_a_vocabulary_changes_nothing_where_its_value_is_unknown(session, facet):
    tell(session, {"acts": [{"act": "choose", "chosen": f"{facet}=nonsense", "count": 1}]})
    assert session[facet] == []
    assert session[state.LAST_EVENT] == 1


def test_a_number_beyond_all_counting_does_not_deafen_the_session(session):
    tell(session, {"acts": [{"act": "focus", "focus": "country:CUB", "count": 10**12}]})
    tell(session, {"acts": [{"act": "focus", "focus": "country:USA", "count": 1}]})
    assert session[state.FOCUS] == "country:USA"


@pytest.mark.parametrize(
    "told", [None, [], "acts", {"acts": 7}, {"acts": [None, [], {}, {"count": "9"}, {"count": True}]}]
)
def test_what_is_no_act_is_passed_over(session, told):
    tell(session, told)
    assert session[state.LAST_EVENT] == 0


def test_whatever_is_told_leaves_a_request_that_can_be_shown(session):
    @given(st.lists(ACTS, max_size=4) | VALUES)
    def told(acts):
        begin(session)
        tell(session, {"acts": acts})
        request = state.request()
        known = known_values(browser_events.load.default_atlas())
        assert all(known(facet, value) for facet in FACETS for value in request.selection.chosen(facet))

    told()
