"""All places that a selection names, by how much is said of each: what the page of places opens with."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.narrative.citations import span
from flows.query.claim_places import places_by_claim
from flows.scene.drawn import documents_by_place
from flows.scene.names import label, place_name
from flows.scene.scene import Scene
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import PlaceKind, Role

_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
# As the map draws them near.
SIGNS = {Role.SOURCE: "▲", Role.TRANSIT: "◆", Role.DESTINATION: "■"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """What is said of one place, in numbers: documents, and the marks that are drawn there.

    ``share`` is its number of documents as a share of the largest.
    """

    id: str
    name: str
    documents: int
    share: float
    roles: tuple[str, ...]
    signs: str
    out: int
    into: int
    inside: int
    hotspots: int
    years: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceIndex:
    """The places of a selection, those that most documents name first.

    ``countries`` are those of the hemisphere, ``elsewhere`` all others; ``left_out`` are countries of the
    hemisphere that only other claims name, ``silent`` those that no document names, as pairs of id and name.
    """

    countries: tuple[PlaceRow, ...]
    regions: tuple[PlaceRow, ...]
    elsewhere: tuple[PlaceRow, ...]
    left_out: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, str], ...]


def place_index(scene: Scene, atlas: Atlas) -> PlaceIndex:
    """List every country, territory and region that claims of a scene name, and the silent ones."""
    places = atlas.gazetteer
    counted = _Counted(scene, atlas)
    named = [places[ident] for ident in counted.documents]
    rows = {place: counted.row(place) for place in named if place.kind in {*_COUNTRIES, PlaceKind.REGION}}
    ever = frozenset().union(*places_by_claim(atlas).values())
    ours = [place for place in places if place.americas and place.kind in _COUNTRIES]
    return PlaceIndex(
        countries=_ranked(row for place, row in rows.items() if place in ours),
        regions=_ranked(row for place, row in rows.items() if place.kind is PlaceKind.REGION),
        elsewhere=_ranked(r for p, r in rows.items() if p.kind in _COUNTRIES and not p.americas),
        left_out=_names(place for place in ours if place.id in ever and place not in rows),
        silent=_names(place for place in ours if place.id not in ever),
    )


class _Counted:
    """Count the marks of a scene by place."""

    def __init__(self, scene: Scene, atlas: Atlas) -> None:
        self.documents: Mapping[str, int] = documents_by_place(atlas, scene)
        self._roles: dict[str, list[Role]] = {}
        for role in scene.roles:
            self._roles.setdefault(role.place, []).append(role.role)
        abroad = [route for route in scene.routes if route.stops[0] != route.stops[-1]]
        self._out = Counter(route.stops[0] for route in abroad)
        self._into = Counter(route.stops[-1] for route in abroad)
        self._inside = Counter(route.stops[0] for route in scene.routes if route.internal)
        about = places_by_claim(atlas)
        self._hotspots = Counter(
            place
            for hotspot in scene.hotspots
            for place in frozenset().union(*(about[claim.id] for claim in hotspot.evidence.claims))
        )
        self._years: dict[str, set[int]] = {}
        for claim in scene.claims:
            for place in about[claim.id]:
                self._years.setdefault(place, set()).add(claim.year)

    def row(self, place: Place) -> PlaceRow:
        """Return the numbers of one place."""
        roles = self._roles.get(place.id, [])
        return PlaceRow(
            id=place.id,
            name=place_name(place),
            documents=self.documents[place.id],
            share=round(self.documents[place.id] / max(self.documents.values()), 3),
            roles=tuple(label("roles", role) for role in roles),
            signs=" ".join(SIGNS[role] for role in roles),
            out=self._out[place.id],
            into=self._into[place.id],
            inside=self._inside[place.id],
            hotspots=self._hotspots[place.id],
            years=span(self._years[place.id]),
        )


def _ranked(rows: Iterable[PlaceRow]) -> tuple[PlaceRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.documents, row.name)))


def _names(places: Iterable[Place]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(((place.id, place_name(place)) for place in places), key=lambda named: named[1]))
