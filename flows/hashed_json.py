"""A JSON file as the browser gets it: named by the hash of its content, so that it can be kept for good."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HashedJson:
    """Hold the bytes of a JSON file, and their hash."""

    body: bytes
    hash: str


def hashed_json(content: Mapping[str, Any] | Sequence[Any]) -> HashedJson:
    """Write ``content`` as compact JSON."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return HashedJson(body=body, hash=hashlib.sha256(body).hexdigest()[:16])
