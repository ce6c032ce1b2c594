"""What the map draws of a scene: the twin of `assets/web/map/scene.js`, held to it by a shared test.

The map decides this by itself, in the frame of a press; here the sentence beside it counts the same marks,
and pictures made without a browser draw them.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from flows.query.claim_places import places_by_claim
from flows.query.focus import Focus
from flows.scene.forms import Stripe, stripes_of
from flows.scene.routes import Route
from flows.scene.scales import hedged, width_class
from flows.scene.scene import Scene
from flows.scene.telling import told_as, unconfirmed
from geodata.model.atlas import Atlas
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import FocusKind

# Routes drawn unless the reader asks for more: those that two documents name, about, and what the
# eye can follow (see the research in the notes on flow maps: 72 flows were already too many).
TOP_ROUTES = 50
# The width class of claims that are drawn only on request (alleged, at risk, onward migration).
THIN_DOTS = 3
# What is looked at itself, or is about the place that is, is drawn even where thin dots are off.
_REVEALING = frozenset(FocusKind) - {FocusKind.NOTE, FocusKind.THEME}
# The kinds of marks that tell their forms.
_OF_FORMS = frozenset({"routes", "hotspots"})

Kind = Literal["routes", "hotspots", "roles", "notes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMark:
    """Hold how one mark is drawn.

    ``width`` is a width class of `flows.scene.scales` or ``THIN_DOTS``; ``stripes`` are the forms of a route
    or hotspot in the order of the legend, of those that are asked for; ``hedged`` draws dashes;
    ``unconfirmed`` marks rest only on what is alleged, at risk or onward migration, and ``told`` names the
    strongest of these; ``highlighted`` is false for what a focus dims.
    """

    id: str
    width: int
    hedged: bool
    unconfirmed: bool
    told: str
    highlighted: bool
    stripes: tuple[Stripe, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the forms of its stripes."""
        return tuple(stripe.form for stripe in self.stripes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Hold the marks that are drawn, by kind; routes in the order of their rank, unconfirmed ones last."""

    routes: tuple[DrawnMark, ...]
    hotspots: tuple[DrawnMark, ...]
    roles: tuple[DrawnMark, ...]
    notes: tuple[DrawnMark, ...]


class _Mark(NamedTuple):
    kind: Kind
    id: str
    evidence: Evidence
    place: str = ""


def drawing(
    atlas: Atlas, scene: Scene, focus: Focus | None, *, hide: Iterable[str] = (), top: int | None = None
) -> Drawing:
    """Decide what the map draws of ``scene`` with ``focus``.

    ``hide`` names layers that are switched off; ``top`` is the number of routes to draw, best documented
    first (those of the focus are drawn beside them).
    """
    focus = _dimming(focus)
    about = _About(focus, atlas)
    hidden = set(hide)
    if scene.selection.assertion:  # what was asked for by name is not hidden
        hidden.discard("dots")
    reveals = focus is not None and focus.kind in _REVEALING

    def seen(marks: Iterable[_Mark]) -> tuple[DrawnMark, ...]:
        drawn = (_drawn(mark, scene, highlighted=about(mark)) for mark in marks)
        if "dots" not in hidden:
            return tuple(drawn)
        return tuple(mark for mark in drawn if not mark.unconfirmed or (reveals and mark.highlighted))

    hotspots = (*scene.hotspots, *scene.unconfirmed_hotspots)
    roles = (r for r in (*scene.roles, *scene.unconfirmed_roles) if r.role not in hidden)
    notes = () if "notes" in hidden else scene.notes
    return Drawing(
        routes=() if "routes" in hidden else seen(_routes(scene, about, focus, top or TOP_ROUTES)),
        hotspots=() if "hotspots" in hidden else seen(_Mark("hotspots", h.id, h.evidence) for h in hotspots),
        roles=seen(_Mark("roles", role.id, role.evidence, role.place) for role in roles),
        notes=seen(_Mark("notes", note.id, Evidence(claims=(note,))) for note in notes),
    )


def routes_drawn(atlas: Atlas, scene: Scene, focus: Focus | None, *, top: int | None = None) -> int:
    """Count the routes that the map draws of a scene: the best documented ones and those in focus."""
    focus = _dimming(focus)
    about = _About(focus, atlas)
    marks = _routes(scene, about, focus, top or TOP_ROUTES, rest=())
    return sum(not unconfirmed(mark.evidence.claims) for mark in marks)


def _dimming(focus: Focus | None) -> Focus | None:
    """Return the focus that the map dims all else for: a finding is about the whole of it."""
    return None if focus is not None and focus.kind is FocusKind.FINDING else focus


def _routes(
    scene: Scene, about: "_About", focus: Focus | None, most: int, rest: Iterable[Route] | None = None
) -> Iterable[_Mark]:
    for number, route in enumerate(scene.routes):
        mark = _Mark("routes", route.id, route.evidence)
        if number < most or (focus and about(mark)) or unconfirmed(route.evidence.claims):
            yield mark
    for route in scene.unconfirmed_routes if rest is None else rest:
        yield _Mark("routes", route.id, route.evidence)


def _drawn(mark: _Mark, scene: Scene, *, highlighted: bool) -> DrawnMark:
    evidence = mark.evidence
    # A note is told in its own words: it is no thing that is drawn as happening.
    told = "" if mark.kind == "notes" else told_as(evidence.claims)
    return DrawnMark(
        id=mark.id,
        width=THIN_DOTS if told else width_class(evidence.strength),
        stripes=stripes_of(evidence.claims, scene.selection.types) if mark.kind in _OF_FORMS else (),
        hedged=hedged(evidence),
        unconfirmed=bool(told),
        told=told,
        highlighted=highlighted,
    )


class _About:
    """Tell whether a mark belongs to a focus: one about its place, of its theme or claim, or itself."""

    def __init__(self, focus: Focus | None, atlas: Atlas) -> None:
        self._focus = focus
        self._atlas = atlas
        is_route = focus is not None and focus.kind is FocusKind.ROUTE
        self._stops: Container[str] = focus.id.split("~") if focus and is_route else ()

    def __call__(self, mark: _Mark) -> bool:
        focus = self._focus
        if focus is None:
            return True
        if focus.kind in {FocusKind.COUNTRY, FocusKind.REGION}:
            places = places_by_claim(self._atlas)
            return any(focus.id in places[claim.id] for claim in mark.evidence.claims)
        if focus.kind is FocusKind.THEME:
            return any(getattr(claim, "theme", "") == focus.id for claim in mark.evidence.claims)
        if focus.kind is FocusKind.CLAIM:
            return any(claim.id == focus.id for claim in mark.evidence.claims)
        return (mark.kind, mark.id) == (f"{focus.kind}s", focus.id) or (
            mark.kind == "roles" and mark.place in self._stops
        )


def documents_by_place(atlas: Atlas, scene: Scene) -> dict[str, int]:
    """Count the distinct documents that name each place in the scene: what a country's fill shows.

    Countries are counted when a claim names them; not through a region that holds them.
    """
    named: dict[str, set[str]] = {}
    places = places_by_claim(atlas)
    for claim in scene.claims:
        for place in places[claim.id]:
            named.setdefault(place, set()).add(claim.document)
    return {place: len(documents) for place, documents in named.items()}
