"""Sentence patterns of findings; what is less than said to happen has its own verb or a word in brackets."""

from collections.abc import Iterable, Sequence

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.cited_sentence import hedge_of
from flows.narrative.phrases import Clause, sentence, told
from flows.scene.names import either, joined
from flows.scene.telling import telling_of
from geodata.model.claims import Claim

# Names of silent countries that a sentence holds; more are counted.
_NAMED = 3


def destination(place: str, origins: int, claims: Sequence[Claim], documents: int, rivals: list[int]) -> str:
    """Say to which destination routes lead, from how many places, and how many documents say so.

    ``rivals`` are the numbers of documents that name each other destination, none of them larger.
    """
    places = _places(origins) if origins else _("places that are not named")
    lead = told(
        Clause(
            _("routes lead to {place} from {places}").format(place=place, places=places),
            _("people who come to {place} from {places}").format(place=place, places=places),
            _("to {place} from {places}").format(place=place, places=places),
        ),
        telling_of(claims),
    )
    say = translate_count("{n} document says so", "{n} documents say so", documents)
    parts = [lead, say]
    if rivals and documents not in rivals:
        parts[1] = _("{documents}, more than of any other destination").format(documents=say)
    if documents in rivals:
        alike = translate_count("{n} other destination", "{n} other destinations", rivals.count(documents))
        parts[1] = _("{documents}, as many as of {others}").format(documents=say, others=alike)
    return sentence("; ".join(parts))


def _places(number: int) -> str:
    return translate_count("{n} place", "{n} places", number)


def origins(names: Sequence[str], places: int, *, best: bool) -> str:
    """Say which origins most documents name, all of them where they are few, or some of many alike."""
    if len(names) == places:
        return _("They begin in {places}.").format(places=joined(names))
    pattern = _("Most documents name {places} as origins.") if best else _("Among the origins are {places}.")
    if len(names) == 1:
        pattern = _("Most documents name {places} as origin.")
    return pattern.format(places=joined(names))


def forms(names: Sequence[str]) -> str:
    """Say which forms of trafficking most documents name."""
    if len(names) == 1:
        return _("The form that is named is {forms}.").format(forms=joined(names))
    return _("The forms most named are {forms}.").format(forms=joined(names))


def sectors(names: Sequence[str], *, best: bool) -> str:
    """Say which sectors most documents name, or name some of many alike."""
    if len(names) == 1:
        pattern = (
            _("The sector most named is {sectors}.") if best else _("The sector that is named is {sectors}.")
        )
        return pattern.format(sectors=joined(names))
    pattern = (
        _("The sectors most named are {sectors}.")
        if best
        else _("Sectors named are {sectors}, among others.")
    )
    return pattern.format(sectors=joined(names))


def in_documents(number: int, whole: int = 0) -> str:
    """Count documents in brackets behind a name: "1 document", "67 of 103 documents"."""
    if not whole:
        return translate_count("{n} document", "{n} documents", number)
    of_all = translate_count("{n} document", "{n} documents", whole)
    return _("{number} of {documents}").format(number=number, documents=of_all)


def inside(names: Sequence[str], places: int, claims: Iterable[Claim], *, best: bool) -> str:
    """Say in how many places people are exploited without crossing a border, and which are named most."""
    where = _places(places)
    lead = told(
        Clause(
            _("in {places} people are exploited without crossing a border").format(places=where),
            _("people inside {places}").format(places=where),
            _("inside {places}").format(places=where),
        ),
        telling_of(claims),
    )
    return sentence(_tail(lead, names, places, best=best))


def transit(names: Sequence[str], places: int, claims: Iterable[Claim], *, best: bool) -> str:
    """Say how many places are named as places of transit, and which most documents name."""
    lead = translate_count("{n} place is named as transit", "{n} places are named as transit", places)
    hedge = hedge_of(claims)
    return sentence(_tail(f"{lead} ({hedge})" if hedge else lead, names, places, best=best))


def _tail(lead: str, names: Sequence[str], places: int, *, best: bool) -> str:
    pattern = _("{lead}; most documents name {places}") if best else _("{lead}, among them {places}")
    if len(names) == places:
        pattern = _("{lead}: {places}")
    return pattern.format(lead=lead, places=joined(names))


def whole_regions(names: Sequence[str], themes: int, notes: int, documents: int) -> str:
    """Say how many notes are about a whole region, and what most of them are about."""
    counted = translate_count("{n} note is about a whole region", "{n} notes are about whole regions", notes)
    lead = _("{notes} ({documents})").format(notes=counted, documents=in_documents(documents))
    pattern = _("{lead}, on {themes}") if len(names) == themes else _("{lead}, most often on {themes}")
    return sentence(pattern.format(lead=lead, themes=joined(names)))


def notes_of_theme(notes: int, documents: int, claims: Iterable[Claim]) -> str:
    """Say how many notes on whole regions have one theme."""
    counted = translate_count("{n} note is about a whole region", "{n} notes are about whole regions", notes)
    lead = _("on this theme {notes} ({documents})")
    hedge = hedge_of(claims) if notes else ""
    return sentence(lead.format(notes=counted, documents=in_documents(documents)), hedge)


def routes_without_form(number: int, routes: int, claims: Iterable[Claim]) -> str:
    """Say how many of all routes name no form of trafficking."""
    counted = translate_count("{n} route", "{n} routes", routes)
    lead = _("on {number} of {routes} no form of trafficking is named").format(number=number, routes=counted)
    return sentence(lead, hedge_of(claims))


def named_by_none(countries: Sequence[str], others: int) -> str:
    """Say which countries and how many territories no document of the atlas names; "" for none."""
    counted = translate_count("{n} country", "{n} countries", len(countries))
    names = list(countries) if len(countries) <= _NAMED else [counted]
    if others:
        names.append(translate_count("{n} territory", "{n} territories", others))
    return _("No document names {places}.").format(places=either(names)) if names else ""


def left_out(places: int) -> str:
    """Say how many countries and territories only claims name that the filters leave out; "" for none."""
    return translate_count(
        "{n} country or territory is named only by claims that the filters leave out.",
        "{n} countries and territories are named only by claims that the filters leave out.",
        places,
    ) * bool(places)


def silence_note() -> str:
    """Say what the silence of documents does not mean."""
    return _("That documents are silent does not mean that nothing happens.")
