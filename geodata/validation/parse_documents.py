"""The rows of `documents.csv` as documents, each with its text and its sentences where its words ship."""

import datetime as dt
import hashlib
import re
from dataclasses import fields

from geodata.annotation.sentences import COLUMNS, FURNITURE, SENTENCE
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.documents import Document, EditorialMark, Sentence
from geodata.problems import CONTROL, Report, in_quotation_marks, named_signs
from geodata.readers.csv_files import decode
from geodata.readers.document_store import EDITORIAL, SENTENCES, TEXT, DocumentStore
from geodata.readers.limits import limits_of
from geodata.readers.tables import Row, Table
from geodata.validation.cells import Cells
from geodata.validation.plausibility import note_future_year
from geodata.vocabulary.enums import EvidenceKind

_FIELDS = frozenset(field.name for field in fields(Document))


def parse_documents(
    table: Table, store: DocumentStore, collection: str, gazetteer: Gazetteer, report: Report
) -> tuple[Document, ...]:
    """Read the documents of a collection; `store` holds their texts."""
    rows = (Cells(table, row, gazetteer, report) for row in table.rows)
    return tuple(_document(cells, store, collection) for cells in rows)


def _document(cells: Cells, store: DocumentStore, collection: str) -> Document:
    values = cells.values()
    ident, kind = values["id"], values["evidence_kind"]
    note_future_year(cells, values["year"], dt.datetime.now(tz=dt.UTC).year)
    text = _text(cells, store, ident) if ident and kind == EvidenceKind.QUOTED else ""
    own = {column: value for column, value in values.items() if column in _FIELDS}
    return Document(
        **own,
        collection=collection,
        text=text,
        sentences=_sentences(cells, store, ident, text) if text else (),
        editorial=_editorial(cells, store, ident, text) if text else (),
        further=tuple((column, value) for column, value in values.items() if column not in own),
    )


def _text(cells: Cells, store: DocumentStore, ident: str) -> str:
    """Return a document's stored text, byte for byte, after comparing its SHA-256 with the row's."""
    file = store.address(ident, TEXT)
    if not store.has(ident, TEXT):
        remedy = f"Put it there, or set evidence_kind to {EvidenceKind.CITED}."
        cells.note(f'document "{ident}" is quoted, but its text {file} is missing.', remedy, ident)
        return ""
    content = store.text(ident)
    if content is None:
        return ""
    _compare(cells, file, hashlib.sha256(content).hexdigest())
    if not content.strip():
        cells.report.note(file, "the file is empty.", "Put the document's text there.")
    text = decode(content, file, cells.report, "utf-8") or ""
    _note_odd_text(text, file, cells.report)
    return text


def _note_odd_text(text: str, file: str, report: Report) -> None:
    most, odd = limits_of(report).text, CONTROL.search(text)
    if len(text) > most:
        report.note(file, f"the text has more than {most:,} characters.", "Split the document.")
    if odd:
        message = f"character {odd.start()} is {named_signs(CONTROL, odd[0])}, which no page can show."
        report.note(file, message, "Take it out, and write the new sha256.")


def _compare(cells: Cells, file: str, found: str) -> None:
    written = cells.text("sha256")
    if not written:
        cells.note("sha256 is empty.", "Fill it in.")
    elif written.lower() != found:
        cells.note(
            f"sha256 is not that of {file}, which is {found}.",
            "Put the unaltered text back, or write this value if the change is meant.",
            written,
        )


def _sentences(cells: Cells, store: DocumentStore, ident: str, text: str) -> tuple[Sentence, ...]:
    file, remedy = store.address(ident, SENTENCES), store.sentences_remedy()
    if not store.has(ident, SENTENCES):
        cells.note(f'the sentences of document "{ident}" are missing ({file}).', remedy, ident)
        return ()
    table = store.table(ident, SENTENCES)
    found = tuple(_sentence(table, row, len(text), cells) for row in table.rows)
    if table.complete and not _tile(found, text):
        cells.report.note(file, "the sentences do not cover the text once and in order.", remedy)
    return found


def _editorial(cells: Cells, store: DocumentStore, ident: str, text: str) -> tuple[EditorialMark, ...]:
    """Read what is shown in brackets beside the words, such as a letter that the text has lost."""
    if not store.has(ident, EDITORIAL):
        return ()
    table, found = store.table(ident, EDITORIAL), []
    for row in table.rows:
        position, mark = row.cells["position"], row.cells["mark"]
        if re.fullmatch("[0-9]{1,9}", position) and int(position) <= len(text) and mark:
            found.append(EditorialMark(position=int(position), mark=mark))
        else:
            shown = in_quotation_marks(f"{position},{mark}")
            remedy = "Write a position in the text and what stands in brackets there."
            cells.report.note(table.file, f"{shown} is not an editorial mark.", remedy, row=row.number)
    return tuple(found)


def _sentence(table: Table, row: Row, length: int, cells: Cells) -> Sentence:
    start, end, kind = (row.cells[column] for column in COLUMNS)
    numbers = all(
        cell.isascii() and cell.isdigit() and len(cell) < len(str(length)) + 1 for cell in (start, end)
    )
    if not numbers or kind not in (SENTENCE, FURNITURE) or not int(start) < int(end) <= length:
        shown = in_quotation_marks(f"{start},{end},{kind}")
        remedy = f"Write two positions in the text and {SENTENCE} or {FURNITURE}."
        cells.report.note(table.file, f"{shown} is not a span of the text.", remedy, row=row.number)
        return Sentence(start=0, end=0)
    return Sentence(start=int(start), end=int(end), furniture=kind == FURNITURE)


def _tile(sentences: tuple[Sentence, ...], text: str) -> bool:
    """Tell whether sentences follow one another and leave nothing but white space between them."""
    ends = [0, *(sentence.end for sentence in sentences)]
    starts = [*(sentence.start for sentence in sentences), len(text)]
    return all(end <= start and not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
