"""Forms: the trafficking types that a map tells apart, side by side where a route names several."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from geodata.model.claims import Claim
from geodata.vocabulary.enums import UNSPECIFIED, Certainty
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


@cache
def shown_form(slug: str, asked: frozenset[str]) -> str | None:
    """Return the form that a type is shown as where these types are asked for; None where it is not.

    A type that is admitted through a chosen type above it is shown as that: with forced labor chosen, begging
    has the colour of forced labor. Where it could be shown as its own form, it is.
    """
    if not asked or slug in asked:
        return form_of(slug)
    admitting = {form_of(above) for above in _above(slug) if above in asked}
    return next((form for form in (form_of(slug), *FORMS) if form in admitting), None)


def _above(slug: str) -> frozenset[str]:
    parents = term("types", slug).parents
    return frozenset(parents).union(*(_above(parent) for parent in parents))


def family(slug: str) -> str:
    """Return the family of colours of a type: `labor` has the colour `type_labor` of the palette."""
    return term("types", slug).colour


def forms_named(types: Iterable[str], asked: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the forms that types are shown as where some are asked for, in the order of the legend.

    "Not named" is left out beside a named form.
    """
    named = {form for slug in types if (form := shown_form(slug, asked))}
    if len(named) > 1:
        named.discard(UNSPECIFIED)
    return tuple(form for form in FORMS if form in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripe:
    """One form of a route: how many documents name it, and whether none of its claims states it outright."""

    form: str
    documents: int
    hedged: bool


def stripes_of(claims: Iterable[Claim], asked: frozenset[str] = frozenset()) -> tuple[Stripe, ...]:
    """Return the forms that claims name among the types asked for, in the order of the legend.

    "Not named" takes no stripe beside a named form.
    """
    named: dict[str, list[Claim]] = {}
    for claim in claims:
        for form in {form for slug in claim.types if (form := shown_form(slug, asked))}:
            named.setdefault(form, []).append(claim)
    if len(named) > 1:
        named.pop(UNSPECIFIED, None)
    return tuple(_stripe(form, named[form]) for form in FORMS if form in named)


def _stripe(form: str, claims: list[Claim]) -> Stripe:
    return Stripe(
        form=form,
        documents=len({claim.document for claim in claims}),
        hedged=all(claim.certainty != Certainty.STATED for claim in claims),
    )


@cache
def type_forms() -> dict[str, str]:
    """Return the form of each type, in the order of the vocabulary."""
    return {slug: form_of(slug) for slug in slugs("types")}
