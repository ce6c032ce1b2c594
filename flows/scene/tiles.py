"""The hemisphere in tiles: one of the same size for each country and region, about where it lies."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, FlowClaim

TILES_FILE = Path(__file__).parents[2] / "assets" / "tiles.toml"
# The tile of places that have none, in whose region there is none either.
ELSEWHERE = "elsewhere"
_EMPTY = "."

# The tiles of origin and destination.
Ends = tuple[str, str]


@cache
def tile_rows() -> tuple[tuple[str, ...], ...]:
    """Return the tiles by row and column; "" is a tile without a place."""
    written: str = tomllib.loads(TILES_FILE.read_text(encoding="utf-8"))["tiles"]
    return tuple(
        tuple("" if word == _EMPTY else word for word in line.split()) for line in written.split("\n") if line
    )


@cache
def tile_places() -> Mapping[str, tuple[int, int]]:
    """Return the row and column of each tile that has a place."""
    return {
        ident: (row, column)
        for row, idents in enumerate(tile_rows())
        for column, ident in enumerate(idents)
        if ident
    }


def tile_of(ident: str, places: Gazetteer) -> str:
    """Return the tile in which a place is shown: its own, that of its country or that of its region.

    What lies in several countries is shown in the tile of their narrowest region.
    """
    countries = places.countries_of(ident)
    around = places.regions_of(ident)
    narrower = (ident, *(countries if len(countries) == 1 else ()), *around)
    return next((tile for tile in narrower if tile in tile_places()), ELSEWHERE)


def by_ends(claims: Iterable[Claim], places: Gazetteer) -> dict[Ends, list[Claim]]:
    """Gather the movements that name both ends by the tiles of these."""
    found: dict[Ends, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim, FlowClaim) and claim.origin and claim.destination:
            ends = tile_of(claim.origin, places), tile_of(claim.destination, places)
            found.setdefault(ends, []).append(claim)
    return found
