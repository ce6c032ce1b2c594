"""The list of the sources as text: to read, to print, and to paste into a report."""

from flows.export.scope import documents_in
from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.narrative.citations import document_citation
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


def references_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the sources of a scene as UTF-8 text: a paragraph each, by author, and the stamp below them."""
    cited = sorted(
        (f"{document_citation(document)} {document.url}".strip() for document in documents_in(atlas, scene)),
        key=str.casefold,
    )
    paragraphs = [_("Sources"), *(" ".join(line.split()) for line in cited), stamp.line()]
    return "\n\n".join([*paragraphs, ""]).encode()
