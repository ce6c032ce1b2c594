"""Hotspots: the claims that say something concentrates at a place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from geodata.claims import Claim, HotspotClaim
from geodata.evidence import Evidence

_NOT_ID = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot:
    """Join the hotspot claims about one place under one label.

    ``label`` is the source's own narrower name (a city, a lake) where it has one; the place stays
    the unit or zone that holds it.
    """

    id: str
    place: str
    label: str
    evidence: Evidence


def hotspots_from(claims: Iterable[Claim]) -> tuple[Hotspot, ...]:
    """Gather hotspot claims by place and label, in the order of their ids."""
    named: dict[tuple[str, str], list[HotspotClaim]] = {}
    for claim in claims:
        if isinstance(claim, HotspotClaim):
            named.setdefault((claim.place, claim.place_label), []).append(claim)
    return tuple(
        Hotspot(id=_ident(place, label), place=place, label=label, evidence=Evidence(claims=tuple(members)))
        for (place, label), members in sorted(named.items())
    )


def _ident(place: str, label: str) -> str:
    return f"{place}.{_NOT_ID.sub('-', label).strip('-')}" if label else place
