"""What a reader does in the browser, told to the session: each act once, and judged before it is taken."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from flows.maps.legend import LAYERS
from flows.query.links import PAGE_PARAMETERS, PAGES, read_page
from flows.query.offered import PILL_FACETS
from flows.query.selection import FACETS, WORDS
from flows.query.word_search import MOST_SEARCHES, canonical
from flows.scene.known_values import known_values
from flows.scene.routes import routes_from
from flows.scene.scene import compose
from flows.search.index import SEARCHED
from flows.ui import state
from flows.ui.told_chapter import ask_what_chapter_shows
from geodata import load
from geodata.vocabulary.terms import slugs

# Columns of a matrix that are places of a route: a cell chooses both of its ends.
_ENDS = frozenset({"origins", "destinations"})
# More acts than any hand does between two runs; a number that no page ever counts to, after which a session
# would hear nothing any more; longer than the name of anything.
_MOST, _BEYOND_COUNTING, _LONGEST, _LONGEST_LINK = 500, 10**9, 1_600, 20_000


def handle_events() -> None:
    """Take what a reader did since the last run."""
    take_acts(st.session_state[state.MAP].get("told"))


def take_acts(told: object) -> None:
    """Take the acts that a page tells of, each once however often it is told."""
    for act in _well_formed(told):
        if act["count"] > st.session_state[state.LAST_EVENT]:
            st.session_state[state.LAST_EVENT] = act["count"]
            _handle(act)


def _well_formed(told: object) -> list[Mapping[str, Any]]:
    """Return the acts in what a page has told; it comes from outside, so it may be anything."""
    acts = told.get("acts") if isinstance(told, Mapping) else None
    return [
        act
        for act in (acts if isinstance(acts, list) else [])[:_MOST]
        if isinstance(act, Mapping) and is_number(act.get("count"))
    ]


def is_number(count: object) -> bool:
    """Tell whether a page may have given an act this number."""
    return type(count) is int and 0 < count < _BEYOND_COUNTING


def _handle(act: Mapping[str, Any]) -> None:
    kind = str(act.get("act"))
    if kind == "focus":
        state.set_focus(str(act.get("focus", ""))[:_LONGEST], bring=bool(act.get("bring")))
    if kind == "search":
        _add(str(act.get("facet", "")), str(act.get("value", "")))
    if kind in {"focus", "search"} and act.get("away"):
        state.go("explore")  # from a page without a map
    if kind == "switch":
        _switch(act)
    if kind == "open":
        _open(act)
    if kind == "return":
        _take_return(act)
    if kind == "card" and is_number(act.get("nth")):
        state.show_cards_to(act["nth"])
    if kind == "write":
        _write(act)
    if kind == "choose":
        _choose_cell(str(act.get("chosen", "")))


def _switch(act: Mapping[str, Any]) -> None:
    """Take the values of filters and hidden layers that an act names, as far as they are known."""
    for switched in (state.HIDE, *PILL_FACETS):
        if switched in act:
            values = act[switched] if isinstance(act[switched], list) else []
            st.session_state[switched] = sorted(
                {value for value in map(str, values) if _is_known(switched, value)}
            )


def _open(act: Mapping[str, Any]) -> None:
    """Open a page; the map with what a chapter shows where the reader explores from one."""
    page = str(act.get("page", ""))
    given = {name: str(act[name])[:120] for name in PAGE_PARAMETERS if act.get(name)}
    if page == PAGES[0]:
        ask_what_chapter_shows(load.default_atlas(), given)
    state.go(page, **given)


def _write(act: Mapping[str, Any]) -> None:
    """Take what an author does; the part for that is beside the map."""
    from flows.ui.writing.desk import take_act  # not before somebody writes

    take_act(load.default_atlas(), act)
    if act.get("away"):
        state.go(PAGES[0])


def _take_return(act: Mapping[str, Any]) -> None:
    """Show the entry of the browser's history to which the reader went while no run could tell of it."""
    link = dict(parse_qsl(str(act.get("link", ""))[:_LONGEST_LINK]))
    state.take_link(load.default_atlas(), link)
    page = str(act.get("page", ""))
    state.go(page if page in PAGES else PAGES[0], **read_page(link))


def _is_known(switched: str, value: str) -> bool:
    if switched == state.HIDE:
        return value in LAYERS
    return known_values(load.default_atlas())(switched, value)


def _add(facet: str, value: str) -> None:
    """Add a value to a filter that can be searched for, or a search; what is neither changes nothing."""
    if _can_be_added(facet, value) and value not in st.session_state[facet]:
        st.session_state[facet] = [*st.session_state[facet], value]


def _can_be_added(facet: str, value: str) -> bool:
    if facet == WORDS:
        return value != "" and value == canonical(value) and len(st.session_state[WORDS]) < MOST_SEARCHES
    return facet in SEARCHED and value in slugs(facet)


def _choose_cell(chosen: str) -> None:
    """Choose both values of a cell, such as ``types=forced_labor&places=PER``, and open the map.

    A cell of origins and destinations looks at the best documented route between them.
    """
    values = dict(part.partition("=")[::2] for part in chosen.split("&"))
    if values.keys() >= _ENDS:
        state.set_focus(f"route:{_route_between(values['origins'], values['destinations'])}", bring=True)
    for facet, value in values.items():
        if facet in FACETS and known_values(load.default_atlas())(facet, value):
            st.session_state[facet] = [value]
    state.go("explore")


def _route_between(origin: str, destination: str) -> str:
    scene = compose(load.default_atlas(), state.request().selection)
    ends = (origin, destination)
    routes = (route.id for route in routes_from(scene.claims) if (route.stops[0], route.stops[-1]) == ends)
    return next(routes, "~".join(ends))
