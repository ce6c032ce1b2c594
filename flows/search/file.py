"""The search index and the index of words as the browser gets them: bytes, hash and address."""

from flows.hashed_json import HashedJson, hashed_json
from flows.i18n import language_in_use
from flows.query.word_index import WordIndex
from flows.search.index import search_index
from geodata.model.atlas import Atlas


def _file_in(atlas: Atlas, _language: str) -> HashedJson:
    return hashed_json(search_index(atlas))


def search_file_of(atlas: Atlas) -> HashedJson:
    """Return the search file of ``atlas`` with names in the language in use; made once for each."""
    return atlas.derived(_file_in, language_in_use())


def search_address(atlas: Atlas) -> str:
    """Return the address of the search file, relative to the page; it changes with its content."""
    return f"atlas/search-{search_file_of(atlas).hash}.json?language={language_in_use()}"


def _words_in(atlas: Atlas) -> HashedJson:
    return hashed_json(atlas.derived(WordIndex).table())


def words_file_of(atlas: Atlas) -> HashedJson:
    """Return the index of words of ``atlas``, the same in every language; made once."""
    return atlas.derived(_words_in)


def words_address(atlas: Atlas, *, folder: str = "atlas/") -> str:
    """Return the address of the index of words; it changes with its content."""
    return f"{folder}words-{words_file_of(atlas).hash}.json"
