"""The search index as the browser gets it: its bytes, its hash and its address."""

import hashlib
import json
from dataclasses import dataclass

from flows.i18n import language_in_use
from flows.search.index import search_index
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFile:
    """Hold the search index as the bytes of a JSON file, and their hash."""

    body: bytes
    hash: str


def _file_in(atlas: Atlas, _language: str) -> SearchFile:
    body = json.dumps(search_index(atlas), ensure_ascii=False, separators=(",", ":")).encode()
    return SearchFile(body=body, hash=hashlib.sha256(body).hexdigest()[:16])


def search_file_of(atlas: Atlas) -> SearchFile:
    """Return the search file of ``atlas`` with names in the language in use; made once for each."""
    return atlas.derived(_file_in, language_in_use())


def search_address(atlas: Atlas) -> str:
    """Return the address of the search file, relative to the page; it changes with its content."""
    return f"atlas/search-{search_file_of(atlas).hash}.json?language={language_in_use()}"
