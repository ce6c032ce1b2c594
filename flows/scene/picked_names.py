"""The words by which a filter that is picked from a list names its values, on the page and in the map."""

from collections import Counter
from collections.abc import Iterable

from flows.scene.names import place_name
from geodata.model.atlas import Atlas

# Filters whose values are picked from a list by their words.
PICKED_FACETS = ("documents", "places")


def picked_names(facet: str, atlas: Atlas, values: Iterable[str]) -> dict[str, str]:
    """Return the words for each of the values that has any, in the order in which they are listed.

    Where several have the same words the id follows: a widget knows its entries by their words alone.
    """
    if facet == "documents":
        documents = (atlas.documents[ident] for ident in values if ident in atlas.documents)
        names = {document.id: f"{document.title}, {document.year}" for document in documents}
    else:
        places = (atlas.gazetteer[ident] for ident in values if ident in atlas.gazetteer)
        names = dict(sorted(((p.id, place_name(p)) for p in places), key=lambda named: named[1]))
    often = Counter(names.values())
    return {ident: f"{name} [{ident}]" if often[name] > 1 else name for ident, name in names.items()}
