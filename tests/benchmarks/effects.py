"""From a press to everything else that it changes: legend, dimmed map, story, quote, panel and matrix."""

from collections.abc import Callable
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page

from flows.query.offered import offered_values
from flows.query.selection import Selection
from flows.scene.matrices import matrix_of
from flows.scene.scene import Scene, compose, index_of
from flows.ui.views.matrix import matrix_html
from geodata.load import CHOSEN_COLLECTIONS, load_atlas
from geodata.model.atlas import Atlas
from tests.benchmarks import acts, names
from tests.benchmarks.browser import Spot, close_pages, new_page, rest, time_press, visit
from tests.benchmarks.chapters import chapter_acts
from tests.benchmarks.filters import pill
from tests.benchmarks.presses import atlases, open_page
from tests.benchmarks.rounds import Act, Samples, in_turn
from tests.benchmarks.servers import APPS, ATLAS, serving
from tests.conftest import TWO_DOCUMENTS

COMPARE = "/compare"
CELLS = Spot(find=".st-key-compare .atlas-matrix tbody")
# The second is for the atlas without components of ours.
PANEL = Spot(find=".st-key-narrative :is(.atlas-shown, .stHtml)")
# Values whose selections differ in what panel and matrix say of them.
_FACETS = ("types", "sectors")


def measure_effects(browser: Browser, many: Path, *, samples: int, warmups: int) -> Samples:
    """Return milliseconds by effect and app; each kind of press has a page of its own."""
    with ExitStack() as stack:
        floor = stack.enter_context(serving(APPS / "floor.py"))
        two = stack.enter_context(serving(ATLAS, settings={CHOSEN_COLLECTIONS: str(TWO_DOCUMENTS)}))
        served = stack.enter_context(atlases(many))
        served[names.TWO] = f"{two.address}/", load_atlas([TWO_DOCUMENTS])

        def opened(app: str) -> tuple[Page, Atlas]:
            address, atlas = served[app]
            return open_page(browser, address), atlas

        turns = {(names.FLOOR_PRESS, names.FLOOR): acts.floor_click(browser, floor.address)}
        for app in (names.OPEN, names.MANY):
            turns[names.LEGEND, app] = acts.legend_switch(opened(app)[0])
            turns[names.DIMMED, app] = acts.focus_click(*opened(app), story=False)
        for app in (names.TWO, names.OPEN):
            turns[names.STORY, app] = acts.focus_click(*opened(app), story=True)
            turns[names.PANEL, app] = panel_act(*opened(app))
            turns[names.MATRIX, app] = matrix_act(compare_page(browser, served[app][0]), served[app][1])
        address, atlas = served[names.OPEN]
        on_page, in_file = chapter_acts(browser, atlas, _home(address), many.parent)
        turns |= {(names.CHAPTER, names.OPEN): on_page, (names.CHAPTER, names.FILE): in_file}
        for app in (names.TWO, names.MANY):
            turns[names.MARK, app] = acts.mark_click(*opened(app))
        found = in_turn(turns, samples=samples, warmups=warmups)
        close_pages(browser)
    return found


def compare_page(browser: Browser, address: str) -> Page:
    """Open the page that compares."""
    page = new_page(browser)
    visit(page, _home(address) + COMPARE, CELLS)
    rest(page)
    return page


def _home(address: str) -> str:
    return address.partition("?")[0].rstrip("/")


def panel_act(page: Page, atlas: Atlas) -> Act:
    """Press a pill on (and off, untimed), until the panel beside the map is another."""
    return _walking(page, atlas, PANEL, _claims_told)


def matrix_act(page: Page, atlas: Atlas) -> Act:
    """Press a pill on (and off, untimed), until the matrix is another."""
    return _walking(page, atlas, CELLS, _cells)


def _walking(page: Page, atlas: Atlas, spot: Spot, says: Callable[[Atlas, Scene], str]) -> Act:
    """Press values of which the spot says something else than of no selection at all."""
    start = says(atlas, compose(atlas, Selection()))
    changing = cycle(
        (facet, value)
        for facet in _FACETS
        for value in offered_values(facet, atlas, index_of(atlas))
        if says(atlas, compose(atlas, Selection().choosing(facet, value))) != start
    )

    def act() -> float:
        button = pill(atlas, *next(changing))
        milliseconds = time_press(page, button, spot)
        time_press(page, button, spot)
        return milliseconds

    return act


def _claims_told(_atlas: Atlas, scene: Scene) -> str:
    return ",".join(claim.id for claim in scene.claims)


def _cells(atlas: Atlas, scene: Scene) -> str:
    return matrix_html(matrix_of(scene, atlas, "types", "places"), atlas, "")
