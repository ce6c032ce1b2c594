"""Claims: one assertion, in one passage of one document, about a role, a movement, a place or the region."""

from dataclasses import dataclass
from typing import ClassVar

from geodata.model.further import Cells
from geodata.vocabulary.enums import Access, Assertion, Certainty, Precision, Role, Scope, Sense, Theme

# Joins the stops of a route in ids and links; no place id holds it.
STOP_JOIN = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A span of a document's text, in code points, and its words exactly as stored."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims have; types, sectors and groups are `("unspecified",)` where the source names none.

    Each kind knows its name, the table that it is written in, what a reader knows one and several of it by,
    and when its turn is where claims of all kinds are told.
    """

    kind: ClassVar[str] = ""
    table: ClassVar[str] = ""
    label: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    order: ClassVar[int] = 0

    id: str
    collection: str
    document: str
    types: tuple[str, ...]
    sectors: tuple[str, ...]
    settings: tuple[str, ...]
    groups: tuple[str, ...]
    assertion: Assertion
    certainty: Certainty
    access: Access
    year: int
    statement: str
    passage: Passage | None = None
    # Where the sentence stands in a cited source: its first and last words, and the address at which it
    # was read where that is not the document's; how much was read. Empty where a collection does not say.
    locator_start: str = ""
    locator_end: str = ""
    locator_url: str = ""
    reading: str = ""
    # What stands in columns that the schema declares and no field here is named after.
    further: Cells = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Return the ids of all places that the claim names, each once."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClaim(Claim):
    """A country or region acts as source, transit or destination."""

    kind: ClassVar[str] = "role"
    table: ClassVar[str] = "roles"
    label: ClassVar[str] = "Country role"
    plural: ClassVar[str] = "Country roles"
    order: ClassVar[int] = 3

    place: str
    role: Role

    @property
    def places(self) -> tuple[str, ...]:
        """Return the id of the place that has the role."""
        return (self.place,)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowClaim(Claim):
    """A movement from an origin over ordered transit stops to a destination; an empty end is not named."""

    kind: ClassVar[str] = "flow"
    table: ClassVar[str] = "flows"
    label: ClassVar[str] = "Movement"
    plural: ClassVar[str] = "Movements"
    order: ClassVar[int] = 1

    origin: str = ""
    origin_label: str = ""
    transit: tuple[str, ...] = ()
    destination: str = ""
    destination_label: str = ""
    magnitude: str = ""
    # Where both ends are one region: inside single countries of it, or between them.
    scope: str = ""

    @property
    def stops(self) -> tuple[str, ...]:
        """Return origin, transit stops and destination in order; an end that is not named is empty."""
        return (self.origin, *self.transit, self.destination)

    @property
    def route(self) -> str:
        """Return the id of the route that the movement belongs to: its stops joined by `~`.

        Movements between the countries of one region are a route of their own, which ends in `~between`.
        """
        between = (Scope.BETWEEN,) if self.scope == Scope.BETWEEN else ()
        return STOP_JOIN.join((*self.stops, *between))

    @property
    def places(self) -> tuple[str, ...]:
        """Return the ids of the stops that are named, each once."""
        return tuple(dict.fromkeys(stop for stop in self.stops if stop))


@dataclass(frozen=True, slots=True, kw_only=True)
class HotspotClaim(Claim):
    """Something concentrates at a place: never a venue, never an address."""

    kind: ClassVar[str] = "hotspot"
    table: ClassVar[str] = "hotspots"
    label: ClassVar[str] = "Hotspot"
    plural: ClassVar[str] = "Hotspots"
    order: ClassVar[int] = 2

    place: str
    place_label: str = ""
    sense: Sense
    precision: Precision

    @property
    def places(self) -> tuple[str, ...]:
        """Return the id of the place."""
        return (self.place,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextClaim(Claim):
    """A region-wide note, or a framing statement with a note why it is not drawn; the place may be empty."""

    kind: ClassVar[str] = "context"
    table: ClassVar[str] = "context"
    label: ClassVar[str] = "Region-wide note"
    plural: ClassVar[str] = "Notes"
    order: ClassVar[int] = 5

    place: str = ""
    theme: Theme
    note: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """Return the id of the region or country that the note is about, if it names one."""
        return (self.place,) if self.place else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingClaim(Claim):
    """A placement of a country in a scheme, such as a tier, in a year."""

    kind: ClassVar[str] = "ranking"
    table: ClassVar[str] = "rankings"
    label: ClassVar[str] = "Tier placement"
    plural: ClassVar[str] = "Tier placements"
    order: ClassVar[int] = 4

    place: str
    scheme: str
    value: str

    @property
    def places(self) -> tuple[str, ...]:
        """Return the id of the place that is ranked."""
        return (self.place,)


# All kinds, in the order of their tables in the data model.
CLAIM_KINDS: tuple[type[Claim], ...] = (RoleClaim, FlowClaim, HotspotClaim, ContextClaim, RankingClaim)
