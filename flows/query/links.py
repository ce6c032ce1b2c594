"""The link: what is asked, looked at and switched off, as a query string.

Reading is tolerant: what is not understood falls back to its default and is named in a notice.
Writing is canonical: facets in their order, values sorted, nothing that is at its default.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from flows.i18n import translate as _
from flows.query.focus import Focus
from flows.query.selection import FACETS, WORDS, Selection
from flows.query.word_search import MOST_SEARCHES, canonical

SEPARATOR = "|"
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
_NUMBER = r"-?\d{1,3}(?:\.\d{1,4})?"
_VIEW = re.compile(rf"({_NUMBER}),({_NUMBER}),({_NUMBER})")
# Longer than any honest link; more is cut off before it is looked at.
_LONGEST = 2_000

# Thin dots (alleged, at risk, onward migration) are off until asked for: `show=dots`.
HIDDEN_AT_FIRST = frozenset({"dots"})
_MOST = 10_000

# The pages by their names in addresses; the first is the front page, whose address is the app's own.
PAGES = ("explore", "stories", "places", "compare", "table", "sources", "about")
# What pages other than the map's are opened with; each page judges its own.
PAGE_PARAMETERS = (
    "document",
    "passage",
    "place",
    "claim",
    "term",
    "matrix",
    "left",
    "right",
    "to",
    "from",
    "story",
    "chapter",
)
# In the address while Back or Forward is on its way to the session: the number of that act.
STEP = "step"
# What `fold` folds away in a link.
FOLDED = "children"

View = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Hold what a link asks for: selection, focus, hidden layers and view.

    ``top`` is the number of routes to draw, best documented first; ``None`` leaves it to the map.
    ``tiers`` is the year of the layer of tiers; ``None`` leaves it off.
    ``fold`` folds evidence about the sexual exploitation of children away.
    ``view`` is (longitude, latitude, zoom) of the middle of the map, degrees of EPSG:4326 with
    longitudes of the map, which may be below -180.
    """

    selection: Selection
    focus: Focus | None = None
    hide: frozenset[str] = HIDDEN_AT_FIRST
    view: View | None = None
    top: int | None = None
    tiers: int | None = None
    fold: bool = False


def parameters_of(query: str) -> dict[str, str]:
    """Return the parameters of a query string; what is named twice has the values of both."""
    asked: dict[str, list[str]] = {}
    for name, value in parse_qsl(query.removeprefix("?"), keep_blank_values=True):
        asked.setdefault(name, []).append(value)
    return {name: SEPARATOR.join(values) for name, values in asked.items()}


def read_link(
    parameters: Mapping[str, str], known: Callable[[str, str], bool], layers: Iterable[str]
) -> tuple[Request, tuple[str, ...]]:
    """Read a request from query parameters.

    ``known(facet, value)`` tells whether a value exists, the year of ``tiers`` too; ``layers`` are
    those that can be hidden. Returns the request and the parts of the link that were not
    understood, as short texts.
    """
    unrecognised: list[str] = []
    chosen = {
        facet: _values(facet, parameters, known, unrecognised)
        for facet in FACETS
        if facet in parameters and facet != WORDS
    }
    chosen[WORDS] = _words(parameters, unrecognised)
    selection = Selection.from_values(chosen, years=_years(parameters, unrecognised))
    focus = Focus.from_text(parameters.get("focus", "")[:_LONGEST])
    if parameters.get("focus") and focus is None:
        unrecognised.append(_shown("focus", parameters["focus"]))
    known_layers = set(layers)
    hide = _values("hide", parameters, lambda _facet, value: value in known_layers, unrecognised)
    show = _values("show", parameters, lambda _facet, value: value in HIDDEN_AT_FIRST, unrecognised)
    view = _view(parameters, unrecognised)
    top = _top(parameters, unrecognised)
    tiers = _tiers(parameters, known, unrecognised)
    fold = _values("fold", parameters, lambda _facet, value: value == FOLDED, unrecognised)
    others = (name for name in parameters if name not in {*FACETS, *_OTHERS} and not _advertises(name))
    unrecognised += [_shown(name, parameters[name]) for name in others]
    return Request(
        selection=selection,
        focus=focus,
        hide=(hide | HIDDEN_AT_FIRST) - show,
        view=view,
        top=top,
        tiers=tiers,
        fold=bool(fold),
    ), tuple(unrecognised)


# What mails, search engines and social media add to the links that they pass on; no reader has asked for it.
_ADVERTISING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "mc_", "_hs", "_ga", "_gl")
_CLICKS = {"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid"}
_ADVERTISING = _CLICKS | {"igsh", "igshid", "mkt_tok", "srsltid", "epik", "sccid", "li_fat_id", "rdt_cid"}
_OTHERS = ("years", "focus", "hide", "show", "top", "tiers", "fold", "view", STEP, *PAGE_PARAMETERS)


