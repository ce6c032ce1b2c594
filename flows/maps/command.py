"""The command that a filter or a focus sends to the map that is already drawn."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from flows.maps.mark_positions import positions_in
from flows.maps.marks_file import Marks, marks_of
from flows.maps.named_places import documents_by_place, places_by_claim
from flows.maps.state import HIDDEN, THIN_DOTS, bits, look
from flows.maps.tiers import tier_command
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scales import family, hedged, width_class
from flows.scene.scene import DRAWN_ASSERTIONS, Scene, compose, index_of
from geodata.model.atlas import Atlas
from geodata.model.claims import ContextClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import FocusKind

# Routes drawn unless the reader asks for more: those that two documents name, about, and what the
# eye can follow (see the research in the notes on flow maps: 72 flows were already too many).
TOP_ROUTES = 50


class _Mark(NamedTuple):  # made by the thousand for each command
    kind: str
    id: str
    evidence: Evidence
    faint: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id


def map_command(
    atlas: Atlas,
    scene: Scene,
    focus: Focus | None,
    *,
    hide: Iterable[str] = (),
    top: int | None = None,
    tiers: int | None = None,
) -> dict[str, Any]:
    """Build the command that shows ``scene`` with ``focus`` on the map of ``atlas``.

    ``top`` is the number of routes to draw, best documented first; routes of the focus are drawn
    beside them. ``tiers`` is the year of the layer of tiers. Returns JSON-ready values: ``state`` (a
    character a mark in the order of the marks file), ``base`` (bits of the marks that the selection
    shows when types are left open: what the legend may switch on before the server answers),
    ``lit`` (bits of the marks at full strength; empty when nothing is in focus), ``focus``,
    ``types``, ``hide``, ``whole`` (where every route is drawn, the bits of the marks that
    the selection shows when sectors are left open), and with tiers those of `tier_command`.
    """
    most = top or TOP_ROUTES
    asked_dots = bool(scene.selection.assertion)
    whole = most >= len(marks_of(atlas).order["routes"])
    return {
        "state": _state(atlas, scene, focus, most),
        "base": _base(atlas, scene.selection.without("types"), most),
        "lit": _lit(atlas, scene, focus) if focus else "",
        "focus": str(focus) if focus else "",
        "types": sorted(scene.selection.types),
        "hide": sorted(set(hide) - {"dots"} if asked_dots else hide),
        "whole": _base(atlas, scene.selection.without("sectors"), most) if whole else "",
        **tier_command(atlas, scene, tiers),
    }


def routes_drawn(scene: Scene, focus: Focus | None, atlas: Atlas, *, top: int | None = None) -> int:
    """Count the routes that the map draws of a scene: the best documented ones and those in focus."""
    return sum(
        mark.kind == "routes" and not mark.faint for mark in _drawn(atlas, scene, focus, top or TOP_ROUTES)
    )


@lru_cache(maxsize=64)
def _drawn(atlas: Atlas, scene: Scene, focus: Focus | None, most: int) -> tuple[_Mark, ...]:
    keep = {route.id for route in scene.routes[:most]}
    if focus:
        keep |= {mark.id for mark in _related(atlas, scene, focus) if mark.kind == "routes"}
    return tuple(mark for mark in _marks(scene) if mark.kind != "routes" or mark.faint or mark.id in keep)


@lru_cache(maxsize=64)
def _state(atlas: Atlas, scene: Scene, focus: Focus | None, most: int) -> str:
    marks = marks_of(atlas)
    chars = [HIDDEN] * marks.count
    for mark in _drawn(atlas, scene, focus, most):
        chars[marks.order[mark.kind][mark.id]] = _look_of(mark.evidence, mark.faint)
    for ident, documents in documents_by_place(scene, atlas).items():
        position = marks.order["places"].get(ident)
        if position is not None:
            chars[position] = look(width_class(documents), "unspecified", hedged=False)
    return "".join(chars)


@lru_cache(maxsize=65536)
def _look_of(evidence: Evidence, faint: bool) -> str:  # noqa: FBT001 — a name would double the time of a call
    width = THIN_DOTS if faint else width_class(evidence.strength)
    types = (slug for claim in evidence.claims for slug in claim.types)
    return look(width, family(types), hedged=hedged(evidence))


def _marks(scene: Scene) -> Iterator[_Mark]:
    asked = bool(scene.selection.assertion)  # else every route and hotspot of a scene is firm
    for route in scene.routes:
        faint = asked and not _firm(route.evidence)
        yield _Mark("routes", route.id, route.evidence, faint)
    for route in scene.unconfirmed_routes:
        yield _Mark(kind="routes", id=route.id, evidence=route.evidence, faint=True)
    for hotspot in scene.hotspots:
        faint = asked and not _firm(hotspot.evidence)
        yield _Mark("hotspots", hotspot.id, hotspot.evidence, faint)
    for hotspot in scene.unconfirmed_hotspots:
        yield _Mark(kind="hotspots", id=hotspot.id, evidence=hotspot.evidence, faint=True)
    for role in scene.roles:
        yield _Mark(kind="roles", id=role.id, evidence=role.evidence)
    for note in scene.notes:
        yield _Mark(kind="notes", id=note.id, evidence=_evidence_of(note))


@lru_cache(maxsize=4096)
def _evidence_of(note: ContextClaim) -> Evidence:
    return Evidence(claims=(note,))


def _firm(evidence: Evidence) -> bool:
    return any(claim.assertion in DRAWN_ASSERTIONS for claim in evidence.claims)


@lru_cache(maxsize=64)
def _base(atlas: Atlas, selection: Selection, most: int) -> str:
    marks = marks_of(atlas)
    if most >= len(marks.order["routes"]) and not selection.assertion:  # each admitted claim shows its mark
        admitted = index_of(atlas).admitted(selection)
        return bits(positions_in(atlas, admitted), marks.count)
    scene = compose(atlas, selection)
    shown = [mark.key for mark in _drawn(atlas, scene, None, most)]
    named = [("places", ident) for ident in documents_by_place(scene, atlas)]
    return _bits(marks, [*shown, *(key for key in named if key[1] in marks.order["places"])])


@lru_cache(maxsize=64)
def _lit(atlas: Atlas, scene: Scene, focus: Focus) -> str:
    stops = focus.id.split("~") if focus.kind is FocusKind.ROUTE else ()
    ends = [("roles", role.id) for role in scene.roles if role.place in stops]
    return _bits(marks_of(atlas), [*(mark.key for mark in _related(atlas, scene, focus)), *ends])


def _bits(marks: Marks, shown: Iterable[tuple[str, str]]) -> str:
    return bits((marks.order[kind][ident] for kind, ident in shown), marks.count)


def _related(atlas: Atlas, scene: Scene, focus: Focus) -> Iterator[_Mark]:
    """Yield the marks that belong to a focus: those about its place, or those of its claims."""
    for mark in _marks(scene):
        if focus.kind in {FocusKind.COUNTRY, FocusKind.REGION}:
            own = any(focus.id in places_by_claim(atlas)[claim.id] for claim in mark.evidence.claims)
        elif focus.kind is FocusKind.CLAIM:
            own = any(claim.id == focus.id for claim in mark.evidence.claims)
        else:
            own = mark.key == (f"{focus.kind}s", focus.id)
        if own:
            yield mark
