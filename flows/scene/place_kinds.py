"""What a place is, in words: "country", "first-level unit of Peru"."""

from functools import cache

from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.scene.names import joined, place_name
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.vocabulary.enums import PlaceKind

WHOLE_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY})
# Places that are looked at as a whole, whatever is known inside them.
WHOLE = WHOLE_COUNTRIES | {PlaceKind.REGION}


def kind_in_words(place: Place, places: Gazetteer) -> str:
    """Say what a place is: "country", "first-level unit of Peru"."""
    return within_countries(_kinds(language_in_use())[place.kind], place, places)


@cache
def _kinds(_language: str) -> dict[PlaceKind, str]:
    return {
        PlaceKind.COUNTRY: _("country"),
        PlaceKind.TERRITORY: _("territory"),
        PlaceKind.REGION: _("region"),
        PlaceKind.BORDER_ZONE: _("border zone"),
        PlaceKind.ADMIN1: _("first-level unit of {country}"),
        PlaceKind.ISLAND: _("island of {country}"),
        PlaceKind.AREA: _("area in {country}"),
    }


def within_countries(pattern: str, place: Place, places: Gazetteer) -> str:
    """Fill the countries of a place into a pattern."""
    return pattern.format(country=joined(place_name(held) for held in countries_in(place, places)))


def countries_in(place: Place, places: Gazetteer) -> list[Place]:
    """Return the countries of a place, itself where it is one; a region stands for its members."""
    if place.kind in WHOLE:
        return [place]
    return [places[ident] for ident in places.countries_of(place.id)]
