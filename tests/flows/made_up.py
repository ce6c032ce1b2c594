"""Claims made up in memory, so that a test says only what matters to it, and an atlas of them."""

from typing import Any

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.atlas import Atlas, Collection
from geodata.model.claims import Claim, ContextClaim, FlowClaim, HotspotClaim, RankingClaim, RoleClaim
from geodata.model.documents import Document
from geodata.vocabulary.enums import Access, Assertion, Certainty, EvidenceKind, Precision, Role, Sense, Theme

COLLECTION = "made-up"
UNNAMED = ("unspecified",)


def _common(ident: str, parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": ident,
        "collection": COLLECTION,
        "document": "paper-2020",
        "types": UNNAMED,
        "sectors": UNNAMED,
        "settings": (),
        "groups": UNNAMED,
        "assertion": Assertion.DESCRIBED,
        "certainty": Certainty.STATED,
        "access": Access.QUOTED_TEXT,
        "year": 2020,
        "statement": f"Claim {ident} is made up.",
        **parts,
    }


def flow(route: str, **parts: Any) -> FlowClaim:
    """Make a flow along a route such as ``HND~MEX~USA``; an empty end is not named."""
    origin, *transit, destination = route.split("~")
    ident = parts.pop("id", f"flow-{route.replace('~', '-')}")
    stops = {"origin": origin, "transit": tuple(transit), "destination": destination}
    return FlowClaim(**_common(ident, parts), **stops)


def role(place: str, acts_as: Role = Role.SOURCE, **parts: Any) -> RoleClaim:
    ident = parts.pop("id", f"role-{place}-{acts_as}")
    return RoleClaim(**_common(ident, parts), place=place, role=acts_as)


def hotspot(place: str, label: str = "", **parts: Any) -> HotspotClaim:
    ident = parts.pop("id", f"hotspot-{place}-{label}")
    own = {"place": place, "place_label": label, "sense": Sense.EXPLOITATION, "precision": Precision.ADMIN1}
    return HotspotClaim(**_common(ident, parts), **own)


def tier(place: str, value: str = "2", **parts: Any) -> RankingClaim:
    ident = parts.pop("id", f"tier-{place}-{parts.get('year', 2020)}")
    return RankingClaim(**_common(ident, parts), place=place, scheme="tip_report", value=value)


def note(place: str = "americas", theme: Theme = Theme.ORGANIZED_CRIME, **parts: Any) -> ContextClaim:
    ident = parts.pop("id", f"note-{place}-{theme}")
    return ContextClaim(**_common(ident, parts), place=place, theme=theme)


def document(ident: str, **parts: Any) -> Document:
    whole = {
        "id": ident,
        "title": f"The title of {ident}",
        "author": "A. Nobody",
        "publisher": "Nobody's Press",
        "year": 2020,
        "url": "https://example.org/paper",
        "licence": "CC0",
        "language": "en",
        "evidence_kind": EvidenceKind.QUOTED,
        "sha256": "",
        "note": "",
        "collection": COLLECTION,
        "text": "",
    }
    return Document(**(whole | parts))


def atlas_of(gazetteer: Gazetteer, *claims: Claim, documents: tuple[Document, ...] = ()) -> Atlas:
    """Join claims to an atlas, with a document for each name that they give."""
    named = {claim.document: document(claim.document) for claim in claims}
    named |= {found.id: found for found in documents}
    return Atlas(
        collections={COLLECTION: Collection(name=COLLECTION, title="Made up")},
        documents=named,
        claims=claims,
        gazetteer=gazetteer,
    )
