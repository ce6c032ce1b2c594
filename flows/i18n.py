"""The language of the interface: messages through gettext, one catalogue a language.

Catalogues are `assets/locale/<language>/LC_MESSAGES/atlas.po` with their compiled `atlas.mo`; a
language is added by adding its folder. English messages are their own keys.
"""

import gettext
from contextvars import ContextVar
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).parents[1] / "assets" / "locale"
DEFAULT = "en"

_current: ContextVar[str] = ContextVar("language", default=DEFAULT)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("atlas", CATALOGUES, languages=[language], fallback=True)


@cache
def _languages_in(folder: Path) -> frozenset[str]:
    return frozenset({DEFAULT, *(path.parents[1].name for path in folder.glob("*/LC_MESSAGES/atlas.mo"))})


def languages() -> frozenset[str]:
    """Return the codes of the languages that have a catalogue, and of English."""
    return _languages_in(CATALOGUES)


def use_language(language: str) -> None:
    """Use ``language`` (a code such as ``en``) for the messages of this session's thread."""
    _current.set(language)


def language_in_use() -> str:
    """Return the code of the language in use."""
    return _current.get()


def translate(message: str) -> str:
    """Return ``message`` in the language in use; itself where the catalogue lacks it."""
    return _catalogue(_current.get()).gettext(message) if message else ""


def translate_count(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with ``count``, with ``{n}`` filled in."""
    return _catalogue(_current.get()).ngettext(one, many, count).format(n=f"{count:,}")
