"""The hash of what an atlas says, by which two copies of it are told apart or known to be the same."""

import dataclasses
import hashlib
import json

from flows.export.rows import claim_rows
from geodata.model.atlas import Atlas

# Hexadecimal digits that are shown: enough that no two atlases share them by chance.
_DIGITS = 12


def content_hash(atlas: Atlas) -> str:
    """Return the hash of all claims, documents, stories and names of places of an atlas, found once."""
    return atlas.derived(_content_hash)


def _content_hash(atlas: Atlas) -> str:
    places = sorted({place for claim in atlas.claims for place in claim.places})
    content = {
        "claims": list(claim_rows(atlas, atlas.claims)),
        "documents": [dataclasses.asdict(document) for document in atlas.documents.values()],
        "places": {ident: atlas.gazetteer[ident].name for ident in places},
        "stories": [dataclasses.asdict(found.story) for found in atlas.stories if found.story],
    }
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]
