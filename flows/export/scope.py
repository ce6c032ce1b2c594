"""What goes along with the claims of a scene: their documents and their collections."""

from flows.scene.scene import Scene
from geodata.model.atlas import Atlas, Collection
from geodata.model.documents import Document


def documents_in(atlas: Atlas, scene: Scene) -> tuple[Document, ...]:
    """Return the documents of a scene's claims; where nothing is filtered, those without a claim too."""
    named = set(scene.documents) if scene.selection.active() else set(atlas.documents)
    return tuple(document for document in atlas.documents.values() if document.id in named)


def collections_in(atlas: Atlas, scene: Scene) -> tuple[Collection, ...]:
    """Return the collections of a scene's claims, or of its filter where no claim is left."""
    named = {claim.collection for claim in scene.claims} or scene.selection.collections
    if not named or not scene.selection.active():
        return tuple(atlas.collections.values())
    return tuple(collection for name, collection in atlas.collections.items() if name in named)
