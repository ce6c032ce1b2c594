"""What a link can ask for: the values that the facets of an atlas know."""

from collections.abc import Callable, Container

from flows.query.selection import WORDS
from flows.query.word_search import canonical
from flows.scene.scene import index_of
from flows.scene.tiers import ranked_years
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import slugs


def known_values(atlas: Atlas) -> Callable[[str, str], bool]:
    """Return what tells whether a facet has a value in this atlas."""
    index = index_of(atlas)

    def known(facet: str, value: str) -> bool:
        if facet == WORDS:
            return value != "" and value == canonical(value)
        own: dict[str, Container[str]] = {
            "places": atlas.gazetteer,
            "documents": atlas.documents,
            "collections": atlas.collections,
            "tiers": {str(year) for year in ranked_years(atlas)},
        }
        return value in own[facet] if facet in own else value in index.values(facet) or value in slugs(facet)

    return known
