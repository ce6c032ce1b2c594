"""The list of the sources as text: to read, to print, and to paste into a report."""

from flows.export.scope import documents_in
from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.narrative.citations import source_list
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


def references_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the sources of a scene as UTF-8 text: a paragraph each, by author, and the stamp below them."""
    paragraphs = [_("Sources"), *source_list(documents_in(atlas, scene)), stamp.line()]
    return "\n\n".join([*paragraphs, ""]).encode()
