"""Collect every message of the interface into `assets/locale`, and compile the catalogues.

Run by `make words`. A language is added by copying `atlas.pot` to
`<language>/LC_MESSAGES/atlas.po`, translating it, and running this again.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))
LOCALE = TOP / "assets" / "locale"
# One date for ever: the catalogue changes when its words do.
_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
# The line of a header that would change a catalogue with each release of the tool that writes it.
_SIGNATURE = re.compile(r"^Generated-By: .*\n?", re.MULTILINE)
# What marks a message, and how many of its arguments are forms of it.
KEYWORDS = {"_": 1, "translate": 1, "translate_count": 2}


def spoken(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Yield the messages of a source file, those inside f-strings too, in their order."""
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        forms = KEYWORDS.get(getattr(call.func, "id", ""), 0)
        words = [
            arg.value
            for arg in call.args[:forms]
            if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if forms and len(words) == forms:
            yield words[0] if forms == 1 else tuple(words)


def written_in(name: str) -> Iterator[str | tuple[str, ...]]:
    """Yield the messages of a template, in their order."""
    from jinja2.ext import extract_from_ast

    from flows.templates import FOLDER, environment

    page = environment().parse((FOLDER / name).read_text(encoding="utf-8"))
    for _line, function, words in extract_from_ast(page, gettext_functions=tuple(KEYWORDS)):
        forms = (words,) if isinstance(words, str) else words[: KEYWORDS[function]]
        yield forms[0] if len(forms) == 1 else forms


def messages() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Yield each message (or its forms for one and many) with the file that it stands in."""
    for path in sorted((TOP / "flows").rglob("*.py")):
        for message in spoken(path):
            yield message, path.relative_to(TOP).as_posix()
    for path in sorted((TOP / "assets" / "templates").glob("*.html")):
        for message in written_in(path.name):
            yield message, path.relative_to(TOP).as_posix()
    yield from data_messages()


def data_messages() -> Iterator[tuple[str, str]]:
    """Yield the labels and definitions that the data gives, with the file that each stands in."""
    from geodata.model.claims import CLAIM_KINDS
    from geodata.vocabulary.terms import facets, terms

    for kind in CLAIM_KINDS:
        yield kind.label, "geodata/model/claims.py"
        yield kind.plural, "geodata/model/claims.py"
    for term in chain.from_iterable(map(terms, facets())):
        for text in filter(None, (term.label, term.short, term.definition, term.legend)):
            yield text, "geodata/vocabulary/vocabulary.toml"


def template() -> Catalog:
    """Gather all messages; dates are left out, so that the same words give the same file."""
    catalogue = Catalog(
        project="trafficking-flows atlas",
        version="1",
        copyright_holder="the atlas team",
        msgid_bugs_address="",
        creation_date=_UNDATED,
        revision_date=_UNDATED,
        charset="utf-8",
        fuzzy=False,
    )
    for message, place in messages():
        catalogue.add(message, locations=[(place, 1)])
    return catalogue


class _Unsigned:
    """A catalogue without the name and the release of the tool that writes it."""

    def __init__(self, catalogue: Catalog) -> None:
        self._catalogue = catalogue

    def __getattr__(self, name: str) -> object:
        return getattr(self._catalogue, name)

    def __iter__(self) -> Iterator[Message]:
        header, *messages = self._catalogue
        header.string = _SIGNATURE.sub("", header.string)
        return iter([header, *messages])


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of a .po file."""
    buffer = BytesIO()
    unsigned = _Unsigned(catalogue)
    write_po(buffer, unsigned, include_lineno=False, omit_header=False, sort_output=True, width=100)
    return buffer.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the bytes of a .mo file."""
    buffer = BytesIO()
    write_mo(buffer, _Unsigned(catalogue))
    return buffer.getvalue()


def main() -> None:
    """Write the template, bring every language up to it, and compile it."""
    LOCALE.mkdir(exist_ok=True)
    fresh = template()
    (LOCALE / "atlas.pot").write_bytes(written(fresh))
    for path in sorted(LOCALE.glob("*/LC_MESSAGES")):
        source = path / "atlas.po"
        language = path.parent.name
        known = read_po(source.open("rb"), locale=language) if source.exists() else Catalog(locale=language)
        known.update(fresh, no_fuzzy_matching=True)
        source.write_bytes(written(known))
        (path / "atlas.mo").write_bytes(compiled(known))


if __name__ == "__main__":
    main()
