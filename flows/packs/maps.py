"""The maps of a pack: what each shows, and the words that stand for it where it is not seen."""

from collections.abc import Iterator

from flows.narrative.description import describe, headline
from flows.narrative.sentences import route_sentence
from flows.packs.parts import PackMap
from flows.query.links import Request
from flows.scene.drawn import drawing, routes_drawn
from flows.scene.scene import Scene
from geodata.model.stories import Bounds

# Routes that an alternative text tells: listening to more tires.
_ROUTES_TOLD = 5


def map_of_story(scene: Scene, request: Request, asked: str, contents: str) -> PackMap:
    """Return the map of all that a story cites: no filter selects that, so its words are given."""
    shown = f"{asked[:1].upper()}{asked[1:]}. {contents}"
    return PackMap(
        scene=scene,
        request=request,
        asked=asked,
        shown=shown,
        alternative=" ".join((shown, *_first_routes(scene, request))),
    )


def map_of(scene: Scene, request: Request, bounds: Bounds | None = None) -> PackMap:
    """Return the map of a request with its words; ``scene`` is what it selects."""
    drawn = routes_drawn(scene.atlas, scene, request.focus, top=request.top)
    dots = "dots" not in request.hide or bool(scene.selection.assertion)
    shown = headline(scene, request.focus, scene.atlas, drawn=drawn, dots=dots)
    return PackMap(
        scene=scene,
        request=request,
        asked=describe(scene.selection, scene.atlas),
        shown=shown,
        alternative=" ".join((shown, *_first_routes(scene, request))),
        bounds=bounds,
    )


def _first_routes(scene: Scene, request: Request) -> Iterator[str]:
    """Yield a sentence for each of the best documented routes that the map draws at full strength."""
    drawn = drawing(scene.atlas, scene, request.focus, hide=request.hide, top=request.top)
    known = {route.id: route for route in (*scene.routes, *scene.unconfirmed_routes)}
    seen = [mark.id for mark in drawn.routes if mark.highlighted]
    return (route_sentence(known[ident], scene.atlas.gazetteer) for ident in seen[:_ROUTES_TOLD])