def _advertises(name: str) -> bool:
    return name.casefold() in _ADVERTISING or name.casefold().startswith(_ADVERTISING_PREFIXES)


def write_link(request: Request) -> str:
    """Write the canonical query string of a request, without its view; "" when all is at its default."""
    selection = request.selection
    parts = {facet: _joined(selection.chosen(facet)) for facet in FACETS}
    if selection.years:
        parts["years"] = "-".join(str(year) for year in selection.years)
    parts["focus"] = str(request.focus or "")
    parts["hide"] = _joined(request.hide - HIDDEN_AT_FIRST)
    parts["show"] = _joined(HIDDEN_AT_FIRST - request.hide)
    parts["top"] = str(request.top or "")
    parts["tiers"] = str(request.tiers or "")
    parts["fold"] = FOLDED * request.fold
    return "&".join(f"{name}={quote(value, safe=':~,-_.')}" for name, value in parts.items() if value)


def notice(unrecognised: Iterable[str]) -> str:
    """Say in one line which parts of a link were not understood; "" when there are none."""
    listed = list(unrecognised)
    if not listed:
        return ""
    more = _(" and {n} more").format(n=len(listed) - 3) if len(listed) > 3 else ""  # noqa: PLR2004 — as many as fit a line
    return _("The link had parts that this atlas does not know, which were left out: {parts}.").format(
        parts=", ".join(listed[:3]) + more
    )


def read_page(parameters: Mapping[str, str]) -> dict[str, str]:
    """Return what a page is opened with, bounded; the page says so when it does not know a value."""
    return {name: parameters[name][:120] for name in PAGE_PARAMETERS if parameters.get(name)}


def write_page(parameters: Mapping[str, str]) -> str:
    """Write what a page was opened with as a query string, in canonical order."""
    return "&".join(f"{name}={quote(parameters[name])}" for name in PAGE_PARAMETERS if parameters.get(name))


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(sorted(values))


def _shown(name: str, value: str) -> str:
    # Line breaks and marks that turn the writing round would spoil the one line of the notice.
    return "".join(char if char.isprintable() else " " for char in f"{name[:24]}={value[:32]}")


def _values(
    name: str, parameters: Mapping[str, str], known: Callable[[str, str], bool], unrecognised: list[str]
) -> frozenset[str]:
    values = [value for value in parameters.get(name, "")[:_LONGEST].split(SEPARATOR) if value]
    unrecognised += [_shown(name, value) for value in values if not known(name, value)]
    return frozenset(value for value in values if known(name, value))


def _words(parameters: Mapping[str, str], unrecognised: list[str]) -> frozenset[str]:
    asked = [search for search in parameters.get(WORDS, "").split(SEPARATOR) if search]
    searches, beyond = asked[:MOST_SEARCHES], asked[MOST_SEARCHES:]
    refused = [search for search in searches if not canonical(search)]
    unrecognised += [_shown(WORDS, search) for search in (*refused, *beyond[:1])]
    return frozenset(map(canonical, searches)) - {""}


def _years(parameters: Mapping[str, str], unrecognised: list[str]) -> tuple[int, int] | None:
    text = parameters.get("years", "")
    found = _YEARS.fullmatch(text)
    if found is None:
        if text:
            unrecognised.append(_shown("years", text))
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return min(first, last), max(first, last)


def _top(parameters: Mapping[str, str], unrecognised: list[str]) -> int | None:
    text = parameters.get("top", "")
    if re.fullmatch("[1-9][0-9]{0,4}", text) and int(text) <= _MOST:
        return int(text)
    if text:
        unrecognised.append(_shown("top", text))
    return None


def _tiers(
    parameters: Mapping[str, str], known: Callable[[str, str], bool], unrecognised: list[str]
) -> int | None:
    text = parameters.get("tiers", "")
    if re.fullmatch("[1-9][0-9]{3}", text) and known("tiers", text):
        return int(text)
    if text:
        unrecognised.append(_shown("tiers", text))
    return None


def _view(parameters: Mapping[str, str], unrecognised: list[str]) -> View | None:
    text = parameters.get("view", "")
    found = _VIEW.fullmatch(text)
    lon, lat, zoom = (float(part) for part in found.groups()) if found else (0.0, 0.0, 0.0)
    # Twice round the world for longitudes of the map; what lies beyond is nowhere.
    if found is None or abs(lon) > 2 * 180 or abs(lat) > 90:  # noqa: PLR2004 — degrees
        if text:
            unrecognised.append(_shown("view", text))
        return None
    return max(-300.0, min(130.0, lon)), max(-75.0, min(84.0, lat)), max(2.0, min(9.0, zoom))
