"""What a reader looks at: one thing that the map or the panel can open."""

import re
from dataclasses import dataclass
from typing import Self

from geodata.vocabulary.enums import FocusKind
from geodata.vocabulary.terms import slugs

# That of a route with stops by the dozen is the longest that a collection can have.
_ID = re.compile(r"[A-Za-z0-9_~.-]{1,1500}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Name one country, region, route, hotspot, note or claim by its id."""

    kind: FocusKind
    id: str

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """Read ``kind:id``; return ``None`` for anything else."""
        kind, _, ident = text.partition(":")
        if kind not in slugs("focus_kind") or not _ID.fullmatch(ident):
            return None
        return cls(kind=FocusKind(kind), id=ident)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"
