"""What a session remembers: the reader's selection, focus and switches, under the keys of the widgets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from flows.maps.legend import LAYERS
from flows.query.claim_index import ClaimIndex
from flows.query.focus import Focus
from flows.query.links import HIDDEN_AT_FIRST, SEPARATOR, STEP, Request, notice, read_link, read_page
from flows.query.selection import FACETS, Selection
from flows.scene.known_values import known_values
from flows.scene.scene import index_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import UNSPECIFIED

FOCUS, HIDE, ZOOM_COUNT, NOTICE, BEFORE, SHOWN = (
    "focus",
    "hide",
    "bring",
    "link_notice",
    "before_reset",
    "cards_shown",
)
MAP, TOP, TIERS, MORE = "map", "top", "tier_year", "more"
FOLD = "fold_children"
# What the widget of the tier layer holds when it is off: Streamlit takes None for "nothing chosen yet".
OFF = 0
PAGE, PARAMETERS = "page_to_open", "page_parameters"
# The number of the last act in the map's frame that the session has taken.
LAST_EVENT = "heard"
# Whether the reader writes a story beside the map.
WRITING = "writing"
# What the address last said of a step back or forward.
_RETURNED = "returned"
_NUMBER = re.compile("[1-9][0-9]{0,8}")
FIRST_CARDS, MORE_CARDS = 6, 10
# More cards than any list has; a number from outside is cut to it.
MOST_CARDS = 10_000


def begin(atlas: Atlas) -> None:
    """Fill the session from the link before any widget is made: at first, and after Back or Forward."""
    link = {name: SEPARATOR.join(st.query_params.get_all(name)) for name in st.query_params}
    is_new, step = FOCUS not in st.session_state, link.get(STEP, "")
    returns = not is_new and step != st.session_state[_RETURNED] and bool(_NUMBER.fullmatch(step))
    st.session_state[_RETURNED] = step
    if is_new:
        st.session_state[ZOOM_COUNT] = st.session_state[LAST_EVENT] = 0
        take_link(atlas, link)
    elif returns and int(step) > st.session_state[LAST_EVENT]:
        take_link(atlas, link)
        st.session_state[LAST_EVENT] = int(step)


def take_link(atlas: Atlas, link: Mapping[str, str]) -> None:
    """Fill the session from the parameters of a link."""
    request, unrecognised = _read(atlas, link)
    st.session_state[NOTICE] = notice(unrecognised)
    st.session_state["view"] = request.view
    st.session_state[PARAMETERS] = read_page(link)
    restore(request)


def asked_by(atlas: Atlas, link: Mapping[str, str]) -> Request:
    """Return what the parameters of a link ask for, as far as this atlas knows them."""
    return _read(atlas, link)[0]


def _read(atlas: Atlas, link: Mapping[str, str]) -> tuple[Request, tuple[str, ...]]:
    request, unrecognised = read_link(link, known_values(atlas), LAYERS)
    years = _spoken_of(request.selection.years, index_of(atlas))
    if request.selection.years and years is None:
        unrecognised = (*unrecognised, f"years={link['years']}")
    return replace(request, selection=replace(request.selection, years=years)), unrecognised


def _spoken_of(years: tuple[int, int] | None, index: ClaimIndex) -> tuple[int, int] | None:
    """Cut years to those that claims speak of, which are those of the slider; nothing where none is left."""
    first, last = whole_range(index)
    if years is None or years[1] < first or last < years[0]:
        return None
    return max(first, years[0]), min(last, years[1])


def restore(request: Request) -> None:
    """Put a request into the session: its filters, focus and hidden layers."""
    for facet in FACETS:
        st.session_state[facet] = sorted(request.selection.chosen(facet))
    st.session_state["years"] = request.selection.years
    st.session_state[FOCUS] = str(request.focus or "")
    st.session_state[HIDE] = sorted(request.hide)
    st.session_state[TOP] = request.top
    st.session_state[TIERS] = request.tiers or OFF
    st.session_state[FOLD] = request.fold
    st.session_state[SHOWN] = FIRST_CARDS


def request() -> Request:
    """Return what the session asks for now."""
    chosen = {facet: st.session_state.get(facet) or () for facet in FACETS}
    return Request(
        selection=Selection.from_values(chosen, years=_years()),
        focus=Focus.from_text(st.session_state[FOCUS]),
        hide=frozenset(st.session_state[HIDE]),
        top=st.session_state.get(TOP),
        tiers=st.session_state.get(TIERS) or None,
        fold=folds(),
    )


def folds() -> bool:
    """Tell whether evidence about the sexual exploitation of children is folded away."""
    return bool(st.session_state.get(FOLD))


def _years() -> tuple[int, int] | None:
    years = st.session_state.get("years")
    return tuple(years) if years else None


def whole_range(index: ClaimIndex) -> tuple[int, int]:
    """Return the first and the last year that any claim speaks of; twice 0 where there is no claim."""
    years = list(index.years()) or [0]
    return years[0], years[-1]


def set_focus(focus: str, *, bring: bool = False) -> None:
    """Focus on ``kind:id`` (or on nothing for ""); ``bring`` moves the map to it."""
    st.session_state[FOCUS] = str(Focus.from_text(focus) or "")
    st.session_state[SHOWN] = FIRST_CARDS
    if bring:
        st.session_state[ZOOM_COUNT] += 1


def show_more() -> None:
    """Open more cards of the list that is shown."""
    st.session_state[SHOWN] += MORE_CARDS


def show_cards_to(nth: int) -> None:
    """Open so many cards of the list that is shown that the nth is among them."""
    st.session_state[SHOWN] = max(st.session_state[SHOWN], min(nth, MOST_CARDS))


def reset() -> None:
    """Loosen every filter, keeping what was asked so that it can be brought back."""
    st.session_state[BEFORE] = request()
    restore(Request(selection=Selection(), fold=st.session_state[BEFORE].fold))


def bring_back() -> None:
    """Ask again what was asked before the reset."""
    restore(st.session_state.pop(BEFORE))


def loosen(facet: str) -> None:
    """Remove the restriction of one facet."""
    st.session_state[facet] = None if facet == "years" else []


def switch_dots() -> None:
    """Draw what is alleged, at risk or onward migration, or leave it out."""
    hidden = set(st.session_state[HIDE])
    st.session_state[HIDE] = sorted(hidden ^ HIDDEN_AT_FIRST)


def admit_unnamed(facet: str) -> None:
    """Choose "not named" too in a facet that hides routes only for that reason."""
    st.session_state[facet] = [*st.session_state.get(facet, []), UNSPECIFIED]


def go(page: str, **parameters: str) -> None:
    """Open another page of the app at the end of this run, such as ``go("sources", document="tip-2024")``."""
    st.session_state[PAGE] = page
    st.session_state[PARAMETERS] = parameters
    st.session_state[SHOWN] = FIRST_CARDS


def set_writing(*, writing: bool) -> None:
    """Open the part in which a story is written, or close it."""
    st.session_state[WRITING] = writing


def is_writing() -> bool:
    """Tell whether the reader writes a story."""
    return bool(st.session_state.get(WRITING))


def look_on_map(focus: str) -> None:
    """Open the map at ``kind:id``, from any page."""
    set_focus(focus, bring=True)
    go("explore")


def keep_filters(keys: Iterable[str] = (*FACETS, "years", TIERS, TOP, FOLD)) -> None:
    """Hold on to what is asked in widgets that this run does not show: it would be lost with them."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def set_parameter(name: str, value: str) -> None:
    """Keep in the link what a reader has chosen on the page; "" takes it out."""
    kept = {key: known for key, known in st.session_state.get(PARAMETERS, {}).items() if key != name}
    st.session_state[PARAMETERS] = kept | ({name: value} if value else {})


def parameter(name: str, default: str = "") -> str:
    """Return what the page was opened with under ``name``: from `go`, or from its link."""
    return str(st.session_state.get(PARAMETERS, {}).get(name, default))
