"""The closed lists of words that claims, filters and links use; their labels and definitions are data.

`vocabulary.toml` holds one table a term. Lists whose members no code names are built from it; the others are
written out here and compared with it when this module is imported.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import cast

from geodata.vocabulary.terms import slugs

__all__ = [
    "MEMBERS",
    "UNSPECIFIED",
    "Access",
    "Assertion",
    "Certainty",
    "EvidenceKind",
    "FocusKind",
    "Group",
    "Magnitude",
    "PlaceKind",
    "Precision",
    "Reading",
    "Role",
    "Scope",
    "Sector",
    "Sense",
    "Setting",
    "Theme",
    "TraffickingType",
]

# What an empty cell of types, sectors or groups means: the source names none, and nothing is guessed.
UNSPECIFIED = "unspecified"


class Role(StrEnum):
    """As what a place acts."""

    SOURCE = "source"
    TRANSIT = "transit"
    DESTINATION = "destination"


class Assertion(StrEnum):
    """What is said to happen."""

    IDENTIFIED = "identified"
    DESCRIBED = "described"
    ALLEGED = "alleged"
    AT_RISK = "at_risk"
    ONWARD_MIGRATION = "onward_migration"


class Certainty(StrEnum):
    """The source's own hedge, strongest first."""

    STATED = "stated"
    REPORTED = "reported"
    INFERRED = "inferred"


class Sense(StrEnum):
    """What concentrates at a hotspot."""

    EXPLOITATION = "exploitation"
    RECRUITMENT = "recruitment"
    IDENTIFICATION = "identification"
    AT_RISK = "at_risk"


class Precision(StrEnum):
    """How closely a source places a hotspot."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    CITY = "city"
    BORDER_ZONE = "border_zone"
    AREA = "area"
    REGION = "region"


class PlaceKind(StrEnum):
    """What a place of the gazetteer is."""

    COUNTRY = "country"
    TERRITORY = "territory"
    ADMIN1 = "admin1"
    REGION = "region"
    BORDER_ZONE = "border_zone"
    ISLAND = "island"
    AREA = "area"


class Scope(StrEnum):
    """Where a flow lies whose two ends are one region."""

    WITHIN_ONE = "within_one"
    BETWEEN = "between"


class EvidenceKind(StrEnum):
    """Whether a document's own words ship with the atlas."""

    QUOTED = "quoted"
    CITED = "cited"


class FocusKind(StrEnum):
    """What a reader can look at."""

    COUNTRY = "country"
    REGION = "region"
    ROUTE = "route"
    HOTSPOT = "hotspot"
    NOTE = "note"
    CLAIM = "claim"
    THEME = "theme"
    FINDING = "finding"


class Theme(StrEnum):
    """What a region-wide note or a framing statement is about."""

    IRREGULAR_MIGRATION = "irregular_migration"
    SMUGGLING_DEBT = "smuggling_debt"
    ORGANIZED_CRIME = "organized_crime"
    PROTECTION_GAPS = "protection_gaps"
    GROUPS_AT_RISK = "groups_at_risk"
    CRIMINAL_JUSTICE = "criminal_justice"
    COMPLICITY = "complicity"
    DATA_GAPS = "data_gaps"
    DEFINITIONS = "definitions"
    STATE_POLICY = "state_policy"
    RANKINGS = "rankings"
    EXPLOITATION = "exploitation"
    GLOBAL_ESTIMATE = "global_estimate"
    FRAMING = "framing"


class Access(StrEnum):
    """How the text of a document was reached."""

    QUOTED_TEXT = "quoted_text"
    OFFICIAL_PAGE_OR_COPY = "official_page_or_copy"
    OFFICIAL_COPY = "official_copy"
    OFFICIAL_SUMMARY = "official_summary"
    RELAYED_BY_PRESS = "relayed_by_press"


def _listed(name: str, facet: str) -> type[StrEnum]:
    """Build the list of a facet from the vocabulary file."""
    # The type checker takes a call with names that it cannot see for the look-up of one member.
    return cast("type[StrEnum]", StrEnum(name, {slug.upper(): slug for slug in slugs(facet)}))


TraffickingType = _listed("TraffickingType", "types")
Sector = _listed("Sector", "sectors")
Setting = _listed("Setting", "settings")
Group = _listed("Group", "groups")
Magnitude = _listed("Magnitude", "magnitude")
Reading = _listed("Reading", "reading")

# The lists that code names members of, by facet.
MEMBERS: Mapping[str, type[StrEnum]] = {
    "roles": Role,
    "assertion": Assertion,
    "certainty": Certainty,
    "access": Access,
    "sense": Sense,
    "precision": Precision,
    "place_kind": PlaceKind,
    "scope": Scope,
    "theme": Theme,
    "evidence_kind": EvidenceKind,
    "focus_kind": FocusKind,
}
for _facet, _members in MEMBERS.items():
    if tuple(_members) != slugs(_facet):
        raise ImportError(f"vocabulary.toml and vocabulary.py differ in {_facet}: {slugs(_facet)}.")
