"""The box in the head of the page, and what a choice in it does to the session."""

import re
from types import SimpleNamespace

import pytest

from flows.ui import browser_events, search_box, state


def told(monkeypatch, **message):
    """Return the filters of a session after the browser told it something."""
    session = {
        state.MAP: {"told": {"acts": [{**message, "count": 1}]}},
        state.LAST_EVENT: 0,
        "types": ["sex_trafficking"],
        "sectors": [],
        "focus": "country:PER",
    }
    monkeypatch.setattr(browser_events, "st", SimpleNamespace(session_state=session))
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=session))
    browser_events.handle_events()
    return {name: session[name] for name in ("types", "sectors", "focus")}


def test_a_choice_is_added_and_nothing_else_changes(monkeypatch):
    assert told(monkeypatch, act="search", facet="sectors", value="mining") == {
        "types": ["sex_trafficking"],
        "sectors": ["mining"],
        "focus": "country:PER",
    }
    added = told(monkeypatch, act="search", facet="types", value="forced_labor")
    assert added["types"] == ["sex_trafficking", "forced_labor"]


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("types", "sex_trafficking"),  # chosen already
        ("types", "mining"),
        ("types", "<script>"),
        ("focus", "country:USA"),
        ("documents", "tip-2024"),
        ("types", ["forced_labor"]),
        (None, None),
    ],
)
def test_anything_else_changes_nothing(monkeypatch, facet, value):
    before = {"types": ["sex_trafficking"], "sectors": [], "focus": "country:PER"}
    assert told(monkeypatch, act="search", facet=facet, value=value) == before


def test_the_box_says_what_it_is_and_where_the_rest_is(nine):
    html = search_box.search_box(nine)
    assert "role='combobox'" in html
    assert re.search(r"data-index='atlas/search-[0-9a-f]{16}\.json\?language=en'", html)
    (found,) = re.findall(r"data-found='([^']*)'", html)
    assert len(found.split("|")) == search_box.SUGGESTIONS
