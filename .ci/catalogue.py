"""Collect every message of the interface into `assets/locale`, and compile the catalogues.

Run by `make words`. A language is added by copying `atlas.pot` to
`<language>/LC_MESSAGES/atlas.po`, translating it, and running this again.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))
LOCALE = TOP / "assets" / "locale"
# One date for ever: the catalogue changes when its words do.
_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "translate": None, "translate_count": (1, 2)}
FACETS = (
    "types",
    "sectors",
    "settings",
    "groups",
    "roles",
    "assertion",
    "certainty",
    "access",
    "sense",
    "precision",
    "place_kind",
    "magnitude",
    "theme",
    "evidence_kind",
    "focus_kind",
    "scheme",
    "tier",
)


def messages() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Yield each message (or its forms for one and many) with the file that it stands in."""
    found = extract_from_dir(str(TOP / "flows"), keywords=KEYWORDS, strip_comment_tags=True)
    for name, _line, message, _comments, _context in sorted(found, key=lambda item: (item[0], item[1])):
        yield message, f"flows/{name}"
    from geodata.vocabulary import terms

    for facet in FACETS:
        for term in terms(facet):
            for text in (term.label, term.short, term.definition, term.legend):
                if text:
                    yield text, "geodata/vocabulary.toml"


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


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of a .po file."""
    buffer = BytesIO()
    write_po(buffer, catalogue, include_lineno=False, omit_header=False, sort_output=True, width=100)
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
        with (path / "atlas.mo").open("wb") as compiled:
            write_mo(compiled, known)


if __name__ == "__main__":
    main()
