"""Country roles: the claims that name a place as source, transit or destination."""

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.model.claims import Claim, RoleClaim
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRole:
    """Join the role claims of one place and one role; a place may hold several roles."""

    id: str
    place: str
    role: Role
    evidence: Evidence


def roles_from(claims: Iterable[Claim]) -> tuple[CountryRole, ...]:
    """Gather role claims by place and role, in the order of place ids and of the vocabulary."""
    named: dict[tuple[str, Role], list[RoleClaim]] = {}
    for claim in claims:
        if isinstance(claim, RoleClaim):
            named.setdefault((claim.place, claim.role), []).append(claim)
    order = {role: number for number, role in enumerate(Role)}
    return tuple(
        CountryRole(id=f"{place}.{role}", place=place, role=role, evidence=Evidence(claims=tuple(members)))
        for (place, role), members in sorted(named.items(), key=lambda item: (item[0][0], order[item[0][1]]))
    )
