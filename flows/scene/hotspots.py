"""Hotspots: the claims that say something concentrates at a place."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from geodata.model.claims import Claim, HotspotClaim
from geodata.model.evidence import Evidence

_NOT_ID = re.compile(r"[^A-Za-z0-9_-]+")
# Of a longer label the id holds the beginning, and a digest that tells it from others which begin so.
_LONGEST, _DIGEST = 70, 8


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
    """Gather hotspot claims by place and label, in the order of their ids.

    Labels that differ only in accents or punctuation name one hotspot.
    """
    named: dict[str, list[HotspotClaim]] = {}
    for claim in claims:
        if isinstance(claim, HotspotClaim):
            named.setdefault(_ident(claim.place, claim.place_label), []).append(claim)
    return tuple(_joined(ident, members) for ident, members in sorted(named.items()))


def _joined(ident: str, members: list[HotspotClaim]) -> Hotspot:
    first = members[0]
    return Hotspot(
        id=ident, place=first.place, label=first.place_label, evidence=Evidence(claims=tuple(members))
    )


def _ident(place: str, label: str) -> str:
    """Join place and label to an id that a link can hold; letters of other scripts by their number."""
    letters = (char for char in unicodedata.normalize("NFKD", label) if not unicodedata.combining(char))
    spelled = "".join(char if char.isascii() or not char.isalnum() else f"u{ord(char):x}" for char in letters)
    slug = _NOT_ID.sub("-", spelled).strip("-")
    if len(slug) > _LONGEST:
        slug = f"{slug[:_LONGEST]}-{hashlib.sha256(slug.encode()).hexdigest()[:_DIGEST]}"
    return f"{place}.{slug}" if slug else place
