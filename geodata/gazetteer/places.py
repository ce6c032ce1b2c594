"""The gazetteer: every place a claim can name, with its names, its label point and, when asked, its shape."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from geodata.name_index import NameIndex
from geodata.vocabulary.enums import PlaceKind

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

PLACES = Path(__file__).parents[1] / "places"
BORDER_RULE = "border:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, territory, first-level unit, region, border zone or named area.

    `lon` and `lat` are its label point in degrees (EPSG:4326); `extent` is the larger side of its main part's
    box in degrees, 0 where that means nothing; `names` holds `en`, `es`, `pt` and `fr`, `aliases` other
    names that a search should find; `parent` is the country of a first-level unit, `members` are the
    countries of a region or of a border zone, or the units of an area; `neighbours` are the countries that
    share a border on land. A place `at_point` has no shape: it lies at `lon`, `lat`, in or off its members.
    """

    id: str
    name: str
    kind: PlaceKind
    lon: float
    lat: float
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    parent: str = ""
    members: tuple[str, ...] = ()
    americas: bool = False
    note: str = ""
    rule: str = ""
    aliases: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    extent: float = 0.0
    at_point: bool = False


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """All known places by id; an immutable whole whose shapes are read only when first asked for."""

    places: Mapping[str, Place]
    folder: Path = PLACES

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

    def regions_of(self, place: str) -> tuple[str, ...]:
        """Return the ids of the regions that hold a place, narrowest first; none for an unknown place."""
        held = self._countries_of(place)
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
        from geodata.gazetteer.place_shapes import shape_of

        return shape_of(self, self.places[place])

    def frame(self) -> "gpd.GeoDataFrame":
        """Return all places in order: `id`, `name`, `kind`, `parent` and `geometry` (EPSG:4326)."""
        from geodata.gazetteer.place_shapes import places_frame

        return places_frame(self)

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

    def _countries_of(self, place: str) -> frozenset[str]:
        known = self.places.get(place)
        if known is None:
            return frozenset()
        held = (self.places.get(member) for member in known.members or (known.id,))
        return frozenset(place.parent or place.id for place in held if place)


def read_gazetteer(folder: Path = PLACES) -> Gazetteer:
    """Read the places that ship with the atlas: names and label points now, shapes later.

    Parameters
    ----------
    folder
        Folder with `countries.csv`, `admin1.csv`, `regions.csv`, `borders.csv` and the shapes' GeoParquet.

    """
    from geodata.gazetteer.place_tables import read_places

    return Gazetteer(
        places=MappingProxyType({place.id: place for place in read_places(folder)}), folder=folder
    )


def neighbours_of(rule: str) -> tuple[str, str]:
    """Return the two countries that a rule such as `border:MEX-USA` names.

    Raises
    ------
    ValueError
        When the rule has another form.

    """
    first, dash, second = rule.removeprefix(BORDER_RULE).partition("-")
    if not rule.startswith(BORDER_RULE) or not (first and dash and second):
        raise ValueError(
            f'rule "{rule}" is not understood. Write border: and two alpha-3 codes: border:MEX-USA.'
        )
    return first, second
