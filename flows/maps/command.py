"""The command that a filter or a focus sends to the map that is already drawn."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from flows.admission import places_of
from flows.focus import Focus
from flows.maps.marks_file import Marks, marks_of
from flows.maps.state import HIDDEN, THIN_DOTS, bits, look
from flows.scales import family, hedged, width_class
from flows.scene import DRAWN_ASSERTIONS, Scene, compose
from geodata.atlas import Atlas
from geodata.evidence import Evidence
from geodata.vocabulary import FocusKind

Drawn = tuple[str, str]  # kind and id of a mark


def map_command(
    atlas: Atlas, scene: Scene, focus: Focus | None, *, hide: Iterable[str] = ()
) -> dict[str, Any]:
    """Build the command that shows ``scene`` with ``focus`` on the map of ``atlas``.

    Returns JSON-ready values: ``state`` (a character a mark in the order of the marks file),
    ``base`` (bits of the marks that the selection shows when types are left open: what the legend
    may switch on before the server answers), ``lit`` (bits of the marks at full strength; empty
    when nothing is in focus), ``focus``, ``types`` and ``hide``.
    """
    marks = marks_of(atlas)
    open_types = compose(atlas, scene.selection.without("types"))
    return {
        "state": _state(atlas, scene),
        "base": _base(atlas, open_types),
        "lit": _bits(marks, lit_marks(scene, focus, atlas)) if focus else "",
        "focus": str(focus) if focus else "",
        "types": sorted(scene.selection.types),
        "hide": sorted(hide),
    }


@lru_cache(maxsize=64)
def _state(atlas: Atlas, scene: Scene) -> str:
    marks = marks_of(atlas)
    chars = [HIDDEN] * marks.count
    for kind, ident, char in _looks(scene):
        chars[marks.order[kind][ident]] = char
    for ident, documents in documents_by_place(scene, atlas).items():
        position = marks.order["places"].get(ident)
        if position is not None:
            chars[position] = look(width_class(documents), "unspecified", hedged=False)
    return "".join(chars)


def _looks(scene: Scene) -> Iterator[tuple[str, str, str]]:
    for kind, ident, evidence in _evidence(scene):
        firm = any(claim.assertion in DRAWN_ASSERTIONS for claim in evidence.claims)
        width = width_class(evidence.strength) if firm else THIN_DOTS
        yield kind, ident, look(width, family(evidence.types), hedged=hedged(evidence))


def _evidence(scene: Scene) -> Iterator[tuple[str, str, Evidence]]:
    for route in scene.routes:
        yield "routes", route.id, route.evidence
    for hotspot in scene.hotspots:
        yield "hotspots", hotspot.id, hotspot.evidence
    for role in scene.roles:
        yield "roles", role.id, role.evidence
    for note in scene.notes:
        yield "notes", note.id, Evidence(claims=(note,))


@lru_cache(maxsize=4)
def _places_by_claim(atlas: Atlas) -> dict[str, frozenset[str]]:
    return {claim.id: places_of(claim, atlas.gazetteer) for claim in atlas.claims}


@lru_cache(maxsize=64)
def documents_by_place(scene: Scene, atlas: Atlas) -> dict[str, int]:
    """Count the distinct documents that name each place in the scene: what a country's fill shows.

    Countries are counted when a claim names them, or a unit or zone in them; not through a region.
    """
    found: dict[str, set[str]] = {}
    for claim in scene.claims:
        for ident in _places_by_claim(atlas)[claim.id]:
            found.setdefault(ident, set()).add(claim.document)
    return {ident: len(documents) for ident, documents in found.items()}


def _shown(scene: Scene, atlas: Atlas) -> Iterator[Drawn]:
    yield from ((kind, ident) for kind, ident, _ in _evidence(scene))
    for ident in documents_by_place(scene, atlas):
        if ident in marks_of(atlas).order["places"]:
            yield "places", ident


@lru_cache(maxsize=64)
def _base(atlas: Atlas, scene: Scene) -> str:
    return _bits(marks_of(atlas), _shown(scene, atlas))


def _bits(marks: Marks, shown: Iterable[Drawn]) -> str:
    return bits((marks.order[kind][ident] for kind, ident in shown), marks.count)


def lit_marks(scene: Scene, focus: Focus, atlas: Atlas) -> Iterator[Drawn]:
    """Yield the marks that belong to a focus: those about its place, or those of its claims."""
    for kind, ident, evidence in _evidence(scene):
        if focus.kind in {FocusKind.COUNTRY, FocusKind.REGION}:
            own = any(focus.id in _places_by_claim(atlas)[claim.id] for claim in evidence.claims)
        elif focus.kind is FocusKind.CLAIM:
            own = any(claim.id == focus.id for claim in evidence.claims)
        else:
            own = (kind, ident) == (f"{focus.kind}s", focus.id)
        if own:
            yield kind, ident
    if focus.kind is FocusKind.ROUTE:
        stops = focus.id.split("~")
        yield from (("roles", role.id) for role in scene.roles if role.place in stops)
