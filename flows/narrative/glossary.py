"""The glossary: every term of the vocabulary with its definition and where that comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.query.facets import DECLARED
from geodata.model.claims import Claim
from geodata.name_index import NameIndex
from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import Term, terms

# Lists of terms that a hand-out explains where its claims use them; the others are for those who code.
_EXPLAINED = ("types", "sectors", "settings", "groups", "roles", "certainty", "assertion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term as the glossary shows it; ``id`` is what links to it."""

    id: str
    label: str
    definition: str
    source: str


def headings() -> dict[str, str]:
    """Return the heading of each list of terms that the glossary holds, in its order."""
    return {
        "types": _("Trafficking types"),
        "sectors": _("Sectors"),
        "settings": _("Settings"),
        "groups": _("Groups"),
        "roles": _("Roles"),
        "sense": _("What concentrates at a hotspot"),
        "precision": _("How closely a place is named"),
        "certainty": _("Certainty: the hedge of the source"),
        "assertion": _("What is said to happen"),
        "access": _("How a text was reached"),
        "magnitude": _("Wording of magnitude"),
        "scope": _("Where a movement within a region leads"),
        "reading": _("How much of a source was read"),
        "theme": _("Themes of notes"),
        "evidence_kind": _("Kinds of evidence"),
    }


def term_id(facet: str, slug: str) -> str:
    """Return the id under which the glossary holds a term."""
    return f"term-{facet}-{slug}"


def entry_named(term: str) -> Entry | None:
    """Return the entry of a term by what a link names it, such as ``types-forced_labor``."""
    return _all_entries().get(f"term-{term}")


def nearest_term(term: str) -> str:
    """Return the name of the term that is most like what a link asks for; "" where none is."""
    names = {
        ident.removeprefix("term-"): (entry.label, ident.removeprefix("term-"))
        for ident, entry in _all_entries().items()
    }
    return NameIndex(names.items()).closest(term)


def _all_entries() -> dict[str, Entry]:
    return {entry.id: entry for facet in headings() for entry in entries(facet)}


def entries(facet: str) -> tuple[Entry, ...]:
    """Return the entries of one list of terms, in its order."""
    return tuple(_entry(facet, found) for found in terms(facet))


def entries_used(claims: Iterable[Claim]) -> tuple[Entry, ...]:
    """Return the entries of the terms that claims are coded with, in the order of the glossary."""
    found = list(claims)
    named = {(facet.name, value) for facet in DECLARED for claim in found for value in facet.named_by(claim)}
    return tuple(
        _entry(facet, known)
        for facet in _EXPLAINED
        for known in terms(facet)
        if (facet, known.slug) in named and known.slug != UNSPECIFIED
    )


def _entry(facet: str, found: Term) -> Entry:
    return Entry(
        id=term_id(facet, found.slug),
        label=_(found.label),
        definition=_(found.definition),
        source=found.source,
    )
