"""Tiers: where the U.S. Department of State places governments, and the caution that goes with it."""

from collections.abc import Iterable

from flows.i18n import translate as _
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RankingClaim
from geodata.vocabulary.enums import Access
from geodata.vocabulary.terms import slugs, term

# The one scheme whose values the vocabulary knows in order, and that the map can therefore colour.
SCHEME = "tip_report"
# The claim of the second document that the second sentence of the caution rests on.
CAUTION = "crs-note-rankings-foreign-policy"


def tier_of(claim: RankingClaim) -> str:
    """Return the tier of a placement as a slug of the vocabulary; "" for another scheme or value."""
    slug = claim.value.casefold()
    return slug if claim.scheme == SCHEME and slug in slugs("tier") else ""


def ranked_years(atlas: Atlas) -> tuple[int, ...]:
    """Return the years for which the atlas holds placements in tiers, the latest first."""
    return atlas.derived(_ranked_years)


def _ranked_years(atlas: Atlas) -> tuple[int, ...]:
    return tuple(
        sorted({claim.year for claim in atlas.of_kind(RankingClaim) if tier_of(claim)}, reverse=True)
    )


def tiers_in(claims: Iterable[Claim], year: int) -> dict[str, str]:
    """Return the tier of each country that ``claims`` place in ``year``, by country.

    Where claims differ, the one whose text was reached most directly counts.
    """
    placed = [
        claim for claim in claims if isinstance(claim, RankingClaim) and claim.year == year and tier_of(claim)
    ]
    order = list(Access)
    placed.sort(key=lambda claim: -order.index(claim.access))
    return {claim.place: tier_of(claim) for claim in placed}


def placement_name(claim: RankingClaim) -> str:
    """Name a placement with its scheme and year, such as "Tier 2 (Trafficking in Persons Report, 2025)"."""
    value = _(term("tier", tier_of(claim)).label) if tier_of(claim) else claim.value
    scheme = _(term("scheme", claim.scheme).label) if claim.scheme in slugs("scheme") else claim.scheme
    return _("{value} ({scheme}, {year})").format(value=value, scheme=scheme, year=claim.year)


def judgement() -> str:
    """Say whose judgement a tier is: the first sentence of the caution."""
    return _("A tier is the U.S. government's own judgment of what a government does.")


def caution(atlas: Atlas) -> tuple[str, str]:
    """Return the second sentence of the caution and the note that it rests on; both empty without it."""
    if atlas.claim(CAUTION) is None:
        return "", ""
    return _("CRS report RL33200 passes on the view that such rankings bend to foreign policy."), CAUTION
