"""What a value of a filter means: the definition of a term, what a place holds, what a document is."""

from flows.i18n import translate as _
from flows.narrative.citations import document_citation, paraphrased
from flows.scene.place_kinds import WHOLE_COUNTRIES, kind_in_words
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.model.documents import Document
from geodata.vocabulary.enums import PlaceKind
from geodata.vocabulary.terms import term


def meaning_of(facet: str, value: str, atlas: Atlas) -> str:
    """Say what a value of a filter means, which of the loaded atlas has to be known."""
    if facet == "places":
        return _place(atlas.gazetteer[value], atlas.gazetteer)
    if facet == "documents":
        return _document(atlas.documents[value])
    if facet == "collections":
        collection = atlas.collections[value]
        return collection.description or collection.title
    return _(term(facet, value).definition)


def _place(place: Place, places: Gazetteer) -> str:
    kind = kind_in_words(place, places)
    kind = kind[:1].upper() + kind[1:]
    if place.kind in WHOLE_COUNTRIES:
        return _("{kind}: claims that name it, or a unit, an area or a border zone of it.").format(kind=kind)
    if place.kind is PlaceKind.REGION:
        return _("{kind}: claims about it as a whole, not those about single countries of it.").format(
            kind=kind
        )
    return f"{kind}."


def _document(document: Document) -> str:
    cited = _("Cited: its claims are in our own words.")
    quoted = _("Quoted: its claims rest on its exact words.")
    return f"{document_citation(document)} {cited if paraphrased(document) else quoted}"
