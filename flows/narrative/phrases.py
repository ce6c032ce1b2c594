"""Sentence patterns of stories, in as many strengths as claims have; those of the selection: `description`.

What is told is a `Clause`; `told` puts it into the verb and the hedge of the claims behind it. By which words
a reader, or a test, knows how strong a sentence is stands in `wording`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from flows.i18n import translate as _
from flows.scene.names import joined
from flows.scene.telling import Telling
from geodata.vocabulary.enums import Assertion, Certainty, Role, Sense


class Clause(NamedTuple):
    """What is told: as what happens; for less than that, of whom a risk is said, and which way they go."""

    happens: str
    people: str
    way: str


def told(clause: Clause, telling: Telling) -> str:
    """Put a clause into the verb and the hedge of its claims, as part of a sentence."""
    patterns = {
        (Assertion.DESCRIBED, Certainty.STATED): "{happens}",
        (Assertion.DESCRIBED, Certainty.REPORTED): _("it is reported that {happens}"),
        (Assertion.DESCRIBED, Certainty.INFERRED): _("it is inferred that {happens}"),
        # An allegation is passed on: that is a hedge already.
        (Assertion.ALLEGED, Certainty.STATED): _("it is alleged that {happens}"),
        (Assertion.ALLEGED, Certainty.REPORTED): _("it is alleged that {happens}"),
        (Assertion.ALLEGED, Certainty.INFERRED): _("it is inferred from allegations that {happens}"),
        (Assertion.AT_RISK, Certainty.STATED): _("{people} are said to be at risk of trafficking"),
        (Assertion.AT_RISK, Certainty.REPORTED): _("{people} are reported to be at risk of trafficking"),
        (Assertion.AT_RISK, Certainty.INFERRED): _("{people} are inferred to be at risk of trafficking"),
        (Assertion.ONWARD_MIGRATION, Certainty.STATED): _("people are said to travel on {way}"),
        (Assertion.ONWARD_MIGRATION, Certainty.REPORTED): _("people are reported to travel on {way}"),
        (Assertion.ONWARD_MIGRATION, Certainty.INFERRED): _("people are inferred to travel on {way}"),
    }
    return patterns[telling.assertion, telling.certainty].format(**clause._asdict())


def sentence(clause: str, note: str = "") -> str:
    """Make a sentence of a clause: with a capital, and a note in brackets at its end."""
    whole = f"{clause} ({note})." if note else f"{clause}."
    return whole[:1].upper() + whole[1:]


def named_as(place: str, role: Role, telling: Telling) -> str:
    """Say as what a place is named, with the hedge of the source."""
    patterns = {
        Certainty.STATED: {
            Role.SOURCE: _("{place} is named as a source of people who are trafficked"),
            Role.TRANSIT: _("{place} is named as a place of transit"),
            Role.DESTINATION: _("{place} is named as a destination"),
        },
        Certainty.REPORTED: {
            Role.SOURCE: _("{place} is reported as a source of people who are trafficked"),
            Role.TRANSIT: _("{place} is reported as a place of transit"),
            Role.DESTINATION: _("{place} is reported as a destination"),
        },
        Certainty.INFERRED: {
            Role.SOURCE: _("{place} is inferred to be a source of people who are trafficked"),
            Role.TRANSIT: _("{place} is inferred to be a place of transit"),
            Role.DESTINATION: _("{place} is inferred to be a destination"),
        },
    }
    if telling.confirmed:
        return sentence(patterns[telling.certainty][role].format(place=place))
    return sentence(told(_acting(place, role), telling))


def _acting(place: str, role: Role) -> Clause:
    happens, people, way = {
        Role.SOURCE: (
            _("{place} is a source of people who are trafficked"),
            _("people from {place}"),
            _("from {place}"),
        ),
        Role.TRANSIT: (
            _("{place} is a place of transit"),
            _("people who pass through {place}"),
            _("through {place}"),
        ),
        Role.DESTINATION: (_("{place} is a destination"), _("people in {place}"), _("to {place}")),
    }[role]
    return Clause(happens.format(place=place), people.format(place=place), way.format(place=place))


def flows_from(place: str, destinations: Iterable[str]) -> Clause:
    """Say where routes from a place lead."""
    others = joined(destinations)
    return Clause(
        _("routes from {place} lead to {others}").format(place=place, others=others),
        _("people who go from {place} to {others}").format(place=place, others=others),
        _("from {place} to {others}").format(place=place, others=others),
    )


def flows_to(place: str, origins: Iterable[str]) -> Clause:
    """Say where routes to a place begin."""
    others = joined(origins)
    return Clause(
        _("routes to {place} begin in {others}").format(place=place, others=others),
        _("people who come to {place} from {others}").format(place=place, others=others),
        _("to {place} from {others}").format(place=place, others=others),
    )


def flows_through(place: str) -> Clause:
    """Say that routes pass through a place."""
    return Clause(
        _("routes pass through {place}").format(place=place),
        _("people who pass through {place}").format(place=place),
        _("through {place}").format(place=place),
    )


def flows_within(place: str) -> Clause:
    """Say that people are exploited inside the place that they come from."""
    return Clause(
        _("people are exploited inside {place}, without crossing its border").format(place=place),
        _("people inside {place}").format(place=place),
        _("inside {place}").format(place=place),
    )


def flows_within_region(place: str) -> Clause:
    """Say that people of a region are exploited inside it."""
    return Clause(
        _("people from {place} are exploited inside the region").format(place=place),
        _("people inside {place}").format(place=place),
        _("inside {place}").format(place=place),
    )


def flows_between(place: str) -> Clause:
    """Say that people are taken from one country of a region to another."""
    return Clause(
        _("people are taken from one country of {place} to another").format(place=place),
        _("people who go from one country of {place} to another").format(place=place),
        _("from one country of {place} to another").format(place=place),
    )


def concentrated(sense: Sense) -> Clause:
    """Say what concentrates at a hotspot."""
    happens = {
        Sense.EXPLOITATION: _("people are exploited there"),
        Sense.RECRUITMENT: _("people are recruited there"),
        Sense.IDENTIFICATION: _("victims are identified there"),
        Sense.AT_RISK: _("people there are exposed to trafficking"),
    }
    return Clause(happens[sense], _("people there"), _("from there"))


def nothing_said(place: str) -> str:
    """Say that no claim of the selection is about a place; that is not a claim of absence."""
    return _(
        "No claim in this selection is about {place}. That the documents are silent does not mean that "
        "nothing happens there."
    ).format(place=place)


def documents_tell(place: str, documents: str, years: str, title: str, share: tuple[int, int]) -> str:
    """Say in which documents a place is told of, and how many of all claims the fullest of them holds."""
    number, whole = share
    lead = _("what is said of {place} stands in {documents} of {years}").format(
        place=place, documents=documents, years=years
    )
    if number == whole:
        return _("{lead}: “{title}”").format(lead=lead, title=title)
    return _("{lead}; {n} of {all} claims are from “{title}”").format(
        lead=lead, n=number, all=whole, title=title
    )


def by_author(author: str, number: int, whole: int) -> str:
    """Say how many of several documents have one author."""
    if number == whole:
        return _("all have the same author, {author}").format(author=author)
    return _("{n} of the {all} documents have the same author, {author}").format(
        n=number, all=whole, author=author
    )
