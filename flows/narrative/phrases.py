"""Sentence patterns of stories; those of the selection stand in `description`."""

from collections.abc import Iterable

from flows.i18n import translate as _
from flows.scene.names import joined
from geodata.vocabulary.enums import Certainty, Role


def named_as(place: str, role: Role, certainty: Certainty) -> str:
    """Say that a place is named in a role, with the hedge of the source."""
    patterns = {
        Certainty.STATED: {
            Role.SOURCE: _("{place} is named as a source of people who are trafficked."),
            Role.TRANSIT: _("{place} is named as a place of transit."),
            Role.DESTINATION: _("{place} is named as a destination."),
        },
        Certainty.REPORTED: {
            Role.SOURCE: _("{place} is reported as a source of people who are trafficked."),
            Role.TRANSIT: _("{place} is reported as a place of transit."),
            Role.DESTINATION: _("{place} is reported as a destination."),
        },
        Certainty.INFERRED: {
            Role.SOURCE: _("{place} is inferred to be a source of people who are trafficked."),
            Role.TRANSIT: _("{place} is inferred to be a place of transit."),
            Role.DESTINATION: _("{place} is inferred to be a destination."),
        },
    }
    return _begun(patterns[certainty][role].format(place=place))


def _begun(sentence: str) -> str:
    """Begin a sentence with a capital, where a name with an article comes first."""
    return sentence[:1].upper() + sentence[1:]


def flows_from(place: str, destinations: Iterable[str]) -> str:
    """Say where routes from a place lead."""
    return _("Routes from {place} lead to {others}.").format(place=place, others=joined(destinations))


def flows_to(place: str, origins: Iterable[str]) -> str:
    """Say where routes to a place begin."""
    return _("Routes to {place} begin in {others}.").format(place=place, others=joined(origins))


def flows_through(place: str) -> str:
    """Say that routes pass through a place."""
    return _("Routes pass through {place}.").format(place=place)


def flows_within(place: str) -> str:
    """Say that people are exploited inside the place that they come from."""
    return _("People are exploited inside {place}, without crossing its border.").format(place=place)


def flows_within_region(place: str) -> str:
    """Say that people of a region are exploited inside it."""
    return _("People from {place} are exploited inside the region.").format(place=place)


def flows_between(place: str) -> str:
    """Say that people are taken from one country of a region to another."""
    return _("People are taken from one country of {place} to another.").format(place=place)


def nothing_said(place: str) -> str:
    """Say that no claim of the selection is about a place; that is not a claim of absence."""
    return _(
        "No claim in this selection is about {place}. That the documents are silent does not mean that "
        "nothing happens there."
    ).format(place=place)
