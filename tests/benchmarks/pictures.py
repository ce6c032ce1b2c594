"""What the map has to show after a press, as Python says: every mark, in the order of its rank."""

from flows.query.links import Request
from flows.scene.drawn import drawing
from flows.scene.scene import compose
from geodata.model.atlas import Atlas


def picture(atlas: Atlas, request: Request) -> str:
    """Write the marks of a request as `clock.js` reads them off the map."""
    scene = compose(atlas, request.selection)
    drawn = drawing(atlas, scene, request.focus, hide=request.hide, top=request.top)
    return "|".join(
        ",".join(mark.id for mark in marks) for marks in (drawn.routes, drawn.hotspots, drawn.roles)
    )
