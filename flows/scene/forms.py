"""Forms: the trafficking types that a map tells apart, each a colour family of its own or with its kin."""

from collections.abc import Iterable
from functools import cache

from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import slugs, term

# Every type without a parent, and forced criminality, which has a colour of its own; in the order of the
# legend. Other types follow the nearest of these above them.
FORMS = (
    "sex_trafficking",
    "forced_labor",
    "forced_criminality",
    "child_soldiering",
    "forced_marriage",
    "organ_removal",
    "other",
    UNSPECIFIED,
)


@cache
def form_of(slug: str) -> str:
    """Return the form that a trafficking type is shown as.

    A type with several parents follows the one whose colour it shares: begging is shown with forced
    criminality.
    """
    if slug in FORMS:
        return slug
    found = term("types", slug)
    kin = [form_of(parent) for parent in found.parents]
    return next((form for form in kin if term("types", form).colour == found.colour), kin[0])


def forms_of(types: Iterable[str]) -> tuple[str, ...]:
    """Return the forms of a set of types in the order of the legend; "not named" only where none is."""
    found = {form_of(slug) for slug in types}
    if len(found) > 1:
        found -= {UNSPECIFIED}
    return tuple(form for form in FORMS if form in found)


@cache
def type_forms() -> dict[str, str]:
    """Return the form of each type, in the order of the vocabulary."""
    return {slug: form_of(slug) for slug in slugs("types")}
