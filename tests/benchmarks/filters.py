"""A press on each filter of the page, timed until the map shows exactly what Python says of the selection."""

from dataclasses import replace
from itertools import cycle

from playwright.sync_api import Page

from flows.query.links import Request
from flows.query.offered import offered_values
from flows.query.selection import Selection
from flows.scene.drawn import TOP_ROUTES
from flows.scene.names import collection_name, place_name
from flows.scene.scene import compose, index_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term
from tests.benchmarks.browser import Button, Spot, rest, time_press, wait_for
from tests.benchmarks.pictures import picture
from tests.benchmarks.rounds import Act

FRAME = "iframe.atlas-frame"
PICTURE = Spot(frame=FRAME, find="[data-atlas-ready=true]", what="picture")
MAIN_PILLS = ("collections", "types", "sectors", "roles")
MORE_PILLS = ("settings", "groups", "certainty", "assertion", "access")
PICKED = ("documents", "places")
_ENTRY = "[role=option]"
SLIDERS = ("years", "routes")
# Values of one facet that are pressed in turn: enough that none is pressed at every round.
_VALUES = 6


def filter_act(page: Page, atlas: Atlas, facet: str, top: int | None) -> Act | None:
    """Return what presses a filter, times it and loosens it again, so that another can be pressed next.

    None where no value of the filter changes the map: all claims of made-up data are described.
    """
    start = Request(selection=Selection(), top=top)
    if facet in PICKED:
        return _picking(page, atlas, facet, start)
    if facet in SLIDERS:
        return _sliding(page, atlas, facet, start)
    return _pressing(page, atlas, facet, start)


def pill(atlas: Atlas, facet: str, value: str) -> Button:
    """Return the pill of a filter value on the page."""
    if facet == "collections":
        return Button(find=".st-key-collections button", says=collection_name(atlas.collections[value]))
    found = term(facet, value)
    return Button(find=f".st-key-{facet} button", says=found.label)


def _pressing(page: Page, atlas: Atlas, facet: str, start: Request) -> Act | None:
    """Press one value on and off after the other; in turn, the one and the other is what counts."""
    open_picture = picture(atlas, start)
    shown = {
        value: picture(atlas, _with(start, facet, value))
        for value in offered_values(facet, atlas, index_of(atlas))
    }
    changing = [value for value in shown if shown[value] != open_picture][:_VALUES]
    if not changing:
        return None
    turns = cycle([(value, counts) for counts in (0, 1) for value in changing])

    def act() -> float:
        value, counts = next(turns)
        button = pill(atlas, facet, value)
        times = [time_press(page, button, PICTURE, wanted) for wanted in (shown[value], open_picture)]
        return times[counts]

    return act


def _with(start: Request, facet: str, value: str) -> Request:
    return replace(start, selection=start.selection.choosing(facet, value))


def _sliding(page: Page, atlas: Atlas, facet: str, start: Request) -> Act:
    """Move the handle of a slider by keys until the map changes, and back."""
    there, back, asked = _routes(atlas, start) if facet == "routes" else _years(atlas, start)
    pictures = [picture(atlas, request) for request in (start, *asked)]
    keys = next(n for n, shown in enumerate(pictures) if shown != pictures[0])

    def act() -> float:
        milliseconds = [time_press(page, there, PICTURE, shown) for shown in pictures[1 : keys + 1]][-1]
        for shown in reversed(pictures[:keys]):
            time_press(page, back, PICTURE, shown)
        return milliseconds

    return act


def _routes(atlas: Atlas, start: Request) -> tuple[Button, Button, list[Request]]:
    handle = ".st-key-top_slider input"
    drawn = min(len(compose(atlas, Selection()).routes), start.top or TOP_ROUTES)
    asked = [replace(start, top=drawn - 1)]
    return Button(find=handle, steps=-1), Button(find=handle, steps=1), asked


def _years(atlas: Atlas, start: Request) -> tuple[Button, Button, list[Request]]:
    handle = ".st-key-years_range input"
    years = list(index_of(atlas).years())
    ranges = [(year, years[-1]) for year in range(years[0] + 1, years[-1] + 1)]
    asked = [replace(start, selection=replace(start.selection, years=found)) for found in ranges]
    return Button(find=handle, steps=1), Button(find=handle, steps=-1), asked


def _picking(page: Page, atlas: Atlas, facet: str, start: Request) -> Act:
    """Pick one entry of a list after the other; what is timed is the click on the entry."""
    names = _entries(atlas, facet)
    open_picture = picture(atlas, start)
    wanted = ((name, picture(atlas, _with(start, facet, ident))) for ident, name in cycle(names.items()))
    changing = ((name, shown) for name, shown in wanted if shown != open_picture)
    field = page.locator(f".st-key-{facet} input")

    def act() -> float:
        name, shown = next(changing)
        field.click()
        field.fill(name)
        page.locator(_ENTRY).first.wait_for()
        milliseconds = time_press(page, Button(find=_ENTRY, says=name), PICTURE, shown)
        field.press("Escape")
        field.press("Backspace")
        wait_for(page, PICTURE, open_picture)
        rest(page)
        return milliseconds

    return act


def _entries(atlas: Atlas, facet: str) -> dict[str, str]:
    """Return the first words of some entries of a list, by id."""
    if facet == "documents":
        names = {ident: found.title for ident, found in atlas.documents.items()}
    else:
        places = sorted(index_of(atlas).values("places"))
        names = {ident: place_name(atlas.gazetteer[ident]) for ident in places}
    # A name that begins another's would pick the other.
    alone = {
        ident: name for ident, name in names.items() if sum(n.startswith(name) for n in names.values()) == 1
    }
    return dict(list(alone.items())[: 2 * _VALUES])
