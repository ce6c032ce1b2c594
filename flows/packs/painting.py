"""The map of a scene drawn without a browser: by the page's own painters, in an engine of their own.

So the same scene has the same marks, colours, widths, stripes, rings and names on paper as on the screen, and
no rule of drawing is written twice. The painters are those of `assets/web/map/`, built as
`assets/web/built/paper.js`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from flows.asset_urls import ASSETS
from flows.maps.command import map_command
from flows.maps.first_view import FIRST_VIEW
from flows.maps.marks_file import marks_of
from flows.palette import read_palette
from flows.query.links import Request
from flows.query.word_index import WordIndex
from flows.scene.scene import Scene, compose
from geodata.model.atlas import Atlas
from geodata.model.stories import Bounds

_PAINTERS = "web/built/paper.js"
_LAND = "web/base/countries.json"
_WIDTHS = "fonts/print/widths.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Say how large a drawing is, in pixels.

    ``margin`` is kept free on every side; ``column`` is the least width of the key and sources beside the
    map, or 0 where the key stands below it, for which ``under`` is kept; with neither there is no key.
    ``window`` is what the map would measure on a screen: the smaller, the larger are its marks and names.
    """

    width: int
    height: int
    margin: int
    column: int
    window: tuple[int, int]
    under: int = 0


# For a slide, with the sources beside the map; for a page of a handout, whose text has the sources; for a
# chapter on such a page, whose key stands on the first one.
SLIDE = Sheet(width=1920, height=1080, margin=48, column=500, window=(980, 600))
PAGE = Sheet(width=900, height=1120, margin=0, column=0, window=(640, 600), under=276)
CHAPTER = Sheet(width=900, height=690, margin=0, column=0, window=(700, 537))


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """Hold what stands around the map: each may be empty, and takes no room then.

    ``said`` is what is asked and shown, ``made`` by what and when it was made, ``heading`` stands above the
    sources, of which ``more`` counts those without room ("Further documents: {n}").
    """

    title: str = ""
    said: str = ""
    caveat: str = ""
    made: str = ""
    heading: str = ""
    sources: tuple[str, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRoute:
    """A route as it was drawn: its class of width, and the colour families of its stripes in their order."""

    id: str
    width: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Hold a drawing as SVG, its sheet, and the marks that it shows."""

    svg: str
    sheet: Sheet
    routes: tuple[DrawnRoute, ...]
    hotspots: tuple[str, ...]
    roles: tuple[str, ...]


class Painters:
    """The painters of the page, ready to draw maps of one atlas; used in a ``with`` statement.

    Their engine is loaded when they are asked for, and ended with the statement: the atlas starts without it,
    and nobody pays for its memory afterwards.
    """

    def __init__(self, atlas: Atlas) -> None:
        from py_mini_racer import MiniRacer

        self._engine = MiniRacer()
        self._engine.eval(_read(_PAINTERS))
        files = {"land": _read(_LAND), "widths": _read(_WIDTHS), "file": marks_of(atlas).body.decode()}
        self._engine.eval(f"furnish({{{','.join(f'{name}:{text}' for name, text in files.items())}}})")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._engine.close()

    def draw(
        self,
        scene: Scene,
        request: Request,
        words: PictureWords,
        *,
        bounds: Bounds | None = None,
        sheet: Sheet = SLIDE,
        numbers: Sequence[str] | None = None,
    ) -> Drawing:
        """Draw what ``scene`` shows of ``request``, in the light theme, where the page would place it.

        ``bounds`` are what the map shows at least. With ``numbers``, ids of places in the order of their
        numbers, it is an outline of the land in black and white with these alone, to write and draw on.
        """
        palette = _outline() if numbers is not None else read_palette().light
        asked = {
            "asked": map_command(request) | ({"bounds": bounds} if bounds else {}),
            "only": _narrowed_to(scene, request),
            "words": scene.atlas.derived(WordIndex).table() if request.selection.words else None,
            "numbers": list(numbers) if numbers is not None else None,
            "home": _home(),
            "size": dict(zip(("width", "height"), sheet.window, strict=True)),
            "sheet": asdict(sheet),
            "told": asdict(words),
            "colours": {key.replace("_", "-"): colour for key, colour in palette.items()},
        }
        made = json.loads(str(self._engine.eval(f"JSON.stringify(draw({json.dumps(asked)}))")))
        return _drawing(made["svg"], made["drawn"], sheet)


def draw_map(
    scene: Scene,
    request: Request,
    words: PictureWords,
    *,
    bounds: Bounds | None = None,
    sheet: Sheet = SLIDE,
) -> Drawing:
    """Draw one map, as `Painters.draw` does."""
    with Painters(scene.atlas) as painters:
        return painters.draw(scene, request, words, bounds=bounds, sheet=sheet)


def _drawing(svg: str, shown: Mapping[str, Any], sheet: Sheet) -> Drawing:
    return Drawing(
        svg=svg,
        sheet=sheet,
        routes=tuple(
            DrawnRoute(id=route["id"], width=route["width"], forms=tuple(route["forms"]))
            for route in shown["routes"]
        ),
        hotspots=tuple(shown["hotspots"]),
        roles=tuple(shown["roles"]),
    )


def _narrowed_to(scene: Scene, request: Request) -> list[str] | None:
    """Return the ids of a scene's claims where it holds fewer than its selection admits."""
    if len(scene.claims) == len(compose(scene.atlas, request.selection).claims):
        return None
    return [claim.id for claim in scene.claims]


def _outline() -> Mapping[str, str]:
    """Return a palette for print in black and white: white ground, dark lines."""
    palette = read_palette().light
    ground = dict.fromkeys(palette, palette["halo"])
    lines = {"border": palette["ink_muted"], "ink": palette["ink"], "ink_muted": palette["ink_muted"]}
    return ground | lines


def _home() -> list[float]:
    (south, west), (north, east) = FIRST_VIEW
    return [west, south, east, north]


def _read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
