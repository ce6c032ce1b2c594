"""The names of places, terms and marks, in the language in use."""

from collections.abc import Iterable, Sequence

from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.query.word_search import LONGEST
from flows.scene.hotspots import Hotspot
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.telling import told_as
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Collection
from geodata.model.claims import Claim, ContextClaim
from geodata.vocabulary.enums import PlaceKind, Theme
from geodata.vocabulary.terms import term


def place_name(place: Place) -> str:
    """Return the name of a place in the language in use, or its English name."""
    return place.names.get(language_in_use()) or place.name


def place_in_text(place: Place) -> str:
    """Return the name of a place as it stands within a sentence: "the United States", "Peru"."""
    name = place_name(place)
    return _("the {name}").format(name=name) if _takes_article(place, name) else name


def _takes_article(place: Place, name: str) -> bool:
    # In a translation, the list of the names that take an article there.
    named = _(
        "Americas|Bahamas|British Virgin Islands|Caribbean|Cayman Islands|Central African Republic|Comoros|"
        "Cook Islands|Democratic Republic of the Congo|Dominican Republic|Falkland Islands (Malvinas)|"
        "Faroe Islands|Gambia|Isle of Man|Maldives|Marshall Islands|Middle East|Netherlands|"
        "Northern Mariana Islands|Palestinian Territories|Philippines|Pitcairn Islands|"
        "Republic of the Congo|Seychelles|Solomon Islands|Turks & Caicos Islands|U.S. Outlying Islands|"
        "U.S. Virgin Islands|United Arab Emirates|United Kingdom|United States"
    )
    return place.kind is PlaceKind.BORDER_ZONE or name in named.split("|")


def label(facet: str, slug: str) -> str:
    """Return the label of a vocabulary term in the language in use."""
    return _(term(facet, slug).label)


def collection_name(collection: Collection) -> str:
    """Return the short name of a collection: its title up to the colon, where there is one."""
    return collection.title.partition(": ")[0]


def label_in_text(facet: str, slug: str) -> str:
    """Return the label of a term as it stands within a sentence: "forced labor", "Indigenous people"."""
    text = label(facet, slug)
    # In a translation, the list of the beginnings that keep their capitals there.
    proper = tuple(_("Afro-descendant|Indigenous|LGBTQI+").split("|"))
    return text if text.startswith(proper) else text[:1].lower() + text[1:]


def joined(names: Iterable[str]) -> str:
    """Join names as a sentence does: "a", "a and b", "a, b and c"."""
    *first, last = [name for name in names if name] or [""]
    return _("{list} and {last}").format(list=", ".join(first), last=last) if first else last


def either(names: Sequence[str]) -> str:
    """Join names as a choice: "a", "a or b", "a, b or c"."""
    *first, last = names or [""]
    return _("{list} or {last}").format(list=", ".join(first), last=last) if first else last


def route_name(route: Route, places: Gazetteer) -> str:
    """Name a route by its stops; an end that no claim names is said to be so."""
    if route.internal:
        return _("Within {place}").format(place=place_in_text(places[route.stops[0]]))
    if route.between:
        return _("Between countries of {place}").format(place=place_in_text(places[route.stops[0]]))
    names = [place_name(places[stop]) if stop else "" for stop in route.stops]
    names[0] = names[0] or _("origin not named")
    names[-1] = names[-1] or _("destination not named")
    return " → ".join(names)


def hotspot_name(hotspot: Hotspot, places: Gazetteer) -> str:
    """Name a hotspot by its own label where the source has one, with the place that holds it."""
    name = place_name(places[hotspot.place])
    if not hotspot.label or _letters(name) == _letters(hotspot.label):
        return name
    label = hotspot.label[:1].upper() + hotspot.label[1:]
    bare, _bracket, aside = label.partition(" (")
    if _words(bare) <= _words(name):  # which then says nothing new, but for what stands in brackets
        return f"{name} ({aside}" if aside else name
    return label if _letters(name) in _letters(label) else f"{label} ({name})"


def _words(text: str) -> set[str]:
    return set(text.casefold().split())


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def role_name(role: CountryRole, places: Gazetteer) -> str:
    """Name a role mark: the place, and what it is named as."""
    return _("{place}: {role}").format(
        place=place_name(places[role.place]), role=label_in_text("roles", role.role)
    )


def tag_of(claims: Iterable[Claim]) -> str:
    """Say what claims rest on where none says that it happens: "at risk"; "" for all others."""
    told = told_as(claims)
    return label_in_text("assertion", told) if told else ""


def tagged(name: str, claims: Iterable[Claim]) -> str:
    """Name a mark or a card with the tag of its claims, where they have one: "Honduras → Spain · at risk"."""
    tag = tag_of(claims)
    return f"{name} · {tag}" if tag else name


def note_title(note: ContextClaim) -> str:
    """Name a region-wide note by its theme; what only frames a document belongs to none."""
    return _("Background, not on the map") if note.theme == Theme.FRAMING else label("theme", note.theme)


def facet_titles() -> dict[str, str]:
    """Return the title of each facet, as its filter is headed."""
    return {
        "types": _("Trafficking type"),
        "sectors": _("Sector"),
        "roles": _("Role"),
        "settings": _("Setting"),
        "groups": _("Group"),
        "certainty": _("Certainty"),
        "assertion": _("What is said"),
        "access": _("How the text was reached"),
        "years": _("Reference year"),
        "documents": _("Document"),
        "collections": _("Collection"),
        "places": _("Place"),
        "words": _("Words of claims"),
    }


def search_remedy() -> str:
    """Say what a search in words has to be."""
    return _(
        "Nothing to search for: write words, or a phrase in quotation marks, of {n} letters at most."
    ).format(n=LONGEST)
