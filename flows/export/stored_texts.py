"""The texts of documents as rows: what claims quote goes along with them."""

from collections.abc import Iterable, Iterator

from geodata.annotation.sentences import FURNITURE, SENTENCE
from geodata.model.documents import Document
from geodata.readers.document_store import EDITORIAL, SENTENCES, TEXT

Line = tuple[str | int, ...]

# A cell of a workbook holds 32,767 characters, and writes some of them as seven.
_CELL = 4_000


def text_rows(documents: Iterable[Document], kind: str) -> Iterator[Line]:
    """Yield the rows of one of the sheets of a document store: the document's id, then its own columns."""
    for document in documents:
        yield from ((document.id, *line) for line in lines_of(document, kind))


def lines_of(document: Document, kind: str) -> Iterator[Line]:
    """Yield what is stored of a document under `kind`: its text in parts, its sentences or its marks."""
    if kind == TEXT:
        starts = range(0, len(document.text), _CELL)
        yield from ((n, document.text[at : at + _CELL]) for n, at in enumerate(starts, start=1))
    elif kind == SENTENCES:
        for sentence in document.sentences:
            yield sentence.start, sentence.end, FURNITURE if sentence.furniture else SENTENCE
    elif kind == EDITORIAL:
        yield from ((mark.position, mark.mark) for mark in document.editorial)
