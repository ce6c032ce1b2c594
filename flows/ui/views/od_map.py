"""The origin–destination map: in the tile of each destination the hemisphere in tiles, shaded by origin.

After Jo Wood, Jason Dykes and Aidan Slingsby, "Visualisation of Origins, Destinations and Flows with OD Maps"
(The Cartographic Journal 47, 2010): a place is told by where it lies, outside and inside, and no line crosses
another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.scene.matrices import Unit, count_of
from flows.scene.names import place_name
from flows.scene.scene import Scene
from flows.scene.tiles import ELSEWHERE, Ends, by_ends, tile_places, tile_rows
from flows.templates import NOTHING, Html, render
from flows.ui import state
from flows.ui.card_list import cards_html, show_more_button
from flows.ui.push_html import push_html
from flows.ui.views.matrix import counted, shade_of, shades_html
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim

# What the link calls it, and the two ends that a reader chooses.
OD_MAP, TO, FROM = "od", "to", "from"
# What else of the page stays in its link.
_KEPT = ("left", "right")
_STOP, _NO_STOP = 0, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Movements:
    """Movements by the tiles of both ends: those of a scene, and all that the atlas knows."""

    atlas: Atlas
    unit: Unit
    shown: Mapping[Ends, Sequence[Claim]]
    known: Mapping[Ends, Sequence[Claim]]

    def name(self, tile: str) -> str:
        """Name a tile."""
        return _("Elsewhere") if tile == ELSEWHERE else place_name(self.atlas.gazetteer[tile])

    def number(self, ends: Ends) -> int:
        """Count what a scene holds of two ends."""
        return count_of(self.shown.get(ends, ()), self.atlas, self.unit)

    def arriving(self, destination: str) -> int:
        """Count what a scene holds of all ways to a destination."""
        claims = (
            claim for (_start, end), found in self.shown.items() if end == destination for claim in found
        )
        return count_of(claims, self.atlas, self.unit)

    def origins(self, destination: str) -> list[str]:
        """Return the origins of which the atlas knows a way to a destination."""
        return [start for start, end in self.known if end == destination]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tile:
    """A place in a grid: what it is called, and what a press opens; with a number where claims name it.

    ``dots`` are the origins within a destination, by row and column.
    """

    short: str
    name: str = ""
    said: str = ""
    mark: str = ""
    opens: Mapping[str, str] | None = None
    number: int = 0
    shade: int = 0
    current: bool = False
    tab: int = _NO_STOP
    dots: Sequence["_Dot"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dot:
    """An origin within the tile of a destination: where it stands, its shade, and how both are named."""

    row: int
    column: int
    mark: str
    shade: int
    name: str


def show_od_map(atlas: Atlas, scene: Scene, unit: Unit) -> None:
    """Show the map, the origins of the destination that the link asks for, and the claims of a pair."""
    found = movements(scene, unit)
    to = destination(found, state.parameter(TO))
    ends = state.parameter(FROM), to
    claims, cards = found.shown.get(ends, ()), NOTHING
    if ends in found.known:
        title = _("{origin} → {destination}").format(origin=found.name(ends[0]), destination=found.name(to))
        cards = cards_html(atlas, claims, title)
    kept = {key: state.parameter(key) for key in _KEPT}
    push_html("matrix_cells", od_map_html(found, ends, kept, cards))
    show_more_button(len(claims), "ends")


def movements(scene: Scene, unit: Unit = "claims") -> _Movements:
    """Gather the movements of a scene, and of its atlas, by their ends."""
    shown = by_ends(scene.claims, scene.atlas.gazetteer)
    return _Movements(atlas=scene.atlas, unit=unit, shown=shown, known=scene.atlas.derived(_known))


def _known(atlas: Atlas) -> dict[Ends, list[Claim]]:
    return by_ends(atlas.claims, atlas.gazetteer)


def destination(found: _Movements, asked: str) -> str:
    """Return the destination that is asked for, else the one that most claims name; "" for none."""
    known = Counter({end: 0 for _start, end in found.known})
    for (_start, end), claims in found.shown.items():
        known[end] += len(claims)
    return asked if asked in known else min(known, key=lambda end: (-known[end], end), default="")


def od_map_html(found: _Movements, ends: Ends, kept: Mapping[str, str], cards: Html = NOTHING) -> Html:
    """Write the map of all destinations, and beside it the origins of one of them, in tiles with numbers.

    ``ends`` are the origin and destination that are looked at, ``cards`` those of their claims; ``kept`` is
    what else stays in the link.
    """
    start, to = ends
    lead = _(
        "Each tile is a destination, about where it lies; inside it the same tiles are the origins, with "
        "a stronger color the more claims name both. A press on a tile shows its origins in large, and a "
        "number there opens its claims. An origin that is pointed at stands out in every destination."
    )
    if not found.known:
        lead = _("No claim of the atlas names both ends of a movement.")
    heading = render("part_heading", title=_("Origin–destination map"), lead=lead)
    if not to:
        return heading
    target = {"page": "compare", "matrix": OD_MAP} | {name: value for name, value in kept.items() if value}
    origins = sorted(found.origins(to), key=tile_places().__getitem__)
    stop = start if start in origins else origins[0]
    return heading + render(
        "od_map",
        title=_("All destinations"),
        into=_("To {destination}: where the movements begin").format(destination=found.name(to)),
        destinations=_grid(found, {end: _outer(found, end, to, target) for _start, end in found.known}),
        origins=_grid(
            found,
            {
                origin: _inner(found, (origin, to), target, current=origin == start, stop=origin == stop)
                for origin in origins
            },
        ),
        here=tile_places()[to],
        shades=shades_html(),
        cards=cards,
    )


def _grid(found: _Movements, tiles: Mapping[str, _Tile]) -> list[list[_Tile | None]]:
    """Put tiles into their rows; one without a number is told by its short name, an empty place is None."""
    return [
        [tiles.get(ident) or (_Tile(short=_short(found, ident)) if ident else None) for ident in row]
        for row in tile_rows()
    ]


def _short(found: _Movements, tile: str) -> str:
    return tile if tile.isupper() else found.name(tile)


def _outer(found: _Movements, end: str, to: str, target: Mapping[str, str]) -> _Tile:
    number = found.arriving(end)
    return _Tile(
        short=_short(found, end),
        name=found.name(end),
        said=f"{found.name(end)}: {counted(number, found.unit)}",
        opens={**target, TO: end},
        number=number,
        current=end == to,
        tab=_STOP if end == to else _NO_STOP,
        dots=list(_dots(found, end)),
    )


def _dots(found: _Movements, end: str) -> Iterator[_Dot]:
    for start in found.origins(end):
        number = found.number((start, end))
        if number:
            row, column = tile_places()[start]
            name = _said(found, (start, end), number)
            yield _Dot(row=row, column=column, mark=f"place:{start}", shade=shade_of(number), name=name)


def _inner(found: _Movements, ends: Ends, target: Mapping[str, str], *, current: bool, stop: bool) -> _Tile:
    number = found.number(ends)
    return _Tile(
        short=_short(found, ends[0]),
        name=found.name(ends[0]),
        said=_said(found, ends, number),
        mark=f"place:{ends[0]}",
        opens={**target, TO: ends[1], FROM: ends[0]},
        number=number,
        shade=shade_of(number),
        current=current,
        tab=_STOP if stop else _NO_STOP,
    )


def _said(found: _Movements, ends: Ends, number: int) -> str:
    return _("{origin} → {destination}: {counted}").format(
        origin=found.name(ends[0]), destination=found.name(ends[1]), counted=counted(number, found.unit)
    )
