"""The gazetteer: every place a claim can name, with its names, its label point and, when asked, its shape."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from geodata.compute_once import OnceByKey
from geodata.gazetteer.places import Place, read_places
from geodata.name_index import NameIndex
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

PLACES = Path(__file__).parents[1] / "places"


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """All known places by id; an immutable whole whose shapes are read only when first asked for."""

    places: Mapping[str, Place]
    folder: Path = PLACES
    _shapes: "OnceByKey[str, BaseGeometry]" = field(
        init=False, repr=False, compare=False, default_factory=OnceByKey
    )

    def __getitem__(self, place: str) -> Place:
        return self.places[place]

    def __contains__(self, place: object) -> bool:
        return place in self.places

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places.values())

    def __len__(self) -> int:
        return len(self.places)

    def get(self, place: str) -> Place | None:
        """Return the place with this id, or nothing."""
        return self.places.get(place)

    def countries_of(self, place: str) -> tuple[str, ...]:
        """Return the ids of the countries that a place lies in or consists of, itself for a country."""
        known = self.places.get(place)
        if known is None:
            return ()
        parts = (self.places.get(member) for member in known.members or (known.id,))
        return tuple(dict.fromkeys(part.parent or part.id for part in parts if part))

    def regions_of(self, place: str) -> tuple[str, ...]:
        """Return the ids of the regions that hold a place, narrowest first; none for an unknown place."""
        held = set(self.countries_of(place))
        return tuple(
            region.id
            for region in self._regions
            if region.id != place and held and held <= set(region.members)
        )

    def closest(self, text: str) -> Place | None:
        """Return the place whose id or name is most like the text, in any of the four languages."""
        found = self._names.closest(text)
        return self.places[found] if found else None

    def geometry(self, place: str) -> "BaseGeometry":
        """Return a place's shape in EPSG:4326, read or computed when it is first asked for.

        A country or first-level unit is its polygon, a region the union of its members, a border zone the
        land near the shared border; a place without a shape is its label point.

        Raises
        ------
        KeyError
            When the place is unknown.

        """
        # Shapely and pyarrow take a tenth of a second, which no first page has to wait for.
        from geodata.gazetteer.shapes import shape_of

        found = self.places[place]
        return self._shapes.get(place, lambda: shape_of(found, self.places, self.folder))

    def with_places(self, extra: Iterable[Place]) -> "Gazetteer":
        """Return a gazetteer that also knows these places, such as those of a collection's `places.csv`."""
        added = {place.id: place for place in extra}
        return Gazetteer(places=MappingProxyType({**self.places, **added}), folder=self.folder)

    @cached_property
    def _regions(self) -> tuple[Place, ...]:
        regions = [place for place in self if place.kind is PlaceKind.REGION]
        return tuple(sorted(regions, key=lambda region: len(region.members)))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex((p.id, (p.id, p.name, *p.names.values(), *p.aliases)) for p in self)


def read_gazetteer(folder: Path = PLACES) -> Gazetteer:
    """Read the places that ship with the atlas: names and label points now, shapes later.

    Parameters
    ----------
    folder
        Folder with `countries.csv`, `admin1.csv`, `regions.csv`, `borders.csv` and the shapes' GeoParquet.

    """
    return Gazetteer(
        places=MappingProxyType({place.id: place for place in read_places(folder)}), folder=folder
    )
