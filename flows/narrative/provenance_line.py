"""The standing line: whose words the atlas shows, and of which years."""

from collections import Counter
from collections.abc import Sequence

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import span
from flows.query.selection import Selection
from flows.scene.names import joined
from geodata.model.atlas import Atlas
from geodata.model.documents import Document

# How the shipped collections mark a work of the U.S. government, and its offices.
_WORK_OF_GOVERNMENT = "work of the U.S. Government"
_OFFICE = "U.S. "
# "Nearly all" has to be true of any collection: nine in ten, of at least as many as show a pattern.
_NEARLY_ALL, _PATTERN = 0.9, 5


def provenance_line(atlas: Atlas, selection: Selection | None = None) -> str:
    """Say whose documents the loaded, or the selected, collections show, of which years, and by whom."""
    collections = selection.collections if selection else frozenset()
    documents = [
        found for found in atlas.documents.values() if not collections or found.collection in collections
    ]
    official = [found for found in documents if _official(found)]
    others = [found for found in documents if not _official(found)]
    if len(official) < _NEARLY_ALL * len(documents):
        line = _("What documents of {years} say, not a count of people or of crimes.")
        return " ".join([line.format(years=_years(documents)), *_author(documents)])
    line = _("What U.S. government documents of {years} say, not a count of people or of crimes.")
    parts = [line.format(years=_years(official)), *_author(documents)]
    if others:
        counted = translate_count("{n} document", "{n} documents", len(others))
        parts.append(_("By others: {documents}, {years}.").format(documents=counted, years=_years(others)))
    return " ".join(parts)


def _official(document: Document) -> bool:
    """Tell whether a document is of the U.S. government, read in its own words or as others relay them."""
    return _WORK_OF_GOVERNMENT in document.licence or _OFFICE in f"{document.author} {document.publisher}"


def _years(documents: Sequence[Document]) -> str:
    years = {document.year for document in documents}
    return joined(str(year) for year in sorted(years)) if len(years) < 3 else span(years)  # noqa: PLR2004 — a pair is named, more are a range


def _author(documents: Sequence[Document]) -> list[str]:
    """Say that (nearly) all documents have one author, where that is so; nothing otherwise."""
    (author, _times), *_rest = Counter(document.author for document in documents).most_common(1) or [("", 0)]
    by_author = [document for document in documents if author and author in document.author]
    if len(documents) < _PATTERN or len(by_author) < _NEARLY_ALL * len(documents):
        return []
    relayed = sum(document.author != author for document in by_author)
    lead = _("All have one author") if len(by_author) == len(documents) else _("Nearly all have one author")
    told = _("{lead}, the {author}: {n} of {all}, {relayed} of them as others relay it.")
    plain = _("{lead}, the {author}: {n} of {all}.")
    return [
        (told if relayed else plain).format(
            lead=lead, author=author, n=len(by_author), all=len(documents), relayed=relayed
        )
    ]
