"""Small maps side by side: one hemisphere, and in each map one part of a selection.

All maps have the same window and share the land; their marks are drawn as `flows.maps.mini` does, of the
same scene, with the stripes and rings of the large map. They are not that map itself: a frame of it for each
form took 1.2 to 1.6 s until all were painted and 23 MB of the page's memory, where these take 0.2 to 0.35 s
from the press, the server's run among them (two busy cores, headless Chromium).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, get_args

from flows.geometry.curves import to_plane
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.mini import mark_shapes
from flows.maps.mini_stripes import Shape
from flows.maps.mini_window import Window, land_paths, window_around
from flows.narrative.claim_focus import place_focus
from flows.scene.forms import FORMS, form_of
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, joined, label, label_in_text, place_name, route_name, tagged
from flows.scene.roles import CountryRole, roles_from
from flows.scene.routes import Route, routes_from
from flows.scene.scene import Scene, drawn_claims
from flows.templates import NOTHING, Html, render
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Role

# What the maps are told apart by.
By = Literal["forms", "roles", "ends"]
WAYS: tuple[By, ...] = get_args(By)
# What each map shows, as the first view of the large one: longitude and latitude of two corners.
CORNERS = ((-124.0, -54.0), (-18.0, 51.0))
# Pixels of a map.
_WIDTH, _HEIGHT = 240, 270
# Maps of destinations, the best documented first, and routes on a map: more are no small map.
_MOST_MAPS, _MOST_ROUTES = 12, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a selection: what its map is called and opens (a choice or a focus), and its claims."""

    title: str
    claims: Sequence[Claim]
    chosen: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """The shapes of a mark: its id is the same in every map, ``focus`` is what a press on it opens."""

    id: str
    name: str
    focus: str
    shapes: list[Shape]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Map:
    """A small map: its title, what a press on it opens, how much it shows, and its marks."""

    title: str
    chosen: str
    focus: str
    said: str
    marks: list[_Mark]


def small_maps(scene: Scene, by: By) -> Html:
    """Draw the parts of a selection on small maps; "" where no claim of it can be drawn.

    Only what is said to happen is drawn, unless the selection asks for more by name.
    """
    places = scene.atlas.gazetteer
    parts = list(_PARTS[by](scene, drawn_claims(scene.claims, scene.selection)))
    if not parts:
        return NOTHING
    window = _hemisphere()
    named = {place for part in parts for claim in part.claims for place in claim.places}
    own, other = land_paths(window, named)
    maps = [_map(part, places, window) for part in parts]
    return render("multiples", width=_WIDTH, height=_HEIGHT, own_land=own, other_land=other, maps=maps)


def _hemisphere() -> Window:
    return window_around([to_plane(*corner) for corner in CORNERS], _WIDTH, _HEIGHT)


def _map(part: _Part, places: Gazetteer, window: Window) -> _Map:
    every = routes_from(part.claims)
    routes, rest = every[:_MOST_ROUTES], every[_MOST_ROUTES:]
    shapes = mark_shapes(part.claims, routes, places, window)
    named = _named(part.claims, routes, places)
    return _Map(
        title=part.title,
        chosen=part.chosen,
        focus=part.focus,
        said=_said(len(part.claims), sum(len(route.evidence.claims) for route in rest)),
        marks=[
            _Mark(id=mark, name=named[mark][0], focus=named[mark][1], shapes=list(of))
            for mark, of in groupby(shapes, key=lambda shape: shape.mark)
        ],
    )


def _named(claims: Sequence[Claim], routes: Iterable[Route], places: Gazetteer) -> dict[str, tuple[str, str]]:
    """Return, by mark, its name with its documents, and the ``kind:id`` under which the map looks at it."""
    found = {f"route:{route.id}": (route_name(route, places), route.evidence) for route in routes}
    for hotspot in hotspots_from(claims):
        found[f"hotspot:{hotspot.id}"] = hotspot_name(hotspot, places), hotspot.evidence
    for place, roles in groupby(sorted(roles_from(claims), key=_place_of), key=_place_of):
        held = list(roles)
        behind = Evidence(claims=tuple(claim for role in held for claim in role.evidence.claims))
        told = joined([label_in_text("roles", role.role) for role in held])
        found[f"place:{place}"] = f"{place_name(places[place])}, {told}", behind
    return {mark: (_with_documents(*said), _focus_of(mark, places)) for mark, said in found.items()}


def _place_of(role: CountryRole) -> str:
    return role.place


def _focus_of(mark: str, places: Gazetteer) -> str:
    kind, _colon, ident = mark.partition(":")
    return place_focus(ident, places) if kind == "place" else mark


def _with_documents(name: str, evidence: Evidence) -> str:
    documents = translate_count("{n} document", "{n} documents", evidence.strength)
    return f"{tagged(name, evidence.claims)}: {documents}"


def _said(claims: int, left_out: int) -> str:
    if not left_out:
        return translate_count("{n} claim drawn", "{n} claims drawn", claims)
    said = _("{drawn} of {claims} claims drawn: the best documented routes")
    return said.format(drawn=claims - left_out, claims=claims)


def _by_form(_scene: Scene, claims: Sequence[Claim]) -> Iterator[_Part]:
    """Yield a part for each form that claims name; each claim with that form alone, to be drawn in it."""
    for form in FORMS:
        own = [_as_form(claim, form) for claim in claims if _placed(claim)]
        found = [claim for claim in own if claim.types]
        if found:
            yield _Part(title=label("types", form), claims=found, chosen=f"types={form}")


def _as_form(claim: Claim, form: str) -> Claim:
    return replace(claim, types=tuple(slug for slug in claim.types if form_of(slug) == form))


def _by_role(_scene: Scene, claims: Sequence[Claim]) -> Iterator[_Part]:
    for role in Role:
        found = [claim for claim in claims if isinstance(claim, RoleClaim) and claim.role is role]
        if found:
            yield _Part(title=label("roles", role), claims=found, chosen=f"roles={role}")


def _by_destination(scene: Scene, claims: Sequence[Claim]) -> Iterator[_Part]:
    """Yield a part for each of the best documented destinations: where the routes to it begin."""
    places = scene.atlas.gazetteer
    arriving: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim, FlowClaim) and claim.destination and claim.destination != claim.origin:
            arriving.setdefault(claim.destination, []).append(claim)
    best = sorted(arriving.items(), key=lambda item: (-_documents(item[1]), -len(item[1]), item[0]))
    for ident, found in best[:_MOST_MAPS]:
        yield _Part(title=place_name(places[ident]), claims=found, focus=place_focus(ident, places))


def _documents(claims: Iterable[Claim]) -> int:
    return len({claim.document for claim in claims})


def _placed(claim: Claim) -> bool:
    return claim.kind in {"flow", "hotspot", "role"}


_PARTS: dict[By, Callable[[Scene, Sequence[Claim]], Iterator[_Part]]] = {
    "forms": _by_form,
    "roles": _by_role,
    "ends": _by_destination,
}
