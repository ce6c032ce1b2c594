"""The words of a picture of the map for a slide: title, what is asked, caveat, sources and day."""

from collections import Counter

from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.narrative.citations import span
from flows.narrative.description import headline
from flows.narrative.story import story_of
from flows.query.links import Request
from flows.scene.drawn import routes_drawn
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


def slide_words(atlas: Atlas, scene: Scene, request: Request, stamp: Stamp) -> dict[str, str | list[str]]:
    """Return what a picture of the present map says beside the map, as its painter asks for it."""
    focus = request.focus
    story = story_of(focus, scene, atlas) if focus else None
    looked_at = story if story and story.own else None
    drawn = routes_drawn(atlas, scene, focus, top=request.top)
    dots = "dots" not in request.hide or bool(request.selection.assertion)
    counts = Counter(claim.document for claim in (looked_at.own if looked_at else scene.claims))
    documents = [atlas.documents[ident] for ident, _claims in counts.most_common()]
    return {
        "title": looked_at.title if looked_at else _("Trafficking flows of the Western Hemisphere"),
        "said": headline(scene, focus, atlas, drawn=drawn, dots=dots),
        "caveat": stamp.caveat,
        "made": _("Trafficking flows atlas, version {version}, {date}.").format(
            version=stamp.version, date=stamp.date
        ),
        "heading": _("Sources, {years}").format(years=span(found.year for found in documents))
        if documents
        else _("Sources"),
        "sources": [f"{document.title}, {document.year}" for document in documents],
        "more": _("Further documents: {n}"),
    }
