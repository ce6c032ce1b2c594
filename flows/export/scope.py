"""What is handed out of a scene: all of it or what is in focus, with its documents and collections."""

from flows.narrative.story import story_of
from flows.query.focus import Focus
from flows.scene.scene import Scene, narrowed
from geodata.model.atlas import Atlas, Collection
from geodata.model.documents import Document


def in_focus(atlas: Atlas, scene: Scene, focus: Focus) -> Scene:
    """Return what a scene shows of the place or mark in focus, without what is said of regions around it."""
    return narrowed(scene, story_of(focus, scene, atlas).own)


def documents_in(atlas: Atlas, scene: Scene) -> tuple[Document, ...]:
    """Return the documents of a scene's claims; where nothing is filtered, those without a claim too."""
    named = set(atlas.documents) if _everything(atlas, scene) else set(scene.documents)
    return tuple(document for document in atlas.documents.values() if document.id in named)


def collections_in(atlas: Atlas, scene: Scene) -> tuple[Collection, ...]:
    """Return the collections of a scene's claims, or of its filter where no claim is left."""
    named = {claim.collection for claim in scene.claims} or scene.selection.collections
    if not named or _everything(atlas, scene):
        return tuple(atlas.collections.values())
    return tuple(collection for name, collection in atlas.collections.items() if name in named)


def _everything(atlas: Atlas, scene: Scene) -> bool:
    return not scene.selection.active() and len(scene.claims) == len(atlas.claims)
